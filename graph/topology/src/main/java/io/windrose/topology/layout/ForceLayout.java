package io.windrose.topology.layout;

import io.windrose.topology.Node;
import io.windrose.topology.NodeState;
import io.windrose.topology.TopologySnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.graphstream.stream.SinkAdapter;
import org.graphstream.ui.layout.springbox.implementations.SpringBox;

/// Arranges by forces: edges pull like springs, nodes push one another away. First the nodes of
/// each frame among themselves, then the frames.
///
/// @see <a href="https://graphstream-project.org/doc/Algorithms/Layout/">GraphStream's spring
///   box</a>
final class ForceLayout {
    private static final long SEED = 1;
    private static final int STEPS = 300;

    /// Events of one source must be numbered on; equal numbers count as the same event.
    private static final String SOURCE = "windrose";

    /// Pixels for one unit of GraphStream, about the length of a spring.
    private static final double UNIT = 190;

    private static final double GAP = 16;

    private ForceLayout() {}

    /// A spring between two things, by their ids.
    private record Spring(String from, String to) implements Comparable<Spring> {
        @Override
        public int compareTo(Spring other) {
            return (from + " " + to).compareTo(other.from + " " + other.to);
        }
    }

    static Layout of(TopologySnapshot graph) {
        var members = new TreeMap<Box, List<NodeState>>();
        graph.nodes()
                .values()
                .forEach(state ->
                        members.computeIfAbsent(Box.of(state.node()), _ -> new ArrayList<>())
                                .add(state));
        var inner = new TreeMap<Box, Map<String, Area>>();
        members.forEach((box, states) -> inner.put(box, inside(graph, box, states)));
        var frames = new TreeMap<String, Area>();
        inner.forEach((box, areas) -> frames.put(box.id(), Layout.framed(box, union(areas))));
        var placed = arrange(frames, between(graph), UNIT * 2);
        var spots = new TreeMap<Node, Spot>();
        members.forEach((box, states) -> {
            var from = area(frames, box.id());
            var to = area(placed, box.id());
            for (var state : states) {
                var area = area(inner.getOrDefault(box, Map.of()), state.node().id());
                var centre =
                        new Point(
                                Math.rint(area.centre().x() + to.x() - from.x()),
                                Math.rint(area.y() + Footprint.ABOVE + to.y() - from.y()));
                spots.put(state.node(), new Spot(centre, Footprint.of(state).at(centre), box));
            }
        });
        return new Layout(spots, new TreeMap<>());
    }

    private static Map<String, Area> inside(
            TopologySnapshot graph, Box box, List<NodeState> states) {
        var areas = new TreeMap<String, Area>();
        states.forEach(
                state -> areas.put(state.node().id(), Footprint.of(state).at(new Point(0, 0))));
        var springs = new TreeSet<Spring>();
        graph.edges()
                .keySet()
                .forEach(key -> {
                    if (Box.of(key.source()).equals(box) && Box.of(key.target()).equals(box)) {
                        springs.add(new Spring(key.source().id(), key.target().id()));
                    }
                });
        return arrange(areas, springs, UNIT);
    }

    private static Set<Spring> between(TopologySnapshot graph) {
        var springs = new TreeSet<Spring>();
        graph.edges()
                .keySet()
                .forEach(key ->
                        springs.add(
                                new Spring(Box.of(key.source()).id(), Box.of(key.target()).id())));
        return springs;
    }

    /// @return the same areas, moved; no two overlap
    private static Map<String, Area> arrange(
            Map<String, Area> areas, Set<Spring> springs, double unit) {
        var points = relaxed(areas.keySet().stream().toList(), springs);
        var wanted = new TreeMap<String, Area>();
        areas.forEach((id, area) -> {
            var point = points.getOrDefault(id, new Point(0, 0));
            wanted.put(
                    id,
                    new Area(
                            Math.rint(point.x() * unit - area.width() / 2),
                            Math.rint(point.y() * unit - area.height() / 2),
                            area.width(),
                            area.height()));
        });
        return Separation.of(wanted, GAP);
    }

    private static Map<String, Point> relaxed(List<String> ids, Set<Spring> springs) {
        var points = new TreeMap<String, Point>();
        var box = new SpringBox(false, new Random(SEED));
        box.addAttributeSink(
                new SinkAdapter() {
                    @Override
                    public void nodeAttributeChanged(
                            String source,
                            long time,
                            String id,
                            String key,
                            Object old,
                            Object now) {
                        if (key.equals("xyz") && now instanceof Object[] at) {
                            points.put(id, new Point(number(at[0]), -number(at[1])));
                        }
                    }
                });
        long event = 0;
        for (var id : ids) {
            box.nodeAdded(SOURCE, event++, id);
        }
        for (var spring : springs) {
            if (!spring.from().equals(spring.to())) {
                long number = event++;
                box.edgeAdded(SOURCE, number, "spring" + number, spring.from(), spring.to(), false);
            }
        }
        for (int step = 0; step < STEPS; step++) {
            box.compute();
        }
        return points;
    }

    private static double number(Object value) {
        return value instanceof Number number ? number.doubleValue() : 0;
    }

    private static Area union(Map<String, Area> areas) {
        return areas.values().stream().reduce(Area::union).orElse(new Area(0, 0, 0, 0));
    }

    private static Area area(Map<String, Area> areas, String id) {
        return areas.getOrDefault(id, new Area(0, 0, 0, 0));
    }
}
