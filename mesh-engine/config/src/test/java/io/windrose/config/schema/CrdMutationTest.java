package io.windrose.config.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.windrose.config.decode.Decoder;
import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Result;
import io.windrose.kernel.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Random documents by Istio's definitions, most of them with one value of another type, missing,
/// misspelled or out of range: what an API server refuses for its shape is refused here; and no
/// field of what it takes is unknown here or of a wrong type.
final class CrdMutationTest {
    private static final int DOCUMENTS = Integer.getInteger("windrose.definitions", 120);
    private static final List<String> OF_SHAPE = List.of("MESH0120", "MESH0121");
    private static final String NAMED = "metadata: {name: x, namespace: shop}";
    private static final int DEEP = 6;

    @TestFactory
    List<DynamicTest> refusesWhatIstiosDefinitionRefuses() {
        return Definition.ofIstio().entrySet().stream()
                .map(entry ->
                        dynamicTest(
                                entry.getKey(),
                                () -> compare(entry.getKey(), entry.getValue().ofSpec())))
                .toList();
    }

    private static void compare(String kind, Definition definition) {
        int accepted = 0;
        for (int seed = 0; seed < DOCUMENTS; seed++) {
            var random = new SplittableRandom(seed);
            var spec = value(definition, random, 0);
            if (seed % 4 > 0) {
                spec = mutated(spec, random);
            }
            if (spec == null) {
                continue; // which is no spec at all
            }
            var text = text(kind, spec);
            var problems = problems(text);
            if (definition.accepts(spec)) {
                accepted++;
                assertThat(problems)
                        .as("seed %d:%n%s", seed, text)
                        .noneMatch(problem -> OF_SHAPE.stream().anyMatch(problem::contains));
            } else {
                assertThat(problems).as("seed %d:%n%s", seed, text).isNotEmpty();
            }
        }
        assertThat(accepted).isBetween(1, DOCUMENTS - 1);
    }

    static List<String> problems(String text) {
        return switch (YamlFile.parse("f.yaml", text)) {
            case Result.Err<YamlFile>(var problems) -> throw new AssertionError(problems);
            case Result.Ok<YamlFile>(var yaml, _) ->
                    new Decoder("", Severity.ERROR)
                            .decodeObjects(yaml).getFirst().problems().stream()
                                    .filter(problem -> problem.isError())
                                    .map(Object::toString)
                                    .toList();
        };
    }

    static String text(String kind, @Nullable Object spec) {
        var schema = Schemas.of(kind).orElseThrow();
        return "apiVersion: %s/%s%nkind: %s%n%s%nspec: %s%n"
                .formatted(
                        schema.group(),
                        schema.versions().getFirst(),
                        schema.kind(),
                        NAMED,
                        json(spec));
    }

    static @Nullable Object value(Definition definition, SplittableRandom random, int depth) {
        var words = definition.words("enum");
        return switch (definition.text("type")) {
            case "object" -> map(definition, random, depth);
            case "array" -> {
                var list = new ArrayList<@Nullable Object>();
                int size = depth > DEEP ? 1 : 1 + random.nextInt(2);
                for (int i = 0; i < size; i++) {
                    list.add(value(definition.at("items").orElseThrow(), random, depth + 1));
                }
                yield list;
            }
            case "boolean" -> random.nextBoolean();
            case "integer", "number" -> (int) Math.max(1, definition.number("minimum", 1));
            default ->
                    words.isEmpty()
                            ? List.of("abc", "5s", "a.example.com").get(random.nextInt(3))
                            : words.get(random.nextInt(words.size()));
        };
    }

    private static Map<String, @Nullable Object> map(
            Definition definition, SplittableRandom random, int depth) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        var values = definition.at("additionalProperties");
        if (values.isPresent()) {
            map.put("8080", value(values.get(), random, depth + 1));
            return map;
        }
        var required = definition.words("required");
        for (var name : definition.properties()) {
            if (required.contains(name) || random.nextInt(depth + 2) == 0) {
                map.put(name, value(definition.property(name).orElseThrow(), random, depth + 1));
            }
        }
        return map;
    }

    /// The same value with one change somewhere.
    static @Nullable Object mutated(@Nullable Object value, SplittableRandom random) {
        if (value instanceof Map<?, ?> map && !map.isEmpty() && random.nextInt(5) > 0) {
            var copy = new LinkedHashMap<Object, @Nullable Object>(map);
            var keys = new ArrayList<Object>(map.keySet());
            var key = keys.get(random.nextInt(keys.size()));
            switch (random.nextInt(6)) {
                case 0 -> copy.remove(key);
                case 1 -> copy.put(key + "x", copy.remove(key));
                default -> copy.put(key, mutated(map.get(key), random));
            }
            return copy;
        }
        if (value instanceof List<?> list && !list.isEmpty() && random.nextInt(5) > 0) {
            var copy = new ArrayList<@Nullable Object>(list);
            int at = random.nextInt(copy.size());
            copy.set(at, mutated(copy.get(at), random));
            return copy;
        }
        return switch (random.nextInt(8)) {
            case 0 -> null;
            case 1 -> List.of();
            case 2 -> Map.of("x", "y");
            case 3 -> -1;
            case 4 -> 1.5;
            case 5 -> 99_999_999_999L;
            case 6 -> true;
            default -> value + "x";
        };
    }

    static String json(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Map<?, ?> map ->
                    map.entrySet().stream()
                            .map(entry -> "\"" + entry.getKey() + "\": " + json(entry.getValue()))
                            .collect(Collectors.joining(", ", "{", "}"));
            case List<?> list ->
                    list.stream()
                            .map(CrdMutationTest::json)
                            .collect(Collectors.joining(", ", "[", "]"));
            case String text -> "\"" + text.replace("\"", "'") + "\"";
            default -> value.toString();
        };
    }
}
