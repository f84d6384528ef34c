package io.windrose.topology.display;

import io.windrose.topology.Edge;
import io.windrose.topology.EdgeKey;
import io.windrose.topology.Health;
import io.windrose.topology.MtlsMode;
import io.windrose.topology.Node;
import io.windrose.topology.TopologySnapshot;
import io.windrose.topology.layout.Area;
import io.windrose.topology.layout.Layout;
import io.windrose.topology.layout.Point;
import io.windrose.topology.traffic.Protocol;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Draws edges: thickness says the rate, dashes and a number say errors, the lock says how much of
/// it is mutual TLS.
final class EdgeArtist {
    private static final double[] PLACES = {0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.2, 0.8};

    private final Canvas canvas;
    private final Look look;
    private final Map<EdgeKey, Edge> edges;
    private final Map<EdgeKey, Curve> curves;
    private final Map<Node, MtlsMode> modes = new HashMap<>();
    private final Map<EdgeKey, Double> shares;
    private final Crowd taken = new Crowd();

    /// Pixels that a mark takes beside a label.
    private static final double MARK = BadgeChip.SIDE + 3;

    EdgeArtist(Canvas canvas, TopologySnapshot graph, Layout layout, Routes routes, Look look) {
        this.canvas = canvas;
        this.look = look;
        this.edges = new LinkedHashMap<>(graph.edges());
        this.curves = routes.curves();
        this.shares =
                look.label() == EdgeLabel.SHARE ? new HashMap<>(graph.percentOfSource()) : Map.of();
        graph.nodes().forEach((node, state) -> modes.put(node, state.mtlsMode()));
        layout.spots().values().forEach(spot -> taken.add(EdgeRouter.core(spot)));
        layout.boxes().forEach((box, area) -> taken.add(BoxArtist.title(box, area)));
    }

    /// Those that stand out are drawn last.
    void drawLines() {
        edges.forEach((key, edge) -> {
            if (!look.lifted().contains(key)) {
                line(edge, curves.get(key));
            }
        });
        edges.forEach((key, edge) -> {
            if (look.lifted().contains(key)) {
                line(edge, curves.get(key));
            }
        });
    }

    /// Labels go on top of all lines and beside one another.
    ///
    /// @return where they stand
    Map<EdgeKey, Area> drawLabels() {
        var areas = new LinkedHashMap<EdgeKey, Area>();
        edges.forEach((key, edge) -> {
            var curve = curves.get(key);
            var pill = pill(edge);
            var mark = BadgeChip.configuration(edge.badges());
            if (curve != null && (pill != null || mark.isPresent())) {
                double words = pill == null ? 0 : pill.width();
                double width = words + (mark.isPresent() ? MARK : 0);
                var area = place(curve, width, Canvas.Pill.height());
                double y = area.centre().y();
                canvas.begin("label", key.toString(), pill == null ? "" : pill.text(), dimmed(key));
                if (pill != null) {
                    canvas.pill(area.x() + words / 2, y, pill);
                }
                mark.ifPresent(chip -> chip.draw(canvas, area.right() - BadgeChip.SIDE / 2, y));
                canvas.end();
                areas.put(key, area);
            }
        });
        return areas;
    }

    private Area place(Curve curve, double width, double height) {
        var best = area(curve.at(PLACES[0]), width, height);
        double least = Double.MAX_VALUE;
        for (double t : PLACES) {
            var area = area(curve.at(t), width, height);
            double covered = taken.shared(area);
            if (covered < least) {
                least = covered;
                best = area;
            }
            if (covered == 0) {
                break;
            }
        }
        taken.add(best);
        return best;
    }

    private static Area area(Point middle, double width, double height) {
        return new Area(middle.x() - width / 2, middle.y() - height / 2, width, height);
    }

    private void line(Edge edge, @Nullable Curve curve) {
        if (curve == null) {
            return;
        }
        boolean ill = isIll(edge);
        boolean lifted = look.lifted().contains(edge.key());
        var paint = paint(edge, lifted);
        double width = thickness(edge) + (lifted ? 0.7 : 0);
        var stroke = Stroke.of(paint, width);
        canvas.begin("edge", edge.key().toString(), Words.of(edge), dimmed(edge.key()));
        canvas.line(curve, ill ? stroke.dashed(5) : stroke);
        canvas.path(curve.arrow(EdgeRouter.ARROW), paint, Stroke.NONE);
        if (look.drawnDots() && !edge.traffic().isIdle()) {
            for (double t : new double[] {0.16, 0.86}) {
                canvas.circle(
                        curve.x(t),
                        curve.y(t),
                        2.2,
                        ill ? paint : colour(edge.key().protocol()),
                        Stroke.NONE);
            }
        }
        canvas.end();
    }

    private Paint paint(Edge edge, boolean lifted) {
        if (isIll(edge) && !look.stale()) {
            return NodeArtist.colour(edge.health().status());
        }
        if (lifted) {
            return Paint.EDGE_STRONG;
        }
        return edge.traffic().isIdle() ? Paint.LINE_STRONG : Paint.EDGE;
    }

    /// Pixels, by the logarithm of the rate: a byte of TCP weighs a thousandth of a request.
    private static double thickness(Edge edge) {
        double rate = edge.traffic().ratePerSecond();
        double scale = edge.key().protocol() == Protocol.TCP ? 1000 : 1;
        return Math.min(3.4, 1.3 + 0.55 * Math.log10(1 + rate / scale));
    }

    private boolean dimmed(EdgeKey key) {
        return look.dimmed().contains(key.source()) || look.dimmed().contains(key.target());
    }

    private static boolean isIll(Edge edge) {
        return edge.health().status().compareTo(Health.Status.HEALTHY) > 0;
    }

    /// Null where there is nothing to say.
    private Canvas.@Nullable Pill pill(Edge edge) {
        var given = look.texts().get(edge.key());
        if (given == null && edge.traffic().isIdle()) {
            return null;
        }
        var text = given != null ? given : text(edge);
        if (text.isEmpty()) {
            return null;
        }
        var lock =
                look.shows(Layer.MTLS)
                        ? Lock.of(edge, modes.getOrDefault(edge.target(), MtlsMode.UNKNOWN))
                        : null;
        var lockPaint = lock == null || look.stale() ? Paint.IDLE : lock.paint();
        boolean lifted = look.lifted().contains(edge.key());
        return switch (look.stale() ? Health.Status.NONE : edge.health().status()) {
            case FAILING -> ill(lock, text, Paint.FAILING, Paint.FAILING_SOFT);
            case DEGRADED -> ill(lock, text, Paint.DEGRADED, Paint.DEGRADED_SOFT);
            case NONE, HEALTHY ->
                    new Canvas.Pill(
                            lock,
                            lockPaint,
                            text,
                            TextStyle.SMALL,
                            lifted ? Paint.TEXT : Paint.TEXT_2,
                            Paint.BOX,
                            Paint.LINE_STRONG);
        };
    }

    private static Canvas.Pill ill(@Nullable Lock lock, String text, Paint paint, Paint soft) {
        return new Canvas.Pill(lock, paint, text, TextStyle.SMALL_STRONG, paint, soft, soft);
    }

    private String text(Edge edge) {
        boolean errorsSay = look.label() == EdgeLabel.REQUESTS || look.label() == EdgeLabel.ERRORS;
        return isIll(edge) && errorsSay
                ? Figures.percent(edge.traffic().errorPercent()) + " err"
                : look.label().text(edge, shares.getOrDefault(edge.key(), 0.0));
    }

    static Paint colour(Protocol protocol) {
        return switch (protocol) {
            case HTTP -> Paint.HTTP;
            case GRPC -> Paint.GRPC;
            case TCP -> Paint.TCP;
        };
    }
}
