package io.windrose.topology.display;

import io.windrose.topology.layout.Area;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Areas that are taken already, found by the cells of a coarse grid over which they lie.
final class Crowd {
    private static final double CELL = 160;
    private final Map<Long, List<Area>> cells = new HashMap<>();

    void add(Area area) {
        for (int column = cell(area.x()); column <= cell(area.right()); column++) {
            for (int row = cell(area.y()); row <= cell(area.bottom()); row++) {
                cells.computeIfAbsent(key(column, row), _ -> new ArrayList<>()).add(area);
            }
        }
    }

    /// Whether any area but those holds the point.
    boolean holds(double x, double y, Set<Area> but) {
        for (var area : cells.getOrDefault(key(cell(x), cell(y)), List.of())) {
            if (x > area.x()
                    && x < area.right()
                    && y > area.y()
                    && y < area.bottom()
                    && !but.contains(area)) {
                return true;
            }
        }
        return false;
    }

    /// Square pixels that the area has in common with those taken; where they overlap, each counts.
    double shared(Area area) {
        double sum = 0;
        Set<Area> seen = new HashSet<>();
        for (int column = cell(area.x()); column <= cell(area.right()); column++) {
            for (int row = cell(area.y()); row <= cell(area.bottom()); row++) {
                for (var other : cells.getOrDefault(key(column, row), List.of())) {
                    if (area.overlaps(other) && seen.add(other)) {
                        sum += shared(area, other);
                    }
                }
            }
        }
        return sum;
    }

    private static double shared(Area left, Area right) {
        double width = Math.min(left.right(), right.right()) - Math.max(left.x(), right.x());
        double height = Math.min(left.bottom(), right.bottom()) - Math.max(left.y(), right.y());
        return width * height;
    }

    private static int cell(double at) {
        return (int) Math.floor(at / CELL);
    }

    private static long key(int column, int row) {
        return ((long) column << 32) ^ (row & 0xffffffffL);
    }
}
