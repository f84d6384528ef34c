package io.windrose.prometheus.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.windrose.kernel.Result;
import io.windrose.prometheus.FakePrometheus;
import io.windrose.testkit.Shared;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// One of Kiali's graphs: the series that it was made from, the flags, and what came out.
record KialiCase(
        String name, GraphFlags flags, List<FakePrometheus.Series> series, JsonNode expected) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static List<KialiCase> all() throws IOException {
        var folder = Shared.path("conformance/kiali-graph");
        var cases = new ArrayList<KialiCase>();
        for (var each : JSON.readTree(folder.resolve("cases.json").toFile())) {
            cases.add(
                    new KialiCase(
                            each.path("name").asText(),
                            flags(each.path("args")),
                            FakePrometheus.read(folder.resolve(each.path("series").asText())),
                            each.path("expected")));
        }
        return cases;
    }

    GraphRequest request() {
        return switch (flags.read()) {
            case Result.Ok(var request, _) -> request;
            case Result.Err(var problems) -> throw new AssertionError(problems);
        };
    }

    /// Nodes and numbers of the expected graph, flat: `EDGE rates http` to 100.0.
    Map<String, Double> expectedFigures() {
        var figures = new TreeMap<String, Double>();
        expected.path("nodes").forEach(node -> figures.put("node " + node.asText(), 0.0));
        expected.path("edges")
                .properties()
                .forEach(edge -> figures(edge.getKey(), edge.getValue(), figures));
        return figures;
    }

    /// The same of a graph that we wrote.
    static Map<String, Double> figures(String json) throws IOException {
        var root = JSON.readTree(json);
        var ids = new HashMap<String, String>();
        var figures = new TreeMap<String, Double>();
        for (var node : root.path("nodes")) {
            var id = canonical(node);
            ids.put(node.path("id").asText(), id);
            figures.put("node " + id, 0.0);
        }
        for (var edge : root.path("edges")) {
            var key =
                    ids.get(edge.path("source").asText())
                            + " -> "
                            + ids.get(edge.path("target").asText())
                            + " "
                            + edge.path("protocol").asText();
            figures(key, edge, figures);
        }
        return figures;
    }

    private static void figures(String key, JsonNode edge, Map<String, Double> figures) {
        figures.put(key, 0.0);
        edge.path("rates")
                .properties()
                .forEach(
                        rate -> figures.put(key + " " + rate.getKey(), rate.getValue().asDouble()));
        for (var code : edge.path("responses").properties()) {
            figures.put(key + " " + code.getKey(), 0.0);
            for (var kind : new TreeSet<>(List.of("flags", "hosts"))) {
                code.getValue()
                        .path(kind)
                        .properties()
                        .forEach(share ->
                                figures.put(
                                        String.join(" ", key, code.getKey(), kind, share.getKey()),
                                        share.getValue().asDouble()));
            }
        }
    }

    private static String canonical(JsonNode node) {
        var kind = node.path("kind").asText();
        var place =
                kind
                        + ":"
                        + node.path("cluster").asText()
                        + "/"
                        + node.path("namespace").asText()
                        + "/";
        return switch (kind) {
            case "app" ->
                    place
                            + node.path("app").asText()
                            + (node.path("version").isNull()
                                    ? ""
                                    : "@" + node.path("version").asText());
            case "workload" -> place + node.path("workload").asText();
            case "service" -> place + node.path("service").asText();
            default -> "unknown";
        };
    }

    private static GraphFlags flags(JsonNode args) {
        var given = new HashMap<String, String>();
        for (int i = 0; i < args.size(); i++) {
            var flag = args.get(i).asText();
            boolean lone = flag.startsWith("--in");
            given.put(flag, lone ? "true" : args.get(++i).asText());
        }
        return new GraphFlags(
                given.getOrDefault("--graph-type", ""),
                given.getOrDefault("--namespaces", ""),
                given.getOrDefault("--duration", ""),
                given.getOrDefault("--time", ""),
                given.getOrDefault("--node", ""),
                given.getOrDefault("--rates", ""),
                given.containsKey("--inject-service-nodes"),
                given.containsKey("--include-idle-edges"),
                "",
                "");
    }
}
