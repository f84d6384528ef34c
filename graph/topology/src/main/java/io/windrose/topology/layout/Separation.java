package io.windrose.topology.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Moves areas apart until no two overlap, each as little as the ones before it allow.
final class Separation {
    private Separation() {}

    private record Entry(String id, Area area) {}

    /// Whoever stands nearest to the middle keeps its place; the others give way outwards, in the
    /// order of their distance.
    ///
    /// @param gap pixels between any two
    static Map<String, Area> of(Map<String, Area> areas, double gap) {
        if (areas.isEmpty()) {
            return Map.of();
        }
        var middle = areas.values().stream().reduce(Area::union).orElseThrow().centre();
        var order = new ArrayList<Entry>();
        areas.forEach((id, area) -> order.add(new Entry(id, area)));
        order.sort(
                Comparator.comparingDouble((Entry each) -> each.area().centre().distance(middle))
                        .thenComparing(Entry::id));
        var placed = new TreeMap<String, Area>();
        for (var each : order) {
            placed.put(each.id(), free(each.area(), List.copyOf(placed.values()), middle, gap));
        }
        return placed;
    }

    /// Steps away from the middle until nobody is in the way.
    private static Area free(Area wanted, List<Area> placed, Point middle, double gap) {
        var centre = wanted.centre();
        double dx = centre.x() - middle.x();
        double dy = centre.y() - middle.y();
        double length = Math.hypot(dx, dy);
        double ux = length < 1 ? 1 : dx / length;
        double uy = length < 1 ? 0 : dy / length;
        var area = wanted;
        for (int step = 1; isTaken(area, placed, gap); step++) {
            double way = step * gap / 2;
            area =
                    new Area(
                            Math.rint(wanted.x() + ux * way),
                            Math.rint(wanted.y() + uy * way),
                            wanted.width(),
                            wanted.height());
        }
        return area;
    }

    private static boolean isTaken(Area area, List<Area> placed, double gap) {
        var roomy = area.grown(gap);
        return placed.stream().anyMatch(roomy::overlaps);
    }
}
