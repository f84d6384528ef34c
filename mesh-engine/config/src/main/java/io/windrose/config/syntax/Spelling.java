package io.windrose.config.syntax;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Guesses at what somebody meant to write.
public final class Spelling {
    private static final int LONGEST_QUOTE = 60;

    private Spelling() {}

    public static String unknown(String name, Collection<String> known) {
        return "There is no field `%s` here%s".formatted(shortened(name), question(name, known));
    }

    public static String notOneOf(String word, List<String> accepted) {
        return "`%s` is not one of %s%s"
                .formatted(shortened(word), String.join(", ", accepted), question(word, accepted));
    }

    private static String question(String word, Collection<String> known) {
        return nearest(word, known).map(guess -> "; did you mean `" + guess + "`?").orElse(".");
    }

    public static String shortened(String text) {
        return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "...";
    }

    /// At most a third of the letters may differ.
    public static Optional<String> nearest(String word, Collection<String> known) {
        if (word.length() > LONGEST_QUOTE) {
            return Optional.empty();
        }
        return known.stream()
                .min(
                        Comparator.<String>comparingInt(other -> distance(word, other))
                                .thenComparing(Comparator.naturalOrder()))
                .filter(other -> distance(word, other) <= Math.max(1, word.length() / 3));
    }

    /// Levenshtein's distance, without regard to case.
    private static int distance(String one, String other) {
        var a = one.toLowerCase(Locale.ROOT);
        var b = other.toLowerCase(Locale.ROOT);
        var previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            var current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(change, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
