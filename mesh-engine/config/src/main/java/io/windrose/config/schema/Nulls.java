package io.windrose.config.schema;

import io.windrose.config.schema.Shape.Entries;
import io.windrose.config.schema.Shape.Items;
import io.windrose.config.schema.Shape.Section;
import io.windrose.config.tree.ConfigTree;
import io.windrose.config.tree.ConfigTree.Entry;
import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.config.tree.ConfigTree.Scalar;
import io.windrose.config.tree.ConfigTree.Sequence;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/// Takes members out whose `null` says no more than their absence: an API server does so before it
/// judges. An item of a list that is `null` stays, and so does one that its schema knows not.
///
/// @see <a href="https://github.com/kubernetes/apiextensions-apiserver">Kubernetes</a>
///   `pkg/apiserver/schema/defaulting/prune.go`
///
/// @param found is told of each of them
record Nulls(Consumer<Spot> found) {
    /// @return the document itself where nothing in it is null
    Mapping without(Mapping document, Section shape) {
        return hasNull(document) ? section(document, shape, Spot.root(document)) : document;
    }

    private static boolean hasNull(ConfigTree tree) {
        switch (tree) {
            case Mapping mapping -> {
                for (var entry : mapping.entries()) {
                    if (hasNull(entry.value())) {
                        return true;
                    }
                }
                return false;
            }
            case Sequence list -> {
                for (var item : list.items()) {
                    if (hasNull(item)) {
                        return true;
                    }
                }
                return false;
            }
            case Scalar scalar -> {
                return scalar.isNull();
            }
        }
    }

    private Mapping section(Mapping mapping, Section shape, Spot at) {
        return members(
                mapping,
                key -> Optional.ofNullable(shape.fields().get(key)).map(Field::shape),
                key ->
                        Optional.ofNullable(shape.fields().get(key))
                                .filter(field -> !field.nullable())
                                .isPresent(),
                at);
    }

    private ConfigTree value(ConfigTree value, Shape shape, Spot at) {
        return switch (shape) {
            case Section section when value instanceof Mapping mapping ->
                    section(mapping, section, at);
            case Entries entries when value instanceof Mapping mapping ->
                    members(mapping, _ -> Optional.of(entries.value()), _ -> true, at);
            case Items items when value instanceof Sequence list -> items(list, items, at);
            default -> value;
        };
    }

    private Mapping members(
            Mapping mapping,
            Function<String, Optional<Shape>> shapes,
            Predicate<String> absent,
            Spot at) {
        var kept = new ArrayList<Entry>();
        for (var entry : mapping.entries()) {
            var key = entry.key().text();
            var shape = shapes.apply(key);
            if (isNull(entry.value()) && absent.test(key)) {
                found.accept(at.member(entry));
            } else if (shape.isEmpty() || entry.value() instanceof Scalar) {
                kept.add(entry);
            } else {
                var value = value(entry.value(), shape.get(), at.member(entry));
                kept.add(new Entry(entry.key(), value));
            }
        }
        return new Mapping(kept, mapping.flow(), mapping.span());
    }

    private Sequence items(Sequence list, Items shape, Spot at) {
        var items = new ArrayList<ConfigTree>();
        for (int i = 0; i < list.items().size(); i++) {
            var item = list.items().get(i);
            items.add(value(item, shape.item(), at.item(item, i)));
        }
        return new Sequence(items, list.flow(), list.span());
    }

    private static boolean isNull(ConfigTree value) {
        return value instanceof Scalar scalar && scalar.isNull();
    }
}
