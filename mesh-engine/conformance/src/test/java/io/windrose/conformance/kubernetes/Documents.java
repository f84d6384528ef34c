package io.windrose.conformance.kubernetes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Random documents of one kind: each fourth as the schema asks for, the others with one change to
/// one that is accepted here. Of kinds of others than Istio another fourth has odd words in it.
record Documents(Crd crd) {
    private static final int ATTEMPTS = 40;
    static final String NAMESPACE = "shop";

    /// @param version of the API that it is sent to
    record Document(int number, String version, String text) {}

    /// The same for the same number.
    Document document(int number) {
        var random = new SplittableRandom(number);
        var version = crd.versions().get(random.nextInt(crd.versions().size()));
        var schema = crd.ofSpec(version);
        if (number % 4 == 0 || (!crd.isIstios() && number % 2 == 0)) {
            var odd = crd.isIstios() || number % 4 == 0 ? List.<String>of() : Words.ODD;
            return new Document(
                    number, version, text(version, object(new Values(random, odd), schema)));
        }
        var values = new Values(random, List.of());
        var object = object(values, schema);
        for (int i = 0; i < ATTEMPTS && !Verdict.ours(text(version, object)).isEmpty(); i++) {
            object = object(values, schema);
        }
        var mutation = new Mutation(random, crd.isIstios() ? List.of() : Words.ODD);
        var changed = new LinkedHashMap<String, @Nullable Object>(object);
        if (!crd.isIstios() && random.nextInt(30) == 0) {
            changed.put(random.nextBoolean() ? "spec" : "specs", null);
            return new Document(number, version, text(version, changed));
        }
        var member = random.nextInt(12) == 0 ? "metadata" : "spec";
        changed.put(
                member,
                mutation.of(object.get(member), member.equals("spec") ? schema : crd.spec()));
        return new Document(number, version, text(version, changed));
    }

    private Map<String, Object> object(Values values, Schema schema) {
        var object = new LinkedHashMap<String, Object>();
        var metadata = new LinkedHashMap<String, Object>();
        metadata.put("name", "x");
        if (crd.isNamespaced()) {
            metadata.put("namespace", NAMESPACE);
        }
        metadata.put("labels", Map.of("app", "x"));
        object.put("metadata", metadata);
        object.put("spec", values.of(schema, "spec", 0));
        return object;
    }

    private String text(String version, Map<String, ?> members) {
        return "apiVersion: %s\nkind: %s\n%s\n"
                .formatted(
                        crd.apiVersion(version),
                        crd.kind(),
                        members.entrySet().stream()
                                .map(entry -> entry.getKey() + ": " + json(entry.getValue()))
                                .collect(Collectors.joining("\n")));
    }

    private static String json(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Map<?, ?> map ->
                    map.entrySet().stream()
                            .map(entry -> "\"" + entry.getKey() + "\": " + json(entry.getValue()))
                            .collect(Collectors.joining(", ", "{", "}"));
            case List<?> list ->
                    list.stream().map(Documents::json).collect(Collectors.joining(", ", "[", "]"));
            case String text -> "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
            default -> value.toString();
        };
    }
}
