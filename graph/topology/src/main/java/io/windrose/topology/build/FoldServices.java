package io.windrose.topology.build;

import io.windrose.topology.Badge;
import io.windrose.topology.EdgeKey;
import io.windrose.topology.GraphType;
import io.windrose.topology.MeshFacts;
import io.windrose.topology.Node;
import io.windrose.topology.NodeState;
import io.windrose.topology.Traffic;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Takes out each service that stands in front of one app alone: whoever calls the service then
/// calls the app, and the app has the service's badges.
///
/// A service with several versions stays, even while only one of them gets requests, so that a
/// shift of traffic does not make nodes come and go; so does one whose requests reach nobody.
final class FoldServices implements Stage {
    /// What a service has for itself and does not hand on.
    private static final Set<Badge> OWN = EnumSet.of(Badge.IDLE, Badge.ROOT, Badge.OUTSIDE);

    @Override
    public Draft apply(Draft draft, TopologyOptions options, MeshFacts facts) {
        boolean apps = options.type() == GraphType.APP || options.type() == GraphType.VERSIONED_APP;
        if (!options.foldServices() || !apps) {
            return draft;
        }
        var appByService = appByService(draft, options, facts);
        if (appByService.isEmpty()) {
            return draft;
        }
        var edges = new TreeMap<EdgeKey, Traffic>();
        draft.edges()
                .forEach((key, traffic) -> {
                    if (!appByService.containsKey(key.source())) {
                        var target = appByService.getOrDefault(key.target(), key.target());
                        edges.merge(
                                new EdgeKey(key.source(), target, key.protocol()),
                                traffic,
                                Traffic::plus);
                    }
                });
        return draft.withGraph(nodes(draft, appByService), edges);
    }

    private static Map<Node, Node> appByService(
            Draft draft, TopologyOptions options, MeshFacts facts) {
        var targets = new HashMap<Node, Set<Node>>();
        draft.edges()
                .keySet()
                .forEach(key ->
                        targets.computeIfAbsent(key.source(), _ -> new HashSet<>())
                                .add(key.target()));
        Set<Node> called = new HashSet<>();
        draft.edges().keySet().forEach(key -> called.add(key.target()));

        var folded = new HashMap<Node, Node>();
        for (var node : draft.nodes().keySet()) {
            if (node instanceof Node.Service service
                    && (options.type() == GraphType.APP || versions(service, facts) < 2)) {
                var reached = targets.getOrDefault(service, Set.of());
                var app =
                        reached.isEmpty() && !called.contains(service)
                                ? idleApp(service, draft, facts)
                                : reached.size() == 1
                                        ? Optional.of(reached.iterator().next())
                                        : Optional.<Node>empty();
                app.filter(found -> isItsApp(found, service))
                        .ifPresent(found -> folded.put(service, found));
            }
        }
        return folded;
    }

    private static int versions(Node.Service service, MeshFacts facts) {
        return facts.versions(service.namespace(), service.service(), "").size();
    }

    private static boolean isItsApp(Node node, Node.Service service) {
        return node instanceof Node.App app
                && app.app().equals(service.service())
                && app.namespace().equals(service.namespace());
    }

    /// The app of a service that nobody calls, if it is in the graph at all.
    private static Optional<Node> idleApp(Node.Service service, Draft draft, MeshFacts facts) {
        return facts.versions(service.namespace(), service.service(), "").isEmpty()
                ? Optional.empty()
                : draft.nodes().keySet().stream()
                        .filter(node -> isItsApp(node, service))
                        .findFirst();
    }

    private static SortedMap<Node, NodeState> nodes(Draft draft, Map<Node, Node> appByService) {
        var nodes = new TreeMap<>(draft.nodes());
        appByService.forEach((service, app) -> {
            var gone = nodes.remove(service);
            if (gone != null) {
                nodes.computeIfPresent(app, (_, state) -> withBadges(state, gone));
            }
        });
        return nodes;
    }

    private static NodeState withBadges(NodeState app, NodeState service) {
        var marked = app;
        for (var badge : service.badges()) {
            if (!OWN.contains(badge)) {
                marked = marked.withBadge(badge);
            }
        }
        return marked;
    }
}
