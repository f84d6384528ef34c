package io.windrose.topology.layout;

import io.windrose.topology.Node;
import io.windrose.topology.NodeState;
import io.windrose.topology.TopologySnapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The next picture of a mesh that changes: who was there stays where he was, who comes back finds
/// his place again, and a newcomer gets the nearest free place right of who calls him.
///
/// A pure function. The first picture, and the one after everybody changed, is arranged afresh.
public final class StableLayout {
    private static final double COLUMN = 160;
    private static final double ROW = Footprint.HEIGHT + 8;
    private static final double GAP = 8;
    private static final int REACH = 12;
    private static final int MEMORY = 2_000;
    private static final List<Point> OFFSETS = offsets();

    private final TopologySnapshot graph;
    private final NavigableMap<Node, Spot> spots = new TreeMap<>();

    private StableLayout(TopologySnapshot graph) {
        this.graph = graph;
    }

    /// Forgets all places, as the button "Arrange" does.
    public static Layout arrange(TopologySnapshot graph) {
        return LayeredLayout.of(graph);
    }

    public static Layout next(Layout previous, TopologySnapshot graph) {
        if (graph.nodes().keySet().stream().noneMatch(node -> previous.spots().containsKey(node))) {
            return arrange(graph);
        }
        return new StableLayout(graph).after(previous);
    }

    private Layout after(Layout previous) {
        var newcomers = new ArrayList<Node>();
        graph.nodes()
                .keySet()
                .forEach(node -> {
                    var spot = previous.spots().get(node);
                    if (spot != null) {
                        spots.put(node, spot);
                    } else {
                        newcomers.add(node);
                    }
                });
        newcomers.removeIf(node -> comesBack(node, previous.remembered().get(node)));
        while (!newcomers.isEmpty()) {
            var next = bestConnected(newcomers);
            newcomers.remove(next);
            spots.put(next, place(next));
        }
        return new Layout(spots, memory(previous));
    }

    private boolean comesBack(Node node, @Nullable Spot before) {
        if (before == null || !isFree(before.area(), before.box())) {
            return false;
        }
        spots.put(node, before);
        return true;
    }

    /// Whoever has most neighbours on the picture already; of equals the first by name.
    private Node bestConnected(List<Node> newcomers) {
        return newcomers.stream()
                .min(
                        Comparator.comparingInt((Node node) -> -placedNeighbours(node))
                                .thenComparing(Node.ORDER))
                .orElseThrow();
    }

    private int placedNeighbours(Node node) {
        return callers(node).size() + callees(node).size();
    }

    private List<Point> callers(Node node) {
        return graph.to(node).stream().flatMap(edge -> spot(edge.source())).toList();
    }

    private List<Point> callees(Node node) {
        return graph.from(node).stream().flatMap(edge -> spot(edge.target())).toList();
    }

    private Stream<Point> spot(Node node) {
        return Optional.ofNullable(spots.get(node)).map(Spot::centre).stream();
    }

    private Spot place(Node node) {
        var footprint = Footprint.of(state(node));
        var wanted = wanted(node);
        var box = Box.of(node);
        for (var offset : OFFSETS) {
            var centre = wanted.plus(offset.x(), offset.y());
            var area = footprint.at(centre);
            if (isFree(area, box)) {
                return new Spot(centre, area, box);
            }
        }
        return belowAll(footprint, box);
    }

    /// Beside the neighbours, or failing those at the left edge of the frame.
    private Point wanted(Node node) {
        var callers = callers(node);
        var callees = callees(node);
        var all = new ArrayList<>(callers);
        all.addAll(callees);
        if (all.isEmpty()) {
            return boxes().entrySet().stream()
                    .filter(entry -> entry.getKey().equals(Box.of(node)))
                    .map(entry -> entry.getValue())
                    .map(area -> new Point(area.x() + COLUMN / 2, area.bottom()))
                    .findFirst()
                    .orElseGet(() -> new Point(0, bottom() + ROW));
        }
        double y = Math.rint(all.stream().mapToDouble(Point::y).average().orElse(0));
        double x =
                callers.isEmpty()
                        ? callees.stream().mapToDouble(Point::x).min().orElse(0) - COLUMN
                        : callers.stream().mapToDouble(Point::x).max().orElse(0) + COLUMN;
        return new Point(x, y);
    }

    /// No node there, and the frame that grows around it meets no other frame.
    private boolean isFree(Area area, Box box) {
        var roomy = area.grown(GAP);
        if (spots.values().stream().anyMatch(spot -> spot.area().overlaps(roomy))) {
            return false;
        }
        var inner =
                spots.values().stream()
                        .filter(spot -> spot.box().equals(box))
                        .map(Spot::area)
                        .reduce(area, Area::union);
        var frame = Layout.framed(box, inner);
        return boxes().entrySet().stream()
                .noneMatch(
                        entry -> !entry.getKey().equals(box) && entry.getValue().overlaps(frame));
    }

    private Spot belowAll(Footprint footprint, Box box) {
        var boxes = boxes();
        int part = 0;
        while (boxes.containsKey(box.withPart(part))) {
            part++;
        }
        double left = boxes.values().stream().mapToDouble(Area::x).min().orElse(0);
        var centre =
                new Point(
                        left + Layout.SIDE + footprint.width() / 2,
                        bottom() + Layout.TOP + Footprint.ABOVE + GAP);
        return new Spot(centre, footprint.at(centre), box.withPart(part));
    }

    private double bottom() {
        return boxes().values().stream().mapToDouble(Area::bottom).max().orElse(0);
    }

    private SortedMap<Box, Area> boxes() {
        return new Layout(spots, new TreeMap<>()).boxes();
    }

    private NodeState state(Node node) {
        return graph.nodes().getOrDefault(node, NodeState.of(node));
    }

    private SortedMap<Node, Spot> memory(Layout previous) {
        var memory = new TreeMap<Node, Spot>();
        if (previous.remembered().size() < MEMORY) {
            memory.putAll(previous.remembered());
        }
        memory.putAll(previous.spots());
        spots.keySet().forEach(memory::remove);
        return memory;
    }

    /// Places around the wanted one, nearest first.
    private static List<Point> offsets() {
        var offsets = new ArrayList<Point>();
        for (int column = -REACH; column <= REACH; column++) {
            for (int row = -REACH; row <= REACH; row++) {
                offsets.add(new Point(column * COLUMN / 2, row * ROW / 2));
            }
        }
        offsets.sort(
                Comparator.comparingDouble((Point point) -> point.distance(new Point(0, 0)))
                        .thenComparingDouble(point -> -point.x())
                        .thenComparingDouble(point -> -point.y()));
        return List.copyOf(offsets);
    }
}
