package io.windrose.shell.panel;

import io.windrose.topology.TopologySnapshot;
import java.util.List;
import java.util.TreeSet;

/// Which colour a version has: the same one everywhere in a graph.
///
/// @param versions of the whole graph, sorted
public record VersionColours(List<String> versions) {
    private static final int COLOURS = 4;

    public VersionColours {
        versions = List.copyOf(versions);
    }

    static VersionColours of(TopologySnapshot graph) {
        var all = new TreeSet<String>();
        graph.nodes().values().forEach(state -> all.add(state.version()));
        all.removeAll(List.of("", "latest"));
        return new VersionColours(List.copyOf(all));
    }

    /// `wr-v1` to `wr-v4`; they begin again at the fifth.
    String styleClass(String version) {
        int index = Math.max(0, versions.indexOf(version));
        return "wr-v" + (index % COLOURS + 1);
    }
}
