package io.windrose.topology.display;

import io.windrose.topology.EdgeKey;
import io.windrose.topology.Node;
import io.windrose.topology.layout.Layout;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// The way of each edge through a layout. It depends on who stands where alone, so that it outlives
/// every change of figures.
///
/// @param curves in the order of the edges; edges whose ends have no place are absent
public record Routes(Map<EdgeKey, Curve> curves) {

    public Routes {
        curves = Collections.unmodifiableMap(new LinkedHashMap<>(curves));
    }

    public static Routes of(Set<EdgeKey> edges, Layout layout) {
        return routes(edges, layout, Map.of(), Set.of());
    }

    /// The same ways but for the edges of those nodes; while one is dragged, all others keep still.
    public Routes moving(Set<Node> moved, Layout layout) {
        return routes(curves.keySet(), layout, curves, moved);
    }

    private static Routes routes(
            Set<EdgeKey> edges, Layout layout, Map<EdgeKey, Curve> before, Set<Node> moved) {
        var router = new EdgeRouter(layout, edges);
        var next = new LinkedHashMap<EdgeKey, Curve>();
        for (var key : edges) {
            if (router.knows(key)) {
                var old = before.get(key);
                boolean keeps =
                        old != null
                                && !moved.contains(key.source())
                                && !moved.contains(key.target());
                next.put(key, keeps ? old : router.route(key));
            }
        }
        return new Routes(next);
    }
}
