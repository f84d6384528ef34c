package io.windrose.topology.display;

import io.windrose.topology.Badge;
import io.windrose.topology.Health;
import io.windrose.topology.Node;
import io.windrose.topology.NodeState;
import io.windrose.topology.TopologySnapshot;
import io.windrose.topology.layout.Area;
import io.windrose.topology.layout.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// Draws nodes: the shape says the kind, the ring the health, the chip the version.
final class NodeArtist {
    private static final double RADIUS = 22;
    private static final double RING = 2.4;

    private final Canvas canvas;
    private final Look look;
    private final Inbound inbound;
    private final List<String> versions;

    NodeArtist(Canvas canvas, TopologySnapshot graph, Look look) {
        this.canvas = canvas;
        this.look = look;
        this.inbound = new Inbound(graph);
        var all = new TreeSet<String>();
        graph.nodes().values().forEach(state -> all.add(state.version()));
        all.removeAll(List.of("", "latest"));
        this.versions = new ArrayList<>(all);
    }

    void draw(NodeState state, Point centre) {
        var node = state.node();
        canvas.begin(
                "node", node.id(), Words.of(state, inbound.of(node)), look.dimmed().contains(node));
        if (look.detail() == Detail.HEALTH) {
            far(state, centre);
        } else {
            near(state, centre);
        }
        canvas.end();
    }

    /// Large enough to tell the sign at a tenth of the size.
    private void far(NodeState state, Point centre) {
        var status = state.health().status();
        outline(state, centre, RADIUS + 4);
        canvas.circle(centre.x(), centre.y(), RADIUS, ring(status), Stroke.NONE);
        canvas.glyph(sign(status), centre.x(), centre.y(), 34, Paint.CANVAS, 5);
    }

    private void near(NodeState state, Point centre) {
        outline(state, centre, RADIUS + 6);
        shape(state, centre);
        errorArc(state, centre);
        verdict(state.health().status(), centre.plus(16, 15));
        if (look.shows(Layer.BADGES)) {
            badges(state, centre);
        }
        label(state, centre);
    }

    /// Of what is chosen or found, outside of the ring and in the same shape.
    private void outline(NodeState state, Point centre, double radius) {
        if (look.chosen().contains(state.node())) {
            contour(state, centre, radius, Paint.ACCENT_SOFT, Stroke.of(Paint.ACCENT, 2));
        } else if (state.has(Badge.FOUND)) {
            contour(state, centre, radius, Paint.NONE, Stroke.of(Paint.ACCENT, 2).dashed(3));
        }
    }

    private void contour(NodeState state, Point centre, double r, Paint fill, Stroke stroke) {
        double x = centre.x();
        double y = centre.y();
        switch (form(state)) {
            case SERVICE -> canvas.path(Shapes.hexagon(x, y, r + 3), fill, stroke);
            case GATEWAY -> canvas.path(Shapes.diamond(x, y, r + 5), fill, stroke);
            case STORE ->
                    canvas.rectangle(
                            new Area(x - r + 2, y - r + 2, 2 * r - 4, 2 * r - 4), 7, fill, stroke);
            case VERSION, OUTSIDE -> canvas.circle(x, y, r, fill, stroke);
        }
    }

    private void shape(NodeState state, Point centre) {
        var form = form(state);
        var ring = Stroke.of(ring(state.health().status()), RING);
        contour(state, centre, RADIUS, Paint.CARD, form == Form.OUTSIDE ? ring.dashed(4) : ring);
        canvas.glyph(form.glyph, centre.x(), centre.y(), 16, Paint.TEXT, 1.3);
    }

    /// What a node looks like.
    private enum Form {
        SERVICE(Glyph.GLOBE),
        VERSION(Glyph.CUBE),
        GATEWAY(Glyph.GATEWAY),
        STORE(Glyph.DATABASE),
        OUTSIDE(Glyph.CLOUD);

        private final Glyph glyph;

        Form(Glyph glyph) {
            this.glyph = glyph;
        }
    }

    private Form form(NodeState state) {
        return switch (state.node()) {
            case Node.Unknown _ -> Form.OUTSIDE;
            case Node.Service service ->
                    service.namespace().isEmpty() || service.namespace().equals("unknown")
                            ? Form.OUTSIDE
                            : Form.SERVICE;
            case Node.App _, Node.Workload _ -> {
                if (state.has(Badge.GATEWAY)) {
                    yield Form.GATEWAY;
                }
                yield inbound.isDataStore(state.node()) ? Form.STORE : Form.VERSION;
            }
        };
    }

    /// The share of errors, clockwise from the top, on round shapes.
    private void errorArc(NodeState state, Point centre) {
        double share = inbound.errorShare(state.node());
        if (form(state) == Form.VERSION && share >= 0.01) {
            canvas.path(
                    Shapes.arc(centre.x(), centre.y(), RADIUS, share),
                    Paint.NONE,
                    Stroke.of(ring(state.health().status()), 5));
        }
    }

    private void verdict(Health.Status status, Point at) {
        canvas.circle(at.x(), at.y(), 7.5, ring(status), Stroke.of(Paint.BOX, 1.2));
        canvas.glyph(sign(status), at.x(), at.y(), 11, Paint.CANVAS, 1.6);
    }

    static Glyph sign(Health.Status status) {
        return switch (status) {
            case NONE -> Glyph.DASH;
            case HEALTHY -> Glyph.TICK;
            case DEGRADED -> Glyph.EXCLAMATION;
            case FAILING -> Glyph.CROSS;
        };
    }

    private void badges(NodeState state, Point centre) {
        int count = BadgeChip.of(state).size();
        double x = centre.x() - 9.5 * (count - 1) - (count == 1 ? 12 : 0);
        for (var chip : BadgeChip.of(state)) {
            chip.draw(canvas, x, centre.y() - 22);
            x += 19;
        }
    }

    private void label(NodeState state, Point centre) {
        var name = state.node().name();
        double y = centre.y() + RADIUS + 18;
        if (state.shownVersion().isEmpty() || !look.detail().shows(Detail.NO_EDGE_LABELS)) {
            canvas.centred(centre.x(), y, name, TextStyle.NAME, Paint.TEXT);
            return;
        }
        double nameWidth = TextStyle.NAME.width(name);
        double chipWidth = TextStyle.SMALL_STRONG.width(state.version()) + 10;
        double left = centre.x() - (nameWidth + 6 + chipWidth) / 2;
        canvas.text(left, y, name, TextStyle.NAME, Paint.TEXT);
        var series = Series.values()[Math.floorMod(versions.indexOf(state.version()), 4)];
        canvas.rectangle(
                new Area(left + nameWidth + 6, y - 12, chipWidth, 16), 4, series.soft, Stroke.NONE);
        canvas.centred(
                left + nameWidth + 6 + chipWidth / 2,
                y,
                state.version(),
                TextStyle.SMALL_STRONG,
                series.strong);
    }

    /// Versions in the order of their names; the fifth begins again.
    private enum Series {
        FIRST(Paint.V1, Paint.V1_SOFT),
        SECOND(Paint.V2, Paint.V2_SOFT),
        THIRD(Paint.V3, Paint.V3_SOFT),
        FOURTH(Paint.V4, Paint.V4_SOFT);

        private final Paint strong;
        private final Paint soft;

        Series(Paint strong, Paint soft) {
            this.strong = strong;
            this.soft = soft;
        }
    }

    private Paint ring(Health.Status status) {
        return look.stale() ? Paint.IDLE : colour(status);
    }

    static Paint colour(Health.Status status) {
        return switch (status) {
            case NONE -> Paint.IDLE;
            case HEALTHY -> Paint.HEALTHY;
            case DEGRADED -> Paint.DEGRADED;
            case FAILING -> Paint.FAILING;
        };
    }
}
