package io.windrose.topology.display;

import io.windrose.topology.Badge;
import io.windrose.topology.Health;
import io.windrose.topology.Node;
import io.windrose.topology.NodeState;
import io.windrose.topology.TopologySnapshot;
import io.windrose.topology.Traffic;
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
    private final TopologySnapshot graph;
    private final List<String> versions;

    NodeArtist(Canvas canvas, TopologySnapshot graph) {
        this.canvas = canvas;
        this.graph = graph;
        var all = new TreeSet<String>();
        graph.nodes().values().forEach(state -> all.add(state.version()));
        all.removeAll(List.of("", "latest"));
        this.versions = new ArrayList<>(all);
    }

    void draw(NodeState state, Point centre) {
        canvas.begin("node", state.node().id(), words(state));
        var ring = Stroke.of(ring(state.health().status()), RING);
        if (state.has(Badge.FOUND)) {
            canvas.circle(
                    centre.x(), centre.y(), RADIUS + 7, Paint.NONE, Stroke.of(Paint.FOUND, 3));
        }
        shape(state, centre, ring);
        errorArc(state, centre);
        verdict(state.health().status(), centre.plus(16, 15));
        badges(state, centre);
        label(state, centre);
        canvas.end();
    }

    private void shape(NodeState state, Point centre, Stroke ring) {
        double x = centre.x();
        double y = centre.y();
        Icon icon;
        switch (state.node()) {
            case Node.Service _ -> {
                canvas.path(hexagon(x, y, RADIUS + 3), Paint.CARD, ring);
                icon = Icon.GLOBE;
            }
            case Node.Unknown _ -> {
                canvas.circle(x, y, RADIUS, Paint.CARD, Stroke.of(Paint.IDLE, 2).dashed(4));
                icon = Icon.CLOUD;
            }
            case Node.App _, Node.Workload _ -> {
                if (state.has(Badge.GATEWAY)) {
                    canvas.path(diamond(x, y, RADIUS + 5), Paint.CARD, ring);
                    icon = Icon.GATEWAY;
                } else {
                    canvas.circle(x, y, RADIUS, Paint.CARD, ring);
                    icon = Icon.CUBE;
                }
            }
        }
        canvas.icon(icon, x, y, 16, Paint.TEXT, 1.3);
    }

    /// The share of errors, clockwise from the top, on round shapes.
    private void errorArc(NodeState state, Point centre) {
        boolean round =
                (state.node() instanceof Node.App || state.node() instanceof Node.Workload)
                        && !state.has(Badge.GATEWAY);
        double share = errorShare(state.node());
        if (!round || share < 0.01) {
            return;
        }
        double angle = 2 * Math.PI * Math.min(share, 0.999);
        var arc =
                new PathData()
                        .command("M")
                        .point(centre.x(), centre.y() - RADIUS)
                        .command("A")
                        .number(RADIUS)
                        .number(RADIUS)
                        .word("0")
                        .word(share > 0.5 ? "1" : "0")
                        .word("1")
                        .point(
                                centre.x() + RADIUS * Math.sin(angle),
                                centre.y() - RADIUS * Math.cos(angle))
                        .toString();
        canvas.path(arc, Paint.NONE, Stroke.of(ring(state.health().status()), 5));
    }

    private double errorShare(Node node) {
        double rate = 0;
        double errors = 0;
        for (Traffic traffic : graph.inbound(node).values()) {
            if (traffic.errorRate() > 0) {
                rate += traffic.ratePerSecond();
                errors += traffic.errorRate();
            }
        }
        return rate > 0 ? errors / rate : 0;
    }

    private void verdict(Health.Status status, Point at) {
        var icon =
                switch (status) {
                    case NONE -> Icon.DASH;
                    case HEALTHY -> Icon.TICK;
                    case DEGRADED -> Icon.EXCLAMATION;
                    case FAILING -> Icon.CROSS;
                };
        canvas.circle(at.x(), at.y(), 7.5, ring(status), Stroke.of(Paint.CANVAS, 1.2));
        canvas.icon(icon, at.x(), at.y(), 11, Paint.CARD, 1.6);
    }

    private void badges(NodeState state, Point centre) {
        var icons = new ArrayList<Icon>();
        if (state.has(Badge.VIRTUAL_SERVICE) || state.has(Badge.TRAFFIC_SHIFTING)) {
            icons.add(Icon.ROUTE);
        }
        if (state.has(Badge.CIRCUIT_BREAKER)) {
            icons.add(Icon.BREAKER);
        }
        if (state.has(Badge.FAULT_INJECTION)) {
            icons.add(Icon.FAULT);
        }
        double x = centre.x() - 9 * (icons.size() - 1);
        for (var icon : icons) {
            canvas.rectangle(
                    new Area(x - 7.5, centre.y() - 31, 15, 15),
                    3,
                    Paint.CARD,
                    Stroke.of(Paint.LINE_STRONG, 1));
            canvas.icon(icon, x, centre.y() - 23.5, 11, Paint.GRPC, 1.2);
            x += 18;
        }
    }

    private void label(NodeState state, Point centre) {
        var name = state.node().name();
        double y = centre.y() + RADIUS + 18;
        double nameWidth = TextStyle.NAME.width(name);
        if (state.shownVersion().isEmpty()) {
            canvas.centred(centre.x(), y, name, TextStyle.NAME, Paint.TEXT);
            return;
        }
        double chipWidth = TextStyle.SMALL_STRONG.width(state.version()) + 10;
        double left = centre.x() - (nameWidth + 6 + chipWidth) / 2;
        canvas.text(left, y, name, TextStyle.NAME, Paint.TEXT);
        int series = Math.floorMod(versions.indexOf(state.version()), 4);
        canvas.rectangle(
                new Area(left + nameWidth + 6, y - 12, chipWidth, 16),
                4,
                softSeries(series),
                Stroke.NONE);
        canvas.centred(
                left + nameWidth + 6 + chipWidth / 2,
                y,
                state.version(),
                TextStyle.SMALL_STRONG,
                series(series));
    }

    private String words(NodeState state) {
        var words = new StringBuilder(state.node().name()).append(", ").append(state.node().kind());
        if (!state.version().isEmpty()) {
            words.append(" ").append(state.version());
        }
        words.append(", ").append(state.health().status().label());
        if (!state.health().because().isEmpty()) {
            words.append(": ").append(state.health().because());
        }
        graph.inbound(state.node())
                .forEach((protocol, traffic) ->
                        words.append(", ")
                                .append(Figures.rate(traffic.ratePerSecond(), protocol))
                                .append(" ")
                                .append(protocol.label())
                                .append(", ")
                                .append(Figures.percent(traffic.errorPercent()))
                                .append(" errors"));
        return words.toString();
    }

    static Paint ring(Health.Status status) {
        return switch (status) {
            case NONE -> Paint.IDLE;
            case HEALTHY -> Paint.HEALTHY;
            case DEGRADED -> Paint.DEGRADED;
            case FAILING -> Paint.FAILING;
        };
    }

    private static Paint series(int number) {
        return switch (number) {
            case 0 -> Paint.V1;
            case 1 -> Paint.V2;
            case 2 -> Paint.V3;
            default -> Paint.V4;
        };
    }

    private static Paint softSeries(int number) {
        return switch (number) {
            case 0 -> Paint.V1_SOFT;
            case 1 -> Paint.V2_SOFT;
            case 2 -> Paint.V3_SOFT;
            default -> Paint.V4_SOFT;
        };
    }

    /// Points left and right, with corners that are cut by curves.
    private static String hexagon(double x, double y, double r) {
        double half = r * 0.52;
        double high = r * 0.88;
        return rounded(
                List.of(
                        new Point(x - r, y),
                        new Point(x - half, y - high),
                        new Point(x + half, y - high),
                        new Point(x + r, y),
                        new Point(x + half, y + high),
                        new Point(x - half, y + high)));
    }

    private static String diamond(double x, double y, double r) {
        return rounded(
                List.of(
                        new Point(x - r, y),
                        new Point(x, y - r),
                        new Point(x + r, y),
                        new Point(x, y + r)));
    }

    private static String rounded(List<Point> corners) {
        var path = new PathData();
        for (int at = 0; at < corners.size(); at++) {
            var corner = corners.get(at);
            var before = corners.get(Math.floorMod(at - 1, corners.size()));
            var after = corners.get((at + 1) % corners.size());
            var in = towards(corner, before, 5);
            var out = towards(corner, after, 5);
            path.command(at == 0 ? "M" : "L").point(in.x(), in.y());
            path.command("Q").point(corner.x(), corner.y()).point(out.x(), out.y());
        }
        return path.command("Z").toString();
    }

    private static Point towards(Point from, Point to, double length) {
        double share = length / Math.max(length, from.distance(to));
        return from.plus((to.x() - from.x()) * share, (to.y() - from.y()) * share);
    }
}
