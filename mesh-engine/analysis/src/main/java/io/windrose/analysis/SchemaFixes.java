package io.windrose.analysis;

import io.windrose.config.patch.Value;
import io.windrose.config.syntax.Codes;
import io.windrose.config.tree.ConfigTree;
import io.windrose.config.tree.ConfigTree.Entry;
import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.config.tree.ConfigTree.Scalar;
import io.windrose.config.tree.ConfigTree.Sequence;
import io.windrose.config.tree.Span;
import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What would repair the problem of one object, where its sentence says what to write, or where a
/// field is one that nobody reads.
public final class SchemaFixes {
    /// What our sentences end with where they know better.
    private static final Pattern INSTEAD =
            Pattern.compile("(?:did you mean|write|use) `([^`\\s]+)`(?: or `[^`]+`)?[^`]*[.?]$");

    private static final Pattern QUOTE = Pattern.compile("put it in quotes\\.$");

    private static final Pattern QUOTE_INSIDE = Pattern.compile("quotes inside of the quotes\\.$");

    private SchemaFixes() {}

    /// A scalar, and the mapping whose key it is, where it is one.
    private record Written(Scalar scalar, Optional<Mapping> keyOf) {}

    /// @param problem of the object
    /// @return the likeliest first; often none
    public static List<Fix> of(MeshObject object, Problem problem) {
        return written(object.root().tree(), problem)
                .map(written -> of(object, problem, written))
                .orElse(List.of());
    }

    private static List<Fix> of(MeshObject object, Problem problem, Written written) {
        var word = INSTEAD.matcher(problem.message());
        if (word.find() && names(problem, written.scalar().text())) {
            return List.of(change(object, written, word.group(1)));
        }
        if (QUOTE.matcher(problem.message()).find() && written.keyOf().isEmpty()) {
            return List.of(set("Put it in quotes", object, written, written.scalar().text()));
        }
        if (QUOTE_INSIDE.matcher(problem.message()).find()
                && names(problem, written.scalar().text())) {
            var text = "\"" + written.scalar().text() + "\"";
            return List.of(set("Write the word itself", object, written, text));
        }
        return problem.code().equals(Codes.UNKNOWN_FIELD)
                ? written.keyOf().stream()
                        .map(mapping -> remove(object, mapping, written.scalar().text()))
                        .toList()
                : List.of();
    }

    /// Whether the sentence is about all of what is written, and not about a part of it.
    private static boolean names(Problem problem, String text) {
        return problem.message().contains("`" + text + "`");
    }

    private static Fix set(String title, MeshObject object, Written written, String text) {
        return Fix.of(title, object, patch -> patch.set(written.scalar(), new Value.Text(text)));
    }

    private static Fix change(MeshObject object, Written written, String word) {
        var name = written.scalar().text();
        return Fix.of(
                "Change to " + word,
                object,
                patch ->
                        written.keyOf()
                                .ifPresentOrElse(
                                        mapping -> patch.rename(mapping, name, word),
                                        () -> patch.set(written.scalar(), new Value.Text(word))));
    }

    private static Fix remove(MeshObject object, Mapping mapping, String key) {
        return Fix.of("Remove " + key, object, patch -> patch.remove(mapping, key));
    }

    private static Optional<Written> written(ConfigTree tree, Problem problem) {
        return switch (tree) {
            case Scalar scalar ->
                    isAbout(scalar, problem)
                            ? Optional.of(new Written(scalar, Optional.empty()))
                            : Optional.empty();
            case Sequence list -> first(list.items().stream().map(one -> written(one, problem)));
            case Mapping mapping ->
                    first(
                            mapping.entries().stream()
                                    .map(entry ->
                                            isAbout(entry, problem)
                                                    ? Optional.of(
                                                            new Written(
                                                                    entry.key(),
                                                                    Optional.of(mapping)))
                                                    : written(entry.value(), problem)));
        };
    }

    /// At its beginning, or inside of its quotes and about all that stands there.
    private static boolean isAbout(Scalar scalar, Problem problem) {
        var place = problem.place();
        return begins(scalar.span(), place)
                || (scalar.span().line() == place.line()
                        && scalar.span().column() + 1 == place.column()
                        && names(problem, scalar.text()));
    }

    /// At its key, or at its value and in words about the key.
    private static boolean isAbout(Entry entry, Problem problem) {
        return begins(entry.key().span(), problem.place())
                || (begins(entry.value().span(), problem.place())
                        && problem.message().startsWith("`" + entry.key().text() + "`"));
    }

    private static Optional<Written> first(Stream<Optional<Written>> all) {
        return all.flatMap(Optional::stream).findFirst();
    }

    private static boolean begins(Span span, Place place) {
        return place.line() > 0 && span.line() == place.line() && span.column() == place.column();
    }
}
