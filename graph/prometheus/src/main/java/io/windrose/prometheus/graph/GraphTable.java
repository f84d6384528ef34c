package io.windrose.prometheus.graph;

import io.windrose.topology.Edge;
import io.windrose.topology.Health;
import io.windrose.topology.MtlsMode;
import io.windrose.topology.Node;
import io.windrose.topology.NodeState;
import io.windrose.topology.Response;
import io.windrose.topology.TopologySnapshot;
import io.windrose.topology.Traffic;
import io.windrose.topology.display.Figures;
import io.windrose.topology.traffic.Protocol;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/// A graph as two tables for a terminal: edges, the ill ones first, and the nodes at their ends.
public final class GraphTable {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private GraphTable() {}

    /// @param colour paints states and errors with ANSI colours
    public static String write(GraphAnswer answer, boolean colour) {
        var graph = answer.graph();
        var text = new StringBuilder();
        text.append(title(answer)).append("  (").append(hint(answer)).append(")\n\n");
        if (graph.nodes().isEmpty()) {
            return text.append("No traffic in this time. A longer --duration or")
                    .append(" --include-idle-edges shows more.\n")
                    .toString();
        }
        text.append(edges(graph).print(colour));
        text.append('\n').append(nodes(graph).print(colour));
        return text.append('\n').append(summary(graph)).append('\n').toString();
    }

    /// `Traffic of bookinfo, istio-system`.
    static String title(GraphAnswer answer) {
        var request = answer.request();
        return request.node()
                .map(focus ->
                        "Traffic of "
                                + focus.namespace()
                                + "/"
                                + focus.name()
                                + (focus.version().isEmpty() ? "" : " " + focus.version()))
                .orElseGet(() ->
                        request.namespaces().isEmpty()
                                ? "Traffic of all namespaces"
                                : "Traffic of " + String.join(", ", request.namespaces()));
    }

    /// `workload graph, last 60 s to 14:05:00 UTC`.
    static String hint(GraphAnswer answer) {
        return answer.graph().type().label()
                + " graph, last "
                + answer.duration().toSeconds()
                + " s to "
                + CLOCK.format(answer.at())
                + " UTC";
    }

    private static TextTable edges(TopologySnapshot graph) {
        var table =
                new TextTable(
                        "  FROM",
                        "TO",
                        "PROTOCOL",
                        ">RATE",
                        ">ERRORS",
                        ">P50",
                        ">P95",
                        ">P99",
                        ">MTLS",
                        "RESPONSES");
        var edges = new ArrayList<>(graph.edges().values());
        edges.sort(
                Comparator.comparing((Edge edge) -> edge.health().status())
                        .reversed()
                        .thenComparing(Edge::key));
        for (var edge : edges) {
            var traffic = edge.traffic();
            var protocol = edge.key().protocol();
            var status = edge.health().status();
            table.row(
                    tone(status),
                    mark(status) + " " + name(edge.source(), graph),
                    name(edge.target(), graph),
                    protocol.label(),
                    traffic.isIdle() ? "idle" : Figures.rate(traffic.ratePerSecond(), protocol),
                    protocol == Protocol.TCP || traffic.isIdle()
                            ? "-"
                            : Figures.percent(traffic.errorPercent()),
                    millis(traffic.durationMillis(0.5)),
                    millis(traffic.durationMillis(0.95)),
                    millis(traffic.durationMillis(0.99)),
                    mtls(traffic.mtlsPercent()),
                    responses(traffic));
        }
        return table;
    }

    private static TextTable nodes(TopologySnapshot graph) {
        var table =
                new TextTable(
                        "  NODE",
                        "KIND",
                        "NAMESPACE",
                        "VERSION",
                        "HEALTH",
                        ">IN",
                        ">OUT",
                        "MTLS MODE",
                        "NOTES");
        var states = new ArrayList<>(graph.nodes().values());
        states.sort(
                Comparator.comparing((NodeState state) -> state.health().status())
                        .reversed()
                        .thenComparing(NodeState::node));
        for (var state : states) {
            var notes = new StringJoiner(", ");
            state.badges().forEach(badge -> notes.add(badge.label()));
            var health = state.health();
            table.row(
                    tone(health.status()),
                    mark(health.status()) + " " + state.node().name(),
                    state.node().kind(),
                    orDash(state.node().namespace()),
                    orDash(state.version()),
                    health.because().isEmpty()
                            ? health.status() == Health.Status.NONE ? "-" : health.status().label()
                            : health.status().label() + ": " + health.because(),
                    rates(graph.inbound(state.node())),
                    rates(graph.outbound(state.node())),
                    state.mtlsMode() == MtlsMode.UNKNOWN ? "-" : state.mtlsMode().label(),
                    notes.toString());
        }
        return table;
    }

    private static String summary(TopologySnapshot graph) {
        var kinds = new TreeMap<String, Integer>();
        graph.nodes().keySet().forEach(node -> kinds.merge(node.kind(), 1, Integer::sum));
        var parts = new StringJoiner(", ");
        kinds.forEach((kind, count) -> {
            var many = count == 1 || kind.equals("unknown") ? kind : kind + "s";
            parts.add(count + " " + many);
        });
        parts.add(graph.edges().size() + (graph.edges().size() == 1 ? " edge" : " edges"));
        double secured = sum(graph, Traffic::mutualTlsRate);
        double plain = sum(graph, Traffic::plaintextRate);
        if (secured + plain > 0) {
            parts.add(
                    "mTLS " + Figures.percent(100 * secured / (secured + plain)) + " of requests");
        }
        return parts.toString();
    }

    /// Bytes are not requests, so only these are added up.
    private static double sum(TopologySnapshot graph, ToDoubleFunction<Traffic> part) {
        return graph.edges().values().stream()
                .filter(edge -> edge.key().protocol() != Protocol.TCP)
                .mapToDouble(edge -> part.applyAsDouble(edge.traffic()))
                .sum();
    }

    /// The node's name, with what tells it from others of that name.
    private static String name(Node node, TopologySnapshot graph) {
        var version = node instanceof Node.App app ? app.version() : "";
        var shown = version.isEmpty() || version.equals("latest") ? "" : " " + version;
        boolean ambiguous =
                graph.nodes().keySet().stream()
                        .anyMatch(other -> !other.equals(node) && other.name().equals(node.name()));
        var kind = ambiguous && node instanceof Node.Service ? " (service)" : "";
        return node.name() + shown + kind;
    }

    /// `200 FI 50 %`: codes with flags and their share, the usual `200 -` left out when alone.
    private static String responses(Traffic traffic) {
        var parts = new StringJoiner(", ");
        for (Map.Entry<String, Response> response : traffic.responses().entrySet()) {
            if (response.getKey().equals("-") && !response.getValue().outcome().isError()) {
                continue;
            }
            response.getValue()
                    .rateByFlags()
                    .forEach((flags, rate) ->
                            parts.add(
                                    response.getKey()
                                            + (flags.equals("-") ? "" : " " + flags)
                                            + " "
                                            + Figures.percent(
                                                    100 * rate / traffic.ratePerSecond())));
        }
        return parts.toString();
    }

    private static String rates(SortedMap<Protocol, Traffic> traffic) {
        var parts = new StringJoiner(" + ");
        traffic.forEach((protocol, sum) -> {
            if (!sum.isIdle()) {
                parts.add(Figures.rate(sum.ratePerSecond(), protocol));
            }
        });
        return orDash(parts.toString());
    }

    private static String mtls(OptionalDouble percent) {
        return percent.isPresent() ? Figures.percent(percent.getAsDouble()) : "-";
    }

    private static String millis(OptionalDouble millis) {
        return millis.isPresent() ? Figures.millis(millis.getAsDouble()) : "-";
    }

    private static String orDash(String text) {
        return text.isEmpty() ? "-" : text;
    }

    private static String mark(Health.Status status) {
        return switch (status) {
            case NONE, HEALTHY -> " ";
            case DEGRADED -> "!";
            case FAILING -> "x";
        };
    }

    private static TextTable.Tone tone(Health.Status status) {
        return switch (status) {
            case NONE -> TextTable.Tone.FAINT;
            case HEALTHY -> TextTable.Tone.PLAIN;
            case DEGRADED -> TextTable.Tone.AMBER;
            case FAILING -> TextTable.Tone.RED;
        };
    }
}
