package io.windrose.shell.panel;

import io.windrose.icons.Icon;
import io.windrose.topology.Badge;
import io.windrose.topology.Node;
import io.windrose.topology.NodeState;

/// The outline that says in the graph what something is.
public enum NodeShape {
    HEXAGON(
            Icon.SERVICE,
            "M 1.5 16 L 7 6.2 Q 8 4.5 10 4.5 L 22 4.5 Q 24 4.5 25 6.2 L 30.5 16 L 25 25.8"
                    + " Q 24 27.5 22 27.5 L 10 27.5 Q 8 27.5 7 25.8 Z"),
    CIRCLE(Icon.WORKLOAD, "M 2 16 A 14 14 0 0 1 30 16 A 14 14 0 0 1 2 16 Z"),
    DIAMOND(
            Icon.GATEWAY,
            "M 14.4 2.1 Q 16 0.7 17.6 2.1 L 29.9 14.4 Q 31.3 16 29.9 17.6 L 17.6 29.9"
                    + " Q 16 31.3 14.4 29.9 L 2.1 17.6 Q 0.7 16 2.1 14.4 Z"),
    /// Nothing is known of it.
    CLOUD(Icon.CLOUD, CIRCLE.outline),
    EDGE(Icon.ARROW_RIGHT, CIRCLE.outline),
    MESH(Icon.TOPOLOGY, CIRCLE.outline);

    private final Icon icon;
    private final String outline;

    NodeShape(Icon icon, String outline) {
        this.icon = icon;
        this.outline = outline;
    }

    static NodeShape of(NodeState state) {
        return switch (state.node()) {
            case Node.Service _ -> HEXAGON;
            case Node.Unknown _ -> CLOUD;
            case Node.App _, Node.Workload _ -> state.has(Badge.GATEWAY) ? DIAMOND : CIRCLE;
        };
    }

    Icon icon() {
        return icon;
    }

    /// Path data on a square of 32.
    String outline() {
        return outline;
    }

    boolean isDashed() {
        return this == CLOUD;
    }
}
