package io.windrose.topology.layout;

import io.windrose.topology.Node;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Where everything stands, and where those stood who are away at the moment.
public record Layout(SortedMap<Node, Spot> spots, SortedMap<Node, Spot> remembered) {
    public static final Layout EMPTY = new Layout(new TreeMap<>(), new TreeMap<>());

    static final double SIDE = 16;
    static final double TOP = 40;
    static final double BOTTOM = 20;
    private static final double PER_LETTER = 7;

    /// For the icon and the margins.
    private static final double TITLE_ROOM = 40;

    public Layout {
        spots = Collections.unmodifiableSortedMap(new TreeMap<>(spots));
        remembered = Collections.unmodifiableSortedMap(new TreeMap<>(remembered));
    }

    /// The frames: no two overlap, and each holds its own nodes and nobody else's.
    public SortedMap<Box, Area> boxes() {
        var inner = new TreeMap<Box, Area>();
        spots.values().forEach(spot -> inner.merge(spot.box(), spot.area(), Area::union));
        inner.replaceAll(Layout::framed);
        return inner;
    }

    /// Everything; empty for a picture without nodes.
    public Optional<Area> bounds() {
        return boxes().values().stream().reduce(Area::union);
    }

    /// The same places with that node around another centre; nothing changes for a stranger.
    public Layout moved(Node node, Point centre) {
        var spot = spots.get(node);
        if (spot == null) {
            return this;
        }
        double dx = centre.x() - spot.centre().x();
        double dy = centre.y() - spot.centre().y();
        var area = spot.area();
        var next = new TreeMap<>(spots);
        next.put(
                node,
                new Spot(
                        centre,
                        new Area(area.x() + dx, area.y() + dy, area.width(), area.height()),
                        spot.box()));
        return new Layout(next, remembered);
    }

    /// The places of those nodes alone.
    public Layout only(Set<Node> nodes) {
        var next = new TreeMap<>(spots);
        next.keySet().retainAll(nodes);
        return next.size() == spots.size() ? this : new Layout(next, remembered);
    }

    /// Around the nodes, and wide enough for the title.
    static Area framed(Box box, Area inner) {
        var frame = inner.grown(SIDE, TOP, SIDE, BOTTOM);
        double missing = box.title().length() * PER_LETTER + TITLE_ROOM - frame.width();
        return missing > 0 ? frame.grown(missing / 2, 0, missing / 2, 0) : frame;
    }
}
