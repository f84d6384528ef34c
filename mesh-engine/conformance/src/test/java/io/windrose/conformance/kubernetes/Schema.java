package io.windrose.conformance.kubernetes;

import io.windrose.config.tree.ConfigTree;
import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.config.tree.ConfigTree.Scalar;
import io.windrose.config.tree.ConfigTree.Sequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// A mapping of a definition: the definition itself, or the schema of a value.
record Schema(Mapping node) {

    Optional<Schema> at(String name) {
        return node.get(name).filter(Mapping.class::isInstance).map(Schema::of);
    }

    /// The member, which must be there.
    Schema in(String name) {
        return at(name).orElseThrow();
    }

    /// Empty where there is none.
    String text(String name) {
        return node.get(name).orElse(node) instanceof Scalar scalar ? scalar.text() : "";
    }

    long number(String name, long absent) {
        return text(name).isEmpty() ? absent : (long) Double.parseDouble(text(name));
    }

    List<String> words(String name) {
        return items(name).stream().map(item -> ((Scalar) item).text()).toList();
    }

    List<Schema> list(String name) {
        return items(name).stream().map(Schema::of).toList();
    }

    List<String> rules() {
        return list("x-kubernetes-validations").stream().map(one -> one.text("rule")).toList();
    }

    SequencedMap<String, Schema> properties() {
        var all = new LinkedHashMap<String, Schema>();
        at("properties")
                .ifPresent(found ->
                        found.node
                                .entries()
                                .forEach(entry -> all.put(entry.key().text(), of(entry.value()))));
        return all;
    }

    private List<ConfigTree> items(String name) {
        return node.get(name).orElse(node) instanceof Sequence list ? list.items() : List.of();
    }

    private static Schema of(ConfigTree tree) {
        return new Schema((Mapping) tree);
    }
}
