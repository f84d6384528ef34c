package io.windrose.config.decode;

import java.util.List;

/// What a decoder takes for the value of one field.
///
/// @param words those to choose from; empty for every other shape
/// @param range `1 to 65535` for numbers that have limits; else empty
public record Accepted(Shape shape, List<String> words, String range) {
    static final Accepted ANYTHING = plain(Shape.ANYTHING);
    static final Accepted TEXT = plain(Shape.TEXT);
    static final Accepted FLAG = plain(Shape.FLAG);
    static final Accepted DURATION = plain(Shape.DURATION);
    static final Accepted TEXTS = plain(Shape.TEXTS);
    static final Accepted NUMBERS = plain(Shape.NUMBERS);
    static final Accepted SECTION = plain(Shape.SECTION);
    static final Accepted SECTIONS = plain(Shape.SECTIONS);
    static final Accepted NAMES = plain(Shape.NAMES);

    /// From what says least to what says most.
    public enum Shape {
        ANYTHING,
        TEXT,
        SECTION,
        FLAG,
        WHOLE,
        DECIMAL,
        DURATION,
        CHOICE,
        /// Some of the words, with commas between them.
        SEVERAL,
        TEXTS,
        NUMBERS,
        SECTIONS,
        /// A mapping whose keys the user chooses.
        NAMES
    }

    public Accepted {
        words = List.copyOf(words);
    }

    static Accepted choice(List<String> words) {
        return new Accepted(Shape.CHOICE, words, "");
    }

    static Accepted several(List<String> words) {
        return new Accepted(Shape.SEVERAL, words, "");
    }

    static Accepted whole(long min, long max) {
        var range = max >= Integer.MAX_VALUE ? "from " + min : min + " to " + max;
        return new Accepted(Shape.WHOLE, List.of(), range);
    }

    static Accepted decimal(String min, String max) {
        return new Accepted(Shape.DECIMAL, List.of(), min + " to " + max);
    }

    /// What two questions for the same field say together.
    Accepted and(Accepted other) {
        return other.shape.compareTo(shape) > 0 ? other : this;
    }

    /// As a person would name it: `a list of text`, `a number, 1 to 65535`.
    public String describe() {
        return switch (shape) {
            case ANYTHING -> "a value";
            case TEXT -> "text";
            case SECTION -> "a mapping";
            case FLAG -> "true or false";
            case WHOLE -> "a whole number, " + range;
            case DECIMAL -> "a number, " + range;
            case DURATION -> "a duration such as 5s";
            case CHOICE -> "one of " + String.join(", ", words);
            case SEVERAL -> "some of these with commas between: " + String.join(", ", words);
            case TEXTS -> "a list of text";
            case NUMBERS -> "a list of whole numbers";
            case SECTIONS -> "a list of mappings";
            case NAMES -> "a mapping from names that you choose";
        };
    }

    private static Accepted plain(Shape shape) {
        return new Accepted(shape, List.of(), "");
    }
}
