package io.windrose.topology.layout;

import io.windrose.topology.NodeState;

/// The room that a node needs: its shape of 44 pixels, badges above, one line of label below.
record Footprint(double width) {
    /// From the top to the centre of the shape.
    static final double ABOVE = 34;

    /// From the centre of the shape to the bottom.
    static final double BELOW = 46;

    static final double HEIGHT = ABOVE + BELOW;
    private static final double LEAST = 84;
    private static final double PER_CHARACTER = 6.6;
    private static final double CHIP = 34;

    static Footprint of(NodeState state) {
        double chip = state.shownVersion().isEmpty() ? 0 : CHIP;
        return new Footprint(
                Math.max(LEAST, state.node().name().length() * PER_CHARACTER + chip + 12));
    }

    Area at(Point centre) {
        return new Area(centre.x() - width / 2, centre.y() - ABOVE, width, HEIGHT);
    }
}
