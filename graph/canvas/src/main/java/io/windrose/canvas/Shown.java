package io.windrose.canvas;

import io.windrose.topology.TopologySnapshot;
import io.windrose.topology.display.Routes;
import io.windrose.topology.layout.Layout;

/// The graph on the screen: without what the layers leave out, and with what was moved by hand.
public record Shown(TopologySnapshot graph, Layout layout, Routes routes) {
    public static final Shown NOTHING =
            new Shown(
                    TopologySnapshot.EMPTY,
                    Layout.EMPTY,
                    Routes.of(TopologySnapshot.EMPTY.edges().keySet(), Layout.EMPTY));
}
