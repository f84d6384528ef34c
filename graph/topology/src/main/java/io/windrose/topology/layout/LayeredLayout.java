package io.windrose.topology.layout;

import io.windrose.topology.Node;
import io.windrose.topology.TopologySnapshot;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.HierarchyHandling;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/// Arranges a graph from scratch: callers left of callees, frames around namespaces and around the
/// versions of an application. Equal graphs give equal layouts.
///
/// @see <a href="https://eclipse.dev/elk/reference/algorithms/org-eclipse-elk-layered.html">ELK
///   layered</a>
final class LayeredLayout {
    private static final double BETWEEN_NODES = 14;
    private static final double BETWEEN_LAYERS = 104;

    private final TopologySnapshot graph;
    private final ElkNode root = ElkGraphUtil.createGraph();
    private final Map<Box, ElkNode> frames = new HashMap<>();
    private final Map<Node, ElkNode> places = new TreeMap<>();

    private LayeredLayout(TopologySnapshot graph) {
        this.graph = graph;
    }

    static Layout of(TopologySnapshot graph) {
        if (graph.nodes().isEmpty()) {
            return Layout.EMPTY;
        }
        LayoutMetaDataService.getInstance()
                .registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
        return new LayeredLayout(graph).arrange();
    }

    private Layout arrange() {
        configure(root, new ElkPadding(0));
        var groupFrames = new HashMap<Node, ElkNode>();
        AppGroups.of(graph)
                .forEach((_, members) -> {
                    var first = members.iterator().next();
                    var frame = ElkGraphUtil.createNode(frame(Box.of(first)));
                    configure(frame, new ElkPadding(28, 12, 8, 12));
                    members.forEach(node -> groupFrames.put(node, frame));
                });
        graph.nodes()
                .forEach((node, state) -> {
                    var parent = groupFrames.get(node);
                    var place =
                            ElkGraphUtil.createNode(parent == null ? frame(Box.of(node)) : parent);
                    place.setWidth(Footprint.of(state).width());
                    place.setHeight(Footprint.HEIGHT);
                    places.put(node, place);
                });
        for (var key : graph.edges().keySet()) {
            var source = places.get(key.source());
            var target = places.get(key.target());
            if (source != null && target != null && !source.equals(target)) {
                ElkGraphUtil.createSimpleEdge(source, target);
            }
        }
        new RecursiveGraphLayoutEngine().layout(root, new BasicProgressMonitor());
        return spots();
    }

    private ElkNode frame(Box box) {
        return frames.computeIfAbsent(
                box,
                _ -> {
                    var frame = ElkGraphUtil.createNode(root);
                    configure(
                            frame,
                            new ElkPadding(Layout.TOP, Layout.SIDE, Layout.BOTTOM, Layout.SIDE));
                    return frame;
                });
    }

    private static void configure(ElkNode frame, ElkPadding padding) {
        frame.setProperty(CoreOptions.ALGORITHM, "org.eclipse.elk.layered");
        frame.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
        frame.setProperty(CoreOptions.HIERARCHY_HANDLING, HierarchyHandling.INCLUDE_CHILDREN);
        frame.setProperty(CoreOptions.PADDING, padding);
        frame.setProperty(CoreOptions.SPACING_NODE_NODE, BETWEEN_NODES);
        frame.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, BETWEEN_LAYERS);
        frame.setProperty(
                LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.NETWORK_SIMPLEX);
    }

    private Layout spots() {
        var spots = new TreeMap<Node, Spot>();
        places.forEach((node, place) -> {
            double x = place.getWidth() / 2;
            double y = Footprint.ABOVE;
            for (ElkNode at = place; at != null; at = at.getParent()) {
                x += at.getX();
                y += at.getY();
            }
            var centre = new Point(Math.rint(x), Math.rint(y));
            var area = new Footprint(place.getWidth()).at(centre);
            spots.put(node, new Spot(centre, area, Box.of(node)));
        });
        return new Layout(spots, new TreeMap<>());
    }
}
