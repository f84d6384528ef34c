package io.windrose.topology.display;

import io.windrose.topology.Badge;
import io.windrose.topology.NodeState;
import io.windrose.topology.layout.Area;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A small square above a node that says which configuration acts on it.
enum BadgeChip {
    ROUTE(Glyph.ROUTE, Paint.GRPC),
    BREAKER(Glyph.BREAKER, Paint.INFO),
    FAULT(Glyph.FAULT, Paint.DEGRADED),
    CONFIG_ERROR(Glyph.CROSS, Paint.FAILING),
    CONFIG_WARNING(Glyph.EXCLAMATION, Paint.DEGRADED);

    /// Pixels of the square.
    static final double SIDE = 15;

    private final Glyph glyph;
    private final Paint paint;

    BadgeChip(Glyph glyph, Paint paint) {
        this.glyph = glyph;
        this.paint = paint;
    }

    static List<BadgeChip> of(NodeState state) {
        var chips = new ArrayList<BadgeChip>();
        if (state.has(Badge.VIRTUAL_SERVICE) || state.has(Badge.TRAFFIC_SHIFTING)) {
            chips.add(ROUTE);
        }
        if (state.has(Badge.CIRCUIT_BREAKER)) {
            chips.add(BREAKER);
        }
        if (state.has(Badge.FAULT_INJECTION)) {
            chips.add(FAULT);
        }
        configuration(state.badges()).ifPresent(chips::add);
        return chips;
    }

    /// That something is wrong; often nothing is.
    static Optional<BadgeChip> configuration(Set<Badge> badges) {
        return badges.contains(Badge.CONFIG_ERROR)
                ? Optional.of(CONFIG_ERROR)
                : badges.contains(Badge.CONFIG_WARNING)
                        ? Optional.of(CONFIG_WARNING)
                        : Optional.empty();
    }

    void draw(Canvas canvas, double x, double y) {
        canvas.rectangle(
                new Area(x - SIDE / 2, y - SIDE / 2, SIDE, SIDE),
                3,
                Paint.HOVER,
                Stroke.of(Paint.LINE_STRONG, 1));
        canvas.glyph(glyph, x, y, 11, paint, 1.2);
    }
}
