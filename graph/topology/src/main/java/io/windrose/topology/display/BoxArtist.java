package io.windrose.topology.display;

import io.windrose.topology.Badge;
import io.windrose.topology.MtlsMode;
import io.windrose.topology.Node;
import io.windrose.topology.TopologySnapshot;
import io.windrose.topology.layout.AppGroups;
import io.windrose.topology.layout.Area;
import io.windrose.topology.layout.Box;
import io.windrose.topology.layout.Layout;
import io.windrose.topology.layout.Spot;
import java.util.Set;
import java.util.stream.Collectors;

/// Draws the frames: one for each namespace, and one for each application with several versions.
final class BoxArtist {
    /// Pixels before and above the name's end.
    private static final double TITLE_INDENT = 27;

    private static final double TITLE_HEIGHT = 26;

    private final Canvas canvas;
    private final TopologySnapshot graph;
    private final Layout layout;
    private final Look look;

    BoxArtist(Canvas canvas, TopologySnapshot graph, Layout layout, Look look) {
        this.canvas = canvas;
        this.graph = graph;
        this.layout = layout;
        this.look = look;
    }

    void draw() {
        boolean severalClusters =
                layout.boxes().keySet().stream()
                                .filter(box -> !box.isOutside())
                                .map(Box::cluster)
                                .distinct()
                                .count()
                        > 1;
        if (look.shows(Layer.NAMESPACES)) {
            layout.boxes().forEach((box, area) -> namespace(box, area, severalClusters));
        }
        if (look.shows(Layer.APPS) && look.detail().shows(Detail.NO_VERSIONS)) {
            AppGroups.of(graph).forEach(this::application);
        }
    }

    private void namespace(Box box, Area area, boolean withCluster) {
        var title = box.title();
        canvas.begin(
                "box", title, title + Words.configuration(badges(box)), !look.dimmed().isEmpty());
        var line = Stroke.of(Paint.BOX_LINE, 1);
        canvas.rectangle(
                area,
                8,
                box.isOutside() ? Paint.NONE : Paint.BOX,
                box.isOutside() ? line.dashed(4) : line);
        if (look.detail() == Detail.HEALTH) {
            canvas.text(area.x() + 12, area.y() + 34, title, TextStyle.FAR, Paint.TEXT);
            canvas.end();
            return;
        }
        canvas.glyph(
                box.isOutside() ? Glyph.CLOUD : Glyph.LAYERS,
                area.x() + 15,
                area.y() + 15,
                13,
                Paint.TEXT_2,
                1.2);
        canvas.text(area.x() + TITLE_INDENT, area.y() + 19, title, TextStyle.TITLE, Paint.TEXT);
        double end = area.x() + TITLE_INDENT + TextStyle.TITLE.width(title);
        var hint = hint(box, withCluster);
        if (!hint.isEmpty()) {
            double beside = area.x() + 35 + TextStyle.TITLE.width(title);
            boolean fits = beside + TextStyle.SMALL.width(hint) <= area.right() - 8;
            canvas.text(
                    fits ? beside : area.x() + TITLE_INDENT,
                    area.y() + (fits ? 19 : 33),
                    hint,
                    TextStyle.SMALL,
                    Paint.TEXT_3);
            end = fits ? beside + TextStyle.SMALL.width(hint) : end;
        }
        mark(box, Math.min(end + 8 + BadgeChip.SIDE / 2, area.right() - 12), area.y() + 13);
        canvas.end();
    }

    /// Where the name of a frame stands.
    static Area title(Box box, Area area) {
        double width = TITLE_INDENT + TextStyle.TITLE.width(box.title());
        return new Area(area.x(), area.y(), width, TITLE_HEIGHT);
    }

    private Set<Badge> badges(Box box) {
        var badge = graph.namespaces().get(box.namespace());
        return badge == null ? Set.of() : Set.of(badge);
    }

    private void mark(Box box, double x, double y) {
        BadgeChip.configuration(badges(box)).ifPresent(chip -> chip.draw(canvas, x, y));
    }

    /// The mode of mutual TLS when all workloads agree, and the cluster when there are several.
    private String hint(Box box, boolean withCluster) {
        Set<MtlsMode> modes =
                layout.spots().entrySet().stream()
                        .filter(entry -> entry.getValue().box().equals(box))
                        .map(entry -> mode(entry.getKey()))
                        .filter(mode -> mode != MtlsMode.UNKNOWN)
                        .collect(Collectors.toSet());
        var mode = modes.size() == 1 ? "mTLS " + modes.iterator().next().label() : "";
        var cluster = withCluster && !box.isOutside() ? box.cluster() : "";
        return (mode + (mode.isEmpty() || cluster.isEmpty() ? "" : ", ") + cluster);
    }

    private MtlsMode mode(Node node) {
        var state = graph.nodes().get(node);
        return state == null ? MtlsMode.UNKNOWN : state.mtlsMode();
    }

    /// A frame that would hold a stranger is left out.
    private void application(AppGroups.Group group, Set<Node> members) {
        var inner =
                members.stream()
                        .map(node -> layout.spots().get(node))
                        .filter(java.util.Objects::nonNull)
                        .map(Spot::area)
                        .reduce(Area::union);
        if (inner.isEmpty()) {
            return;
        }
        var area = inner.get().grown(6, 18, 6, 2);
        boolean stranger =
                layout.spots().entrySet().stream()
                        .anyMatch(entry ->
                                !members.contains(entry.getKey())
                                        && entry.getValue().area().overlaps(area));
        if (!stranger) {
            canvas.begin(
                    "app",
                    group.app(),
                    group.app(),
                    members.stream().anyMatch(look.dimmed()::contains));
            canvas.rectangle(area, 6, Paint.NONE, Stroke.of(Paint.LINE_STRONG, 1).dashed(4));
            canvas.text(area.x() + 10, area.y() + 16, group.app(), TextStyle.SMALL, Paint.TEXT_3);
            canvas.end();
        }
    }
}
