package io.windrose.topology.layout;

import io.windrose.topology.EdgeKey;
import io.windrose.topology.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// Puts frames beside and below one another so that the whole is about as wide as a window: where
/// traffic enters stands left of everything, what is outside comes last.
final class Packing {
    /// Width to height that the whole aims at.
    private static final double ASPECT = 1.25;

    private static final double GAP = 18;

    private final SortedMap<Box, SortedMap<Node, Spot>> boxes;
    private final Set<EdgeKey> edges;
    private final Map<Box, Area> frames = new HashMap<>();
    private final Map<Box, Point> shifts = new TreeMap<>();

    /// @param boxes the nodes of each frame, arranged among themselves
    Packing(SortedMap<Box, SortedMap<Node, Spot>> boxes, Set<EdgeKey> edges) {
        this.boxes = boxes;
        this.edges = edges;
        boxes.forEach((box, spots) ->
                spots.values().stream()
                        .map(Spot::area)
                        .reduce(Area::union)
                        .ifPresent(inner -> frames.put(box, Layout.framed(box, inner))));
    }

    Layout packed() {
        var entries = entries();
        var others = new ArrayList<>(boxes.keySet());
        others.removeAll(entries);
        double left = entries.stream().mapToDouble(box -> frame(box).width() + GAP).max().orElse(0);
        shelves(ordered(others), left);
        double top = Double.NEGATIVE_INFINITY;
        for (var box : byWishedHeight(entries)) {
            var frame = frame(box);
            double y = Math.max(top, wishedTop(box));
            shifts.put(box, new Point(-frame.x(), Math.rint(y - frame.y())));
            top = y + frame.height() + GAP;
        }
        var spots = new TreeMap<Node, Spot>();
        boxes.forEach((box, members) ->
                members.forEach((node, spot) -> spots.put(node, moved(spot, shift(box)))));
        return new Layout(spots, new TreeMap<>());
    }

    /// Frames that nobody outside of them calls, when there are others that they call.
    private List<Box> entries() {
        var called = new TreeSet<Box>();
        var calling = new TreeSet<Box>();
        for (var key : edges) {
            var from = Box.of(key.source());
            var to = Box.of(key.target());
            if (!from.equals(to)) {
                calling.add(from);
                called.add(to);
            }
        }
        calling.removeAll(called);
        return List.copyOf(calling);
    }

    /// Callers before callees, as far as there is no circle; what is outside last.
    private List<Box> ordered(List<Box> others) {
        var depth = new HashMap<Box, Integer>();
        for (int round = 0; round < boxes.size(); round++) {
            for (var key : edges) {
                var from = Box.of(key.source());
                var to = Box.of(key.target());
                if (!from.equals(to)) {
                    int next = depth.getOrDefault(from, 0) + 1;
                    if (next < boxes.size()) {
                        depth.merge(to, next, Math::max);
                    }
                }
            }
        }
        var ordered = new ArrayList<>(others);
        ordered.sort(
                Comparator.comparing(Box::isOutside)
                        .thenComparing(box -> depth.getOrDefault(box, 0))
                        .thenComparing(Comparator.naturalOrder()));
        return ordered;
    }

    private void shelves(List<Box> ordered, double left) {
        double widest = ordered.stream().mapToDouble(box -> frame(box).width()).max().orElse(0);
        double content =
                ordered.stream().mapToDouble(box -> frame(box).width() * frame(box).height()).sum();
        double room = Math.max(widest, Math.sqrt(content * ASPECT));
        double x = left;
        double y = 0;
        double shelf = 0;
        for (var box : ordered) {
            var frame = frame(box);
            if (x > left && x + frame.width() > left + room) {
                x = left;
                y += shelf + GAP;
                shelf = 0;
            }
            shifts.put(box, new Point(x - frame.x(), y - frame.y()));
            x += frame.width() + GAP;
            shelf = Math.max(shelf, frame.height());
        }
    }

    private List<Box> byWishedHeight(List<Box> entries) {
        return entries.stream()
                .sorted(
                        Comparator.comparingDouble(this::wishedTop)
                                .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /// Where the first call out of the frame would run level.
    private double wishedTop(Box box) {
        for (var key : edges) {
            if (Box.of(key.source()).equals(box) && !Box.of(key.target()).equals(box)) {
                var source = spot(key.source());
                var target = moved(spot(key.target()), shift(Box.of(key.target())));
                return Math.max(0, target.centre().y() - (source.centre().y() - frame(box).y()));
            }
        }
        return 0;
    }

    private Area frame(Box box) {
        return frames.getOrDefault(box, new Area(0, 0, 0, 0));
    }

    private Point shift(Box box) {
        return shifts.getOrDefault(box, new Point(0, 0));
    }

    private Spot spot(Node node) {
        var spot = boxes.getOrDefault(Box.of(node), new TreeMap<>()).get(node);
        if (spot == null) {
            throw new IllegalArgumentException("not arranged: " + node.id());
        }
        return spot;
    }

    private static Spot moved(Spot spot, Point by) {
        var area = spot.area();
        return new Spot(
                spot.centre().plus(by.x(), by.y()),
                new Area(area.x() + by.x(), area.y() + by.y(), area.width(), area.height()),
                spot.box());
    }
}
