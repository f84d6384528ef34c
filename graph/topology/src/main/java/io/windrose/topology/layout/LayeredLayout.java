package io.windrose.topology.layout;

import io.windrose.topology.Edge;
import io.windrose.topology.Node;
import io.windrose.topology.NodeState;
import io.windrose.topology.TopologySnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
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

/// Arranges a graph from scratch: within each frame callers left of callees, with a frame of their
/// own around the versions of an application; then the frames beside one another. Equal graphs give
/// equal layouts.
///
/// @see <a href="https://eclipse.dev/elk/reference/algorithms/org-eclipse-elk-layered.html">ELK
///   layered</a>
final class LayeredLayout {
    private static final double BETWEEN_NODES = 12;
    private static final double BETWEEN_LAYERS = 74;

    private final Box box;
    private final TopologySnapshot graph;
    private final ElkNode root = ElkGraphUtil.createGraph();
    private final Map<Node, ElkNode> places = new TreeMap<>();

    private LayeredLayout(Box box, TopologySnapshot graph) {
        this.box = box;
        this.graph = graph;
    }

    static Layout of(TopologySnapshot graph) {
        if (graph.nodes().isEmpty()) {
            return Layout.EMPTY;
        }
        LayoutMetaDataService.getInstance()
                .registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
        var states = new TreeMap<Box, List<NodeState>>();
        graph.nodes()
                .forEach((node, state) ->
                        states.computeIfAbsent(Box.of(node), _ -> new ArrayList<>()).add(state));
        var edges = new TreeMap<Box, List<Edge>>();
        graph.edges()
                .values()
                .forEach(edge -> {
                    var from = Box.of(edge.source());
                    if (from.equals(Box.of(edge.target()))) {
                        edges.computeIfAbsent(from, _ -> new ArrayList<>()).add(edge);
                    }
                });
        var boxes = new TreeMap<Box, SortedMap<Node, Spot>>();
        states.forEach((box, members) -> {
            var part =
                    TopologySnapshot.of(graph.type(), members, edges.getOrDefault(box, List.of()));
            boxes.put(box, new LayeredLayout(box, part).arrange());
        });
        return new Packing(boxes, graph.edges().keySet()).packed();
    }

    private SortedMap<Node, Spot> arrange() {
        configure(root, new ElkPadding(0));
        var groupFrames = new HashMap<Node, ElkNode>();
        AppGroups.of(graph)
                .forEach((_, members) -> {
                    var frame = ElkGraphUtil.createNode(root);
                    configure(frame, new ElkPadding(28, 10, 8, 10));
                    members.forEach(node -> groupFrames.put(node, frame));
                });
        var loners = Loners.of(graph, groupFrames.keySet());
        graph.nodes()
                .forEach((node, state) -> {
                    if (loners.contains(node)) {
                        return;
                    }
                    var parent = groupFrames.getOrDefault(node, root);
                    var place = ElkGraphUtil.createNode(parent);
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
        var spots = spots();
        loners.placeBelow(spots, box, BETWEEN_NODES);
        return spots;
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

    private SortedMap<Node, Spot> spots() {
        var spots = new TreeMap<Node, Spot>();
        places.forEach((node, place) -> {
            double x = place.getWidth() / 2;
            double y = Footprint.ABOVE;
            for (ElkNode at = place; at != null; at = at.getParent()) {
                x += at.getX();
                y += at.getY();
            }
            var centre = new Point(Math.rint(x), Math.rint(y));
            spots.put(node, new Spot(centre, new Footprint(place.getWidth()).at(centre), box));
        });
        return spots;
    }
}
