package io.windrose.config.schema;

import io.windrose.config.tree.ConfigTree;
import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.config.tree.ConfigTree.Scalar;
import io.windrose.config.tree.ConfigTree.Sequence;
import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Result;
import io.windrose.testkit.Shared;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// One node of Istio's own definitions: the part of OpenAPI that an API server judges without CEL.
record Definition(Mapping node) {

    /// The `spec` of each kind's stored version, by `group/Kind`.
    static SequencedMap<String, Definition> ofIstio() {
        var file = Shared.path("conformance/crds/istio-crds.yaml");
        var documents =
                switch (YamlFile.read(file)) {
                    case Result.Ok<YamlFile>(var yaml, _) -> yaml.documents();
                    case Result.Err<YamlFile>(var problems) -> throw new AssertionError(problems);
                };
        var found = new LinkedHashMap<String, Definition>();
        for (var document : documents) {
            var crd = new Definition((Mapping) document.root()).at("spec").orElseThrow();
            var version = new Definition((Mapping) crd.items("versions").getFirst());
            found.put(
                    crd.text("group") + "/" + crd.at("names").orElseThrow().text("kind"),
                    version.at("schema")
                            .flatMap(one -> one.at("openAPIV3Schema"))
                            .flatMap(one -> one.at("properties"))
                            .flatMap(one -> one.at("spec"))
                            .orElseThrow());
        }
        return found;
    }

    Optional<Definition> at(String name) {
        return node.get(name)
                .filter(Mapping.class::isInstance)
                .map(found -> new Definition((Mapping) found));
    }

    String text(String name) {
        return node.get(name).orElse(node) instanceof Scalar scalar ? scalar.text() : "";
    }

    List<ConfigTree> items(String name) {
        return node.get(name).orElse(node) instanceof Sequence list ? list.items() : List.of();
    }

    List<String> words(String name) {
        return items(name).stream().map(item -> ((Scalar) item).text()).toList();
    }

    List<String> properties() {
        return at("properties")
                .map(all -> all.node.entries().stream().map(entry -> entry.key().text()).toList())
                .orElse(List.of());
    }

    Optional<Definition> property(String name) {
        return at("properties").flatMap(all -> all.at(name));
    }

    double number(String name, double absent) {
        return text(name).isEmpty() ? absent : Double.parseDouble(text(name));
    }

    /// Whether an API server takes a value: a map, a list, a text, a number, a boolean or null.
    boolean accepts(@Nullable Object value) {
        return switch (value) {
            case null -> text("nullable").equals("true");
            case Map<?, ?> map -> text("type").equals("object") && acceptsMap(map);
            case List<?> list ->
                    text("type").equals("array")
                            && list.size() >= number("minItems", 0)
                            && list.size() <= number("maxItems", Integer.MAX_VALUE)
                            && list.stream().allMatch(at("items").orElseThrow()::accepts);
            case String word ->
                    text("type").equals("string")
                            && (words("enum").isEmpty() || words("enum").contains(word))
                            && word.length() >= number("minLength", 0)
                            && word.length() <= number("maxLength", Integer.MAX_VALUE)
                            && (text("pattern").isEmpty() || word.matches(text("pattern")));
            case Boolean _ -> text("type").equals("boolean");
            case Number number ->
                    (text("type").equals("number")
                                    || (text("type").equals("integer")
                                            && number.doubleValue()
                                                    == Math.rint(number.doubleValue())))
                            && number.doubleValue() >= number("minimum", least())
                            && number.doubleValue() <= number("maximum", -least());
            default -> throw new IllegalArgumentException("no value of JSON: " + value);
        };
    }

    private double least() {
        return text("format").equals("int32") ? Integer.MIN_VALUE : -Double.MAX_VALUE;
    }

    private boolean acceptsMap(Map<?, ?> map) {
        if (text("x-kubernetes-preserve-unknown-fields").equals("true")) {
            return true;
        }
        var values = at("additionalProperties");
        if (values.isPresent()) {
            return map.size() >= number("minProperties", 0)
                    && map.values().stream().allMatch(values.get()::accepts);
        }
        return map.keySet().containsAll(words("required"))
                && map.entrySet().stream()
                        .allMatch(entry ->
                                property((String) entry.getKey())
                                        .filter(one -> one.accepts(entry.getValue()))
                                        .isPresent())
                && rivals().stream()
                        .allMatch(names -> names.stream().filter(map::containsKey).count() <= 1);
    }

    /// Members of which at most one may stand there.
    private List<List<String>> rivals() {
        var groups = new ArrayList<List<String>>();
        for (var holder : List.of("oneOf", "anyOf")) {
            var names =
                    items(holder).stream()
                            .flatMap(
                                    one -> new Definition((Mapping) one).words("required").stream())
                            .toList();
            groups.add(names);
        }
        return groups;
    }
}
