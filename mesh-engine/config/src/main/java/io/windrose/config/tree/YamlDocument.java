package io.windrose.config.tree;

import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.config.tree.ConfigTree.Scalar;
import io.windrose.config.tree.ConfigTree.Sequence;
import io.windrose.kernel.Problem;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// One document of a file, or one object in a document that is a `List`.
///
/// @param index among the documents of the file that are not empty, from 0; that of the `List` for
///   what it holds
/// @param findings that make this document ambiguous, such as a key that stands there twice
public record YamlDocument(int index, ConfigTree root, Findings findings) {

    /// This document, or what it holds where it is a `List`; nothing for a `List` of nothing.
    Stream<YamlDocument> objects() {
        boolean list =
                root instanceof Mapping object
                        && text(object, "kind").endsWith("List")
                        && !text(object, "apiVersion").isEmpty();
        return list && member((Mapping) root, "items") instanceof Sequence items
                ? items(items.items()).stream().flatMap(YamlDocument::objects)
                : Stream.of(this);
    }

    /// What was found goes to the item in which it stands; what stands in none, and what is only
    /// counted, to the first.
    private List<YamlDocument> items(List<ConfigTree> items) {
        var own =
                findings.listed().stream()
                        .collect(Collectors.groupingBy(problem -> owner(problem, items)));
        return IntStream.range(0, items.size())
                .mapToObj(i ->
                        new YamlDocument(
                                index,
                                items.get(i),
                                new Findings(
                                        own.getOrDefault(i, List.of()),
                                        i == 0 ? findings.moreErrors() : 0,
                                        i == 0 ? findings.moreWarnings() : 0)))
                .toList();
    }

    private static int owner(Problem problem, List<ConfigTree> items) {
        return IntStream.range(0, items.size())
                .filter(i -> isInside(problem, items.get(i).span()))
                .findFirst()
                .orElse(0);
    }

    private static boolean isInside(Problem problem, Span span) {
        int line = problem.place().line();
        int column = problem.place().column();
        return (line > span.line() || (line == span.line() && column >= span.column()))
                && (line < span.endLine() || (line == span.endLine() && column < span.endColumn()));
    }

    private static ConfigTree member(Mapping object, String key) {
        return object.get(key).orElse(object);
    }

    private static String text(Mapping object, String key) {
        return member(object, key) instanceof Scalar scalar ? scalar.text() : "";
    }
}
