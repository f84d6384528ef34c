package io.windrose.session.edit;

import io.windrose.config.decode.Accepted;
import io.windrose.config.decode.Outline;
import io.windrose.config.patch.TextEdit;
import io.windrose.config.syntax.Spelling;
import io.windrose.config.tree.YamlDocument;
import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Problem;
import io.windrose.session.edit.Finding.Fix;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What would repair the problems of one document, from what the decoder knows at their places.
final class Fixes {
    private static final String UNKNOWN_FIELD = "MESH0120";
    private static final String WRONG_TYPE = "MESH0121";
    private static final String NOT_A_CHOICE = "MESH0123";
    private static final Pattern OUT_OF_DATE =
            Pattern.compile("`([^`]+)` is out of date; use `([^`]+)`\\.");

    private final String text;
    private final Supplier<Outline> asked;
    private @Nullable Outline outline;

    Fixes(YamlFile file, YamlDocument document) {
        text = file.text();
        asked = () -> EditedFile.DECODER.outline(file, document);
    }

    List<Fix> of(Problem problem, TextPlaces.Range range) {
        var path = FieldPath.of(problem.place().path());
        return switch (problem.code()) {
            case UNKNOWN_FIELD -> nearest(path.name(), known(path).keySet(), range);
            case NOT_A_CHOICE -> nearest(current(range), words(path), range);
            case WRONG_TYPE -> quotes(problem, range);
            default -> newer(problem, range);
        };
    }

    private List<Fix> newer(Problem problem, TextPlaces.Range range) {
        var words = OUT_OF_DATE.matcher(problem.message());
        return words.matches() && words.group(1).equals(current(range))
                ? List.of(new Fix("Change to " + words.group(2), replace(range, words.group(2))))
                : List.of();
    }

    private List<Fix> quotes(Problem problem, TextPlaces.Range range) {
        return problem.message().endsWith("put it in quotes.")
                ? List.of(new Fix("Put it in quotes", replace(range, "\"" + current(range) + "\"")))
                : List.of();
    }

    private List<Fix> nearest(String word, Collection<String> known, TextPlaces.Range range) {
        return Spelling.nearest(word, known).stream()
                .filter(guess -> !guess.equals(word))
                .map(guess -> new Fix("Change to " + guess, replace(range, guess)))
                .toList();
    }

    private SortedMap<String, Accepted> known(FieldPath path) {
        var now = outline;
        if (now == null) {
            now = asked.get();
            outline = now;
        }
        return now.fields(path.parent());
    }

    private List<String> words(FieldPath path) {
        return Optional.ofNullable(known(path).get(path.name()))
                .map(Accepted::words)
                .orElse(List.of());
    }

    private String current(TextPlaces.Range range) {
        return text.substring(range.start(), range.end());
    }

    private static TextEdit replace(TextPlaces.Range range, String replacement) {
        return new TextEdit(range.start(), range.end(), replacement);
    }
}
