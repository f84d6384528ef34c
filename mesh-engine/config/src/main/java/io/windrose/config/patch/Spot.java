package io.windrose.config.patch;

import io.windrose.config.tree.ConfigTree;
import io.windrose.config.tree.ConfigTree.Entry;
import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.config.tree.ConfigTree.Scalar;
import io.windrose.config.tree.ConfigTree.Sequence;
import io.windrose.config.tree.Span;
import io.windrose.config.tree.YamlFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where a node stands in its document.
///
/// @param around what it is part of, the root first; empty for the root itself
/// @param index among the members of the last of them
record Spot(ConfigTree node, List<ConfigTree> around, int index) {

    /// @throws IllegalArgumentException for a node of another text
    static Spot of(YamlFile file, ConfigTree node) {
        for (var document : file.documents()) {
            var around = new ArrayList<ConfigTree>();
            int index = search(document.root(), node, around);
            if (index >= 0) {
                return new Spot(node, List.copyOf(around.reversed()), index);
            }
        }
        throw new IllegalArgumentException("no node of " + file.name() + ": " + node.span());
    }

    /// @return the index in the innermost of `around`, -1 when it is not below `from`
    private static int search(ConfigTree from, ConfigTree node, List<ConfigTree> around) {
        if (from.span().equals(node.span()) && from.getClass() == node.getClass()) {
            return 0;
        }
        var children = children(from);
        for (int i = 0; i < children.size(); i++) {
            var child = children.get(i);
            if (within(child.span(), from.span()) && within(node.span(), child.span())) {
                int index = search(child, node, around);
                if (index >= 0) {
                    boolean parent = around.isEmpty();
                    around.add(from);
                    return parent ? i : index;
                }
            }
        }
        return -1;
    }

    static List<ConfigTree> children(ConfigTree tree) {
        return switch (tree) {
            case Mapping mapping -> mapping.entries().stream().map(Entry::value).toList();
            case Sequence list -> list.items();
            case Scalar _ -> List.of();
        };
    }

    static boolean within(Span inner, Span outer) {
        return inner.start() >= outer.start() && inner.end() <= outer.end();
    }

    Optional<ConfigTree> parent() {
        return around.isEmpty() ? Optional.empty() : Optional.of(around.getLast());
    }

    /// Whether it is written between brackets that are not its own.
    boolean inBrackets() {
        return around.stream().anyMatch(Spot::isFlow);
    }

    static boolean isFlow(ConfigTree tree) {
        return switch (tree) {
            case Mapping mapping -> mapping.flow();
            case Sequence list -> list.flow();
            case Scalar _ -> false;
        };
    }

    /// Whether what stands between the brackets around it, its own included, is JSON.
    boolean isJson(Source source) {
        return Stream.concat(around.stream(), Stream.of(node))
                .filter(Spot::isFlow)
                .findFirst()
                .filter(brackets -> allQuoted(brackets, source))
                .isPresent();
    }

    /// Whether all keys are in double quotes; where there are none, whether all text is.
    private static boolean allQuoted(ConfigTree brackets, Source source) {
        var keys = new ArrayList<Span>();
        var texts = new ArrayList<Span>();
        collect(brackets, keys, texts);
        var words = keys.isEmpty() ? texts : keys;
        return !words.isEmpty() && words.stream().allMatch(span -> source.at(span.start()) == '"');
    }

    private static void collect(ConfigTree tree, List<Span> keys, List<Span> texts) {
        if (tree instanceof Mapping mapping) {
            mapping.entries().forEach(entry -> keys.add(entry.key().span()));
        }
        if (tree instanceof Scalar) {
            texts.add(tree.span());
        }
        children(tree).forEach(child -> collect(child, keys, texts));
    }
}
