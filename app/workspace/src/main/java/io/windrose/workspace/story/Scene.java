package io.windrose.workspace.story;

import io.windrose.topology.Node;
import io.windrose.topology.NodeState;
import io.windrose.topology.TopologySnapshot;
import io.windrose.workspace.session.MeshView;
import io.windrose.workspace.session.Picture;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// What every part of a story looks at.
record Scene(Picture picture, TopologySnapshot graph, MeshView mesh, ZoneId zone) {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final int VERSION_COLOURS = 4;

    NodeState state(Node node) {
        return graph.nodes().getOrDefault(node, NodeState.of(node));
    }

    /// As people call it beside others: `reviews-v3`, `reviews`.
    String name(Node node) {
        return name(state(node));
    }

    static String name(NodeState state) {
        return switch (state.node()) {
            case Node.App app ->
                    state.workload().isEmpty()
                            ? app.version().isEmpty() || app.version().equals("latest")
                                    ? app.app()
                                    : app.app() + "-" + app.version()
                            : state.workload();
            case Node.Workload _, Node.Service _, Node.Unknown _ -> state.node().name();
        };
    }

    /// `14:02`.
    String time(Instant at) {
        return CLOCK.format(at.atZone(zone));
    }

    /// Whether rates were measured at all, as they are not where there are only files.
    boolean isMeasured() {
        return picture.covered().isPositive();
    }

    /// The colour that the version has everywhere on this picture.
    Series.Role role(String version) {
        var all = new TreeSet<String>();
        graph.nodes().values().forEach(state -> all.add(state.version()));
        all.removeAll(List.of("", "latest"));
        int place = new ArrayList<>(all).indexOf(version);
        return switch (Math.floorMod(place, VERSION_COLOURS)) {
            case 0 -> Series.Role.V1;
            case 1 -> Series.Role.V2;
            case 2 -> Series.Role.V3;
            default -> Series.Role.V4;
        };
    }
}
