package io.windrose.shell.panel;

import io.windrose.topology.TopologySnapshot;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Which colour a version has: the same one everywhere in a graph.
///
/// @param versions of the whole graph, sorted
public record VersionColours(List<String> versions) {
    private static final int COLOURS = 4;

    public VersionColours {
        versions = List.copyOf(versions);
    }

    public static VersionColours of(TopologySnapshot graph) {
        var all = new TreeSet<String>();
        graph.nodes().values().forEach(state -> all.add(state.version()));
        all.removeAll(List.of("", "latest"));
        return new VersionColours(List.copyOf(all));
    }

    /// `wr-v1` to `wr-v4`.
    String styleClass(String version) {
        return "wr-v" + number(version).orElse(1);
    }

    /// 1 to 4; empty for a version that the graph does not have.
    public Optional<Integer> number(String version) {
        int index = versions.indexOf(version);
        return index < 0 ? Optional.empty() : Optional.of(number(index));
    }

    /// They begin again at the fifth.
    public static int number(int index) {
        return index % COLOURS + 1;
    }
}
