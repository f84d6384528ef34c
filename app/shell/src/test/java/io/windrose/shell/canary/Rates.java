package io.windrose.shell.canary;

import io.windrose.topology.Edge;
import io.windrose.topology.EdgeKey;
import io.windrose.topology.Node;
import io.windrose.topology.Outcome;
import io.windrose.topology.Response;
import io.windrose.topology.TopologySnapshot;
import io.windrose.topology.Traffic;
import io.windrose.topology.traffic.Histogram;
import java.util.Map;
import java.util.TreeMap;

/// Other figures on the edges from reviews to its versions.
final class Rates {
    private Rates() {}

    /// @param rates requests per second by version
    /// @param errors percent of v3's requests that fail
    static TopologySnapshot of(TopologySnapshot graph, Map<String, Double> rates, double errors) {
        var edges =
                graph.edges().values().stream()
                        .map(edge ->
                                edge.source().name().equals("reviews")
                                                && edge.target() instanceof Node.App app
                                                && edge.source() instanceof Node.Service
                                        ? with(
                                                edge,
                                                rates.getOrDefault(app.version(), 0.0),
                                                app.version().equals("v3") ? errors : 0)
                                        : edge)
                        .toList();
        return TopologySnapshot.of(graph.type(), graph.nodes().values(), edges);
    }

    /// Without the service node of reviews: what came to it ends at the one version.
    static TopologySnapshot folded(TopologySnapshot graph, String version) {
        var lone =
                graph.nodes().keySet().stream()
                        .filter(node ->
                                node instanceof Node.App app
                                        && app.app().equals("reviews")
                                        && app.version().equals(version))
                        .findFirst()
                        .orElseThrow();
        var edges =
                graph.edges().values().stream()
                        .filter(edge -> !isReviews(edge.source()))
                        .map(edge ->
                                isReviews(edge.target())
                                        ? new Edge(
                                                new EdgeKey(
                                                        edge.source(), lone, edge.key().protocol()),
                                                edge.traffic(),
                                                edge.health())
                                        : edge)
                        .toList();
        var nodes =
                graph.nodes().values().stream().filter(state -> !isReviews(state.node())).toList();
        return TopologySnapshot.of(graph.type(), nodes, edges);
    }

    private static boolean isReviews(Node node) {
        return node instanceof Node.Service && node.name().equals("reviews");
    }

    private static Edge with(Edge edge, double rate, double errors) {
        double bad = rate * errors / 100;
        var responses = new TreeMap<String, Response>();
        responses.put("200", Response.of(Outcome.SUCCESS, rate - bad, "-", "reviews"));
        if (bad > 0) {
            responses.put("503", Response.of(Outcome.SERVER_ERROR, bad, "UF", "reviews"));
        }
        var durations = new TreeMap<Double, Double>();
        durations.put(100.0, rate * 0.9);
        durations.put(200.0, rate);
        durations.put(Double.POSITIVE_INFINITY, rate);
        return new Edge(
                edge.key(),
                rate > 0
                        ? new Traffic(rate, responses, rate, 0, new Histogram(durations))
                        : Traffic.IDLE,
                edge.health());
    }
}
