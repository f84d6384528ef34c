package io.windrose.config.schema;

import io.windrose.config.syntax.Durations;
import io.windrose.config.tree.ConfigTree;
import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.config.tree.ConfigTree.Scalar;
import io.windrose.config.tree.ConfigTree.Sequence;
import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Result;
import io.windrose.testkit.Shared;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One node of a definition, as far as an API server judges it without CEL, and with the CEL that
/// says which members go together.
record Definition(Mapping node) {

    private static final Pattern FIELD = Pattern.compile("has\\(self\\.(\\w+)\\)");

    /// The definitions of Istio itself, by `group/Kind`.
    static SequencedMap<String, Definition> ofIstio() {
        return byKind(YamlFile.read(Shared.path("conformance/crds/istio-crds.yaml")));
    }

    /// Our own ones.
    static SequencedMap<String, Definition> ofWindrose() {
        return byKind(YamlFile.parse("crds.yaml", Definitions.ofTheMesh()));
    }

    private static SequencedMap<String, Definition> byKind(Result<YamlFile> file) {
        var documents =
                switch (file) {
                    case Result.Ok<YamlFile>(var yaml, _) -> yaml.documents();
                    case Result.Err<YamlFile>(var problems) -> throw new AssertionError(problems);
                };
        var found = new LinkedHashMap<String, Definition>();
        for (var document : documents) {
            var crd = new Definition((Mapping) document.root()).at("spec").orElseThrow();
            found.put(crd.text("group") + "/" + crd.at("names").orElseThrow().text("kind"), crd);
        }
        return found;
    }

    /// The `spec` of a kind's documents, in the first of its versions.
    Definition ofSpec() {
        return versions()
                .getFirst()
                .at("schema")
                .flatMap(one -> one.at("openAPIV3Schema"))
                .flatMap(one -> one.at("properties"))
                .flatMap(one -> one.at("spec"))
                .orElseThrow();
    }

    List<Definition> versions() {
        return definitions("versions");
    }

    List<Definition> definitions(String name) {
        return items(name).stream().map(item -> new Definition((Mapping) item)).toList();
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
                            && rules().allMatch(rule -> fits(word, rule))
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

    private boolean acceptsMap(Map<?, ?> all) {
        if (text("x-kubernetes-preserve-unknown-fields").equals("true")) {
            return true;
        }
        var map = withoutNulls(all);
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
                && fits(map)
                && rules().allMatch(rule -> fits(map, rule));
    }

    /// A `null` that is no value of a member stands for its absence.
    private Map<?, ?> withoutNulls(Map<?, ?> all) {
        var map = new LinkedHashMap<Object, @Nullable Object>();
        all.forEach((key, value) -> {
            var member = at("additionalProperties").or(() -> property((String) key));
            if (value != null || member.filter(one -> !one.accepts(null)).isEmpty()) {
                map.put(key, value);
            }
        });
        return map;
    }

    /// Whether the members that are there are a combination that is accepted.
    private boolean fits(Map<?, ?> map) {
        var oneOf = definitions("oneOf");
        var anyOf = definitions("anyOf");
        return map.keySet().containsAll(words("required"))
                && (oneOf.isEmpty() || oneOf.stream().filter(one -> one.fits(map)).count() == 1)
                && (anyOf.isEmpty() || anyOf.stream().anyMatch(one -> one.fits(map)))
                && definitions("allOf").stream().allMatch(one -> one.fits(map))
                && at("not").filter(one -> one.fits(map)).isEmpty();
    }

    private Stream<String> rules() {
        return definitions("x-kubernetes-validations").stream().map(one -> one.text("rule"));
    }

    /// The few expressions that say which members go together; all others hold here.
    private static boolean fits(Map<?, ?> map, String rule) {
        long there =
                FIELD.matcher(rule)
                        .results()
                        .map(found -> found.group(1))
                        .distinct()
                        .filter(map::containsKey)
                        .count();
        if (rule.endsWith("<= 1") && rule.startsWith("(has")) {
            return there <= 1;
        }
        return switch (rule) {
            case "has(self.wasm) != has(self.lua)" -> there == 1;
            case "has(self.address) || has(self.network)" -> there > 0;
            default -> true;
        };
    }

    private static boolean fits(String word, String rule) {
        return switch (rule) {
            case "duration(self) >= duration('1ms')" ->
                    Durations.AT_LEAST_1_MS.parse(word) instanceof Durations.Parsed.Good;
            case "self.size() == 0" -> word.isEmpty();
            default -> true;
        };
    }
}
