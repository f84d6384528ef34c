package io.windrose.workspace.story;

import io.windrose.topology.Edge;
import io.windrose.topology.Health;
import io.windrose.topology.MtlsMode;
import io.windrose.topology.Node;
import io.windrose.topology.NodeState;
import io.windrose.topology.Traffic;
import io.windrose.topology.display.Figures;
import io.windrose.topology.traffic.Protocol;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/// What flows between a node and its neighbours.
final class TrafficRows {
    private static final double ALL = 99.95;
    private static final double NOTHING = 0.05;

    private final Scene scene;

    TrafficRows(Scene scene) {
        this.scene = scene;
    }

    List<TrafficRow> from(Node node) {
        return scene.graph().to(node).stream()
                .sorted(MOST_FIRST)
                .map(edge -> row(edge, edge.source()))
                .toList();
    }

    List<TrafficRow> to(Node node) {
        return scene.graph().from(node).stream()
                .sorted(MOST_FIRST)
                .map(edge -> row(edge, edge.target()))
                .toList();
    }

    private static final Comparator<Edge> MOST_FIRST =
            Comparator.comparing((Edge edge) -> edge.key().protocol() == Protocol.TCP)
                    .thenComparingDouble(edge -> -edge.traffic().ratePerSecond())
                    .thenComparing(Edge::key);

    private TrafficRow row(Edge edge, Node neighbour) {
        var state = scene.state(neighbour);
        var traffic = edge.traffic();
        boolean tcp = edge.key().protocol() == Protocol.TCP;
        var p95 = traffic.durationMillis(0.95);
        return new TrafficRow(
                new Subject.OfNode(neighbour),
                neighbour.name(),
                state.shownVersion(),
                edge.health().status(),
                Figures.rate(traffic.ratePerSecond(), edge.key().protocol()),
                tcp ? "" : Figures.percent(traffic.errorPercent()),
                edge.health().status().compareTo(Health.Status.HEALTHY) > 0
                        ? edge.health().status()
                        : Health.Status.NONE,
                lock(traffic),
                lockWords(traffic, edge.key().protocol(), mode(edge.target())),
                p95.isPresent() ? Figures.millis(p95.getAsDouble()) : "");
    }

    /// Of a service, that of all the workloads behind it.
    MtlsMode mode(Node node) {
        if (!(node instanceof Node.Service)) {
            return scene.state(node).mtlsMode();
        }
        var modes =
                scene.graph().from(node).stream()
                        .map(edge -> scene.state(edge.target()))
                        .map(NodeState::mtlsMode)
                        .distinct()
                        .toList();
        return modes.size() == 1 ? modes.getFirst() : MtlsMode.UNKNOWN;
    }

    static Lock lock(Traffic traffic) {
        OptionalDouble percent = traffic.mtlsPercent();
        if (percent.isEmpty()) {
            return Lock.UNKNOWN;
        }
        double known = percent.getAsDouble();
        return known >= ALL ? Lock.CLOSED : known <= NOTHING ? Lock.OPEN : Lock.HALF;
    }

    /// `mTLS on 100 % of requests; strict is configured`.
    static String lockWords(Traffic traffic, Protocol protocol, MtlsMode mode) {
        var percent = traffic.mtlsPercent();
        var measured =
                percent.isEmpty()
                        ? "mTLS not measured"
                        : "mTLS on " + share(percent.getAsDouble(), protocol);
        return mode == MtlsMode.UNKNOWN
                ? measured
                : measured + "; " + mode.label() + " is configured";
    }

    /// `100 % of requests`.
    static String share(double percent, Protocol protocol) {
        return Figures.percent(percent) + (protocol == Protocol.TCP ? " of bytes" : " of requests");
    }
}
