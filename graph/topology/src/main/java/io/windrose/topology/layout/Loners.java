package io.windrose.topology.layout;

import io.windrose.topology.EdgeKey;
import io.windrose.topology.Node;
import io.windrose.topology.TopologySnapshot;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The nodes of a frame that no edge in it touches. Layers mean nothing for them and would make one
/// long column, so that they stand in rows below the others, in the order of their names.
final class Loners {
    /// So few look well among the others.
    private static final int FEW = 2;

    private final Map<Node, Footprint> footprints;

    private Loners(Map<Node, Footprint> footprints) {
        this.footprints = footprints;
    }

    /// @param grouped who stands with the versions of its application
    static Loners of(TopologySnapshot graph, Set<Node> grouped) {
        var met = new TreeSet<>(grouped);
        graph.edges().keySet().stream()
                .filter(key -> !key.source().equals(key.target()))
                .flatMap(Loners::ends)
                .forEach(met::add);
        var footprints = new TreeMap<Node, Footprint>();
        graph.nodes()
                .forEach((node, state) -> {
                    if (!met.contains(node)) {
                        footprints.put(node, Footprint.of(state));
                    }
                });
        return new Loners(footprints.size() > FEW ? footprints : Map.of());
    }

    private static Stream<Node> ends(EdgeKey key) {
        return Stream.of(key.source(), key.target());
    }

    boolean contains(Node node) {
        return footprints.containsKey(node);
    }

    /// @param spots of the others; takes those of the loners too
    void placeBelow(SortedMap<Node, Spot> spots, Box box, double gap) {
        double cell =
                footprints.values().stream().mapToDouble(Footprint::width).max().orElse(0) + gap;
        var others = spots.values().stream().map(Spot::area).reduce(Area::union);
        double left = others.map(Area::x).orElse(0.0);
        double top = others.map(area -> area.bottom() + gap).orElse(0.0);
        double room =
                Math.max(
                        others.map(Area::width).orElse(0.0),
                        Math.ceil(Math.sqrt(footprints.size())) * cell);
        int columns = Math.max(1, (int) (room / cell));
        int index = 0;
        for (var entry : footprints.entrySet()) {
            var centre =
                    new Point(
                            Math.rint(left + (index % columns + 0.5) * cell),
                            Math.rint(
                                    top
                                            + Footprint.ABOVE
                                            + Math.floorDiv(index, columns)
                                                    * (Footprint.HEIGHT + gap)));
            spots.put(entry.getKey(), new Spot(centre, entry.getValue().at(centre), box));
            index++;
        }
    }
}
