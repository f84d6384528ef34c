package io.windrose.topology.display;

import io.windrose.topology.Edge;
import io.windrose.topology.EdgeKey;
import io.windrose.topology.Health;
import io.windrose.topology.Node;
import io.windrose.topology.TopologySnapshot;
import io.windrose.topology.layout.Layout;
import io.windrose.topology.traffic.Protocol;
import java.util.LinkedHashMap;
import java.util.Map;

/// Draws edges: thickness says the rate, dashes and a number say errors, the lock says how much of
/// it was measured to be mutual TLS.
final class EdgeArtist {
    private final Canvas canvas;
    private final TopologySnapshot graph;
    private final EdgeRouter router;
    private final Map<EdgeKey, Curve> curves = new LinkedHashMap<>();

    EdgeArtist(Canvas canvas, TopologySnapshot graph, Layout layout) {
        this.canvas = canvas;
        this.graph = graph;
        this.router = new EdgeRouter(layout);
    }

    void drawLines() {
        for (var edge : graph.edges().values()) {
            var curve = router.route(edge.source(), edge.target(), hasOpposite(edge));
            curves.put(edge.key(), curve);
            line(edge, curve);
        }
    }

    /// Labels go on top of all lines and beside one another.
    void drawLabels() {
        curves.forEach((key, curve) -> {
            var edge = graph.edges().get(key);
            if (edge != null && !edge.traffic().isIdle()) {
                var pill = pill(edge);
                var at = router.label(curve, pill.width(), Canvas.Pill.height());
                canvas.begin("label", key.toString(), pill.text());
                canvas.pill(at.x(), at.y(), pill);
                canvas.end();
            }
        });
    }

    private void line(Edge edge, Curve curve) {
        var health = edge.health().status();
        boolean ill = health.compareTo(Health.Status.HEALTHY) > 0;
        var paint =
                ill
                        ? NodeArtist.ring(health)
                        : edge.traffic().isIdle() ? Paint.LINE_STRONG : Paint.EDGE;
        double rate = edge.traffic().ratePerSecond();
        double scale = edge.key().protocol() == Protocol.TCP ? 1000 : 1;
        double width = Math.min(3.4, 1.3 + 0.55 * Math.log10(1 + rate / scale));
        var stroke = Stroke.of(paint, width);
        canvas.begin("edge", edge.key().toString(), words(edge));
        canvas.path(curve.data(), Paint.NONE, ill ? stroke.dashed(5) : stroke);
        canvas.path(curve.arrow(EdgeRouter.ARROW), paint, Stroke.NONE);
        if (!edge.traffic().isIdle()) {
            for (double t : new double[] {0.16, 0.86}) {
                var dot = curve.at(t);
                canvas.circle(
                        dot.x(),
                        dot.y(),
                        2.2,
                        ill ? paint : protocol(edge.key().protocol()),
                        Stroke.NONE);
            }
        }
        canvas.end();
    }

    private boolean hasOpposite(Edge edge) {
        return graph.edges().values().stream()
                .anyMatch(other ->
                        other.source().equals(edge.target())
                                && other.target().equals(edge.source()));
    }

    private static Canvas.Pill pill(Edge edge) {
        var traffic = edge.traffic();
        var percent = traffic.mtlsPercent();
        double secured = percent.orElse(-1);
        Icon lock = secured < 0 ? null : Icon.LOCK_HALF;
        var lockPaint = Paint.MTLS_MIXED;
        if (secured >= 99.95) {
            lock = Icon.LOCK;
            lockPaint = Paint.MTLS;
        } else if (secured >= 0 && secured < 0.05) {
            lock = Icon.LOCK_OPEN;
            lockPaint = Paint.MTLS_NONE;
        }
        return switch (edge.health().status()) {
            case FAILING ->
                    new Canvas.Pill(
                            lock,
                            Paint.FAILING,
                            Figures.percent(traffic.errorPercent()) + " err",
                            TextStyle.SMALL_STRONG,
                            Paint.FAILING,
                            Paint.FAILING_SOFT,
                            Paint.FAILING_SOFT);
            case DEGRADED ->
                    new Canvas.Pill(
                            lock,
                            Paint.DEGRADED,
                            Figures.percent(traffic.errorPercent()) + " err",
                            TextStyle.SMALL_STRONG,
                            Paint.DEGRADED,
                            Paint.DEGRADED_SOFT,
                            Paint.DEGRADED_SOFT);
            case NONE, HEALTHY ->
                    new Canvas.Pill(
                            lock,
                            lockPaint,
                            Figures.rate(traffic.ratePerSecond(), edge.key().protocol()),
                            TextStyle.SMALL,
                            Paint.TEXT_2,
                            Paint.CARD,
                            Paint.LINE_STRONG);
        };
    }

    private static String words(Edge edge) {
        var traffic = edge.traffic();
        return name(edge.source())
                + " to "
                + name(edge.target())
                + ", "
                + edge.key().protocol().label()
                + ", "
                + (traffic.isIdle()
                        ? "idle"
                        : Figures.rate(traffic.ratePerSecond(), edge.key().protocol())
                                + ", "
                                + Figures.percent(traffic.errorPercent())
                                + " errors, "
                                + (traffic.mtlsPercent().isPresent()
                                        ? Figures.percent(traffic.mtlsPercent().getAsDouble())
                                                + " mutual TLS"
                                        : "mutual TLS not known"));
    }

    private static String name(Node node) {
        return node instanceof Node.App app && !app.version().isEmpty()
                ? app.app() + " " + app.version()
                : node.name();
    }

    private static Paint protocol(Protocol protocol) {
        return switch (protocol) {
            case HTTP -> Paint.HTTP;
            case GRPC -> Paint.GRPC;
            case TCP -> Paint.TCP;
        };
    }
}
