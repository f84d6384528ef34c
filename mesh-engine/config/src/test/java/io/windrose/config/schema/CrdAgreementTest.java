package io.windrose.config.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.windrose.config.tree.ConfigTree;
import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.config.tree.ConfigTree.Scalar;
import io.windrose.config.tree.ConfigTree.Sequence;
import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Result;
import io.windrose.testkit.Shared;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Our schemas beside Istio's own, field by field: the same fields of the same types, the same
/// words, nothing required and no limit less; ours may ask for more.
final class CrdAgreementTest {

    @TestFactory
    List<DynamicTest> saysNoLessThanIstiosDefinition() {
        var file = Shared.path("conformance/crds/istio-crds.yaml");
        var documents =
                switch (YamlFile.read(file)) {
                    case Result.Ok<YamlFile>(var yaml, _) -> yaml.documents();
                    case Result.Err<YamlFile>(var problems) -> throw new AssertionError(problems);
                };
        return documents.stream()
                .map(document -> (Mapping) at(document.root(), "spec").orElseThrow())
                .map(crd -> {
                    var kind = text(crd, "names", "kind");
                    return dynamicTest(kind, () -> compare(crd, text(crd, "group") + "/" + kind));
                })
                .toList();
    }

    private static void compare(Mapping crd, String name) {
        var schema = Schemas.of(name).orElseThrow();
        var differences = new ArrayList<String>();
        var served = new TreeSet<String>();
        for (var version : items(crd, "versions")) {
            served.add(text(version, "name"));
            var spec = at(version, "schema", "openAPIV3Schema", "properties", "spec").orElseThrow();
            schema.body().fields().values().stream()
                    .filter(field -> field.name().equals("spec"))
                    .forEach(field -> compare(field.shape(), spec, "spec", differences));
        }
        assertThat(new TreeSet<>(schema.versions())).isEqualTo(served);
        assertThat(schema.plural()).isEqualTo(text(crd, "names", "plural"));
        assertThat(schema.shortNames()).isEqualTo(words(crd, "names", "shortNames"));
        assertThat(differences).isEmpty();
    }

    private static void compare(
            Shape shape, ConfigTree theirs, String path, List<String> differences) {
        var type = text(theirs, "type");
        boolean same =
                switch (shape) {
                    case Shape.Section section -> {
                        section(section, theirs, path, differences);
                        yield type.equals("object") && at(theirs, "properties").isPresent();
                    }
                    case Shape.Items(var item, var fewest, var most, var key) -> {
                        var items = at(theirs, "items");
                        items.ifPresent(one -> compare(item, one, path + "[]", differences));
                        yield items.isPresent()
                                && fewest >= number(theirs, "minItems", 0)
                                && most <= number(theirs, "maxItems", Integer.MAX_VALUE)
                                && words(theirs, "x-kubernetes-list-map-keys")
                                        .equals(key.isEmpty() ? List.of() : List.of(key));
                    }
                    case Shape.Entries(_, var value, var fewest, var most) -> {
                        var values = at(theirs, "additionalProperties");
                        values.ifPresent(one -> compare(value, one, path + ".*", differences));
                        yield values.isPresent()
                                && fewest >= number(theirs, "minProperties", 0)
                                && most <= number(theirs, "maxProperties", Integer.MAX_VALUE);
                    }
                    case Shape.Free _ -> type.equals("object");
                    case Shape.Flag _ -> type.equals("boolean");
                    case Shape.Whole(var min, var max) ->
                            type.equals("integer")
                                    && min >= number(theirs, "minimum", Long.MIN_VALUE)
                                    && max <= number(theirs, "maximum", Long.MAX_VALUE);
                    case Shape.Decimal(var min, var max) ->
                            type.equals("number")
                                    && min >= number(theirs, "minimum", Long.MIN_VALUE)
                                    && max
                                            <= (at(theirs, "maximum").isEmpty()
                                                    ? Double.MAX_VALUE
                                                    : number(theirs, "maximum", 0));
                    case Shape.Choice choice -> {
                        var ours = new TreeSet<>(choice.words());
                        ours.addAll(choice.instead().keySet());
                        yield ours.equals(new TreeSet<>(words(theirs, "enum")));
                    }
                    case Shape.Text(_, var shortest, var longest) ->
                            type.equals("string")
                                    && at(theirs, "enum").isEmpty()
                                    && shortest >= number(theirs, "minLength", 0)
                                    && longest <= number(theirs, "maxLength", Integer.MAX_VALUE);
                    case Shape.Anything _ -> false;
                };
        if (!same) {
            differences.add(path + ": " + shape.getClass().getSimpleName());
        }
    }

    private static void section(
            Shape.Section section, ConfigTree theirs, String path, List<String> differences) {
        var properties = (Mapping) at(theirs, "properties").orElse(theirs);
        var names =
                new TreeSet<>(
                        properties.entries().stream().map(entry -> entry.key().text()).toList());
        var required = words(theirs, "required");
        for (var field : section.fields().values()) {
            var member = at(properties, field.name());
            var at = path + "." + field.name();
            if (!names.remove(field.name()) || member.isEmpty()) {
                differences.add(at + ": ours alone");
                continue;
            }
            if (required.contains(field.name()) && !field.required()) {
                differences.add(at + ": required");
            }
            if (!text(member.get(), "nullable").equals(field.nullable() ? "true" : "")) {
                differences.add(at + ": nullable");
            }
            compare(field.shape(), member.get(), at, differences);
        }
        names.forEach(name -> differences.add(path + "." + name + ": theirs alone"));
    }

    private static Optional<ConfigTree> at(ConfigTree tree, String... path) {
        Optional<ConfigTree> found = Optional.of(tree);
        for (var step : path) {
            found =
                    found.flatMap(
                            one -> one instanceof Mapping map ? map.get(step) : Optional.empty());
        }
        return found;
    }

    private static String text(ConfigTree tree, String... path) {
        return at(tree, path)
                .map(found -> found instanceof Scalar scalar ? scalar.text() : "")
                .orElse("");
    }

    private static List<ConfigTree> items(ConfigTree tree, String... path) {
        return at(tree, path)
                .map(found -> found instanceof Sequence list ? list.items() : List.<ConfigTree>of())
                .orElse(List.of());
    }

    private static List<String> words(ConfigTree tree, String... path) {
        return items(tree, path).stream().map(item -> ((Scalar) item).text()).toList();
    }

    private static long number(ConfigTree tree, String name, long absent) {
        var text = text(tree, name);
        return text.isEmpty() ? absent : (long) Double.parseDouble(text);
    }
}
