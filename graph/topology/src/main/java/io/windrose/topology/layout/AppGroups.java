package io.windrose.topology.layout;

import io.windrose.topology.Node;
import io.windrose.topology.NodeState;
import io.windrose.topology.TopologySnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// Which nodes of a graph belong to one application: its versions, and the service in front of
/// them. Groups of fewer than two versions are not worth a frame.
public final class AppGroups {
    private AppGroups() {}

    /// @param app shown as the group's name
    public record Group(String cluster, String namespace, String app) implements Comparable<Group> {
        @Override
        public int compareTo(Group other) {
            return id().compareTo(other.id());
        }

        private String id() {
            return cluster + "/" + namespace + "/" + app;
        }
    }

    public static SortedMap<Group, Set<Node>> of(TopologySnapshot graph) {
        var groups = new TreeMap<Group, Set<Node>>();
        graph.nodes()
                .forEach((node, state) -> {
                    if (!state.app().isEmpty() && !(node instanceof Node.Service)) {
                        groups.computeIfAbsent(group(state), _ -> new TreeSet<>()).add(node);
                    }
                });
        groups.values().removeIf(members -> members.size() < 2);
        var groupOf = new TreeMap<Node, Group>();
        groups.forEach((group, members) -> members.forEach(node -> groupOf.put(node, group)));
        services(graph, groupOf)
                .forEach((service, group) -> groups.getOrDefault(group, Set.of()).add(service));
        return groups;
    }

    /// A service whose workloads are all of one group stands with them.
    private static Map<Node, Group> services(TopologySnapshot graph, Map<Node, Group> groupOf) {
        var targets = new TreeMap<Node, List<Node>>();
        graph.edges()
                .keySet()
                .forEach(key -> {
                    if (key.source() instanceof Node.Service) {
                        targets.computeIfAbsent(key.source(), _ -> new ArrayList<>())
                                .add(key.target());
                    }
                });
        var services = new TreeMap<Node, Group>();
        targets.forEach((service, behind) -> {
            var group = groupOf.get(behind.getFirst());
            if (group != null
                    && group.namespace().equals(service.namespace())
                    && group.cluster().equals(service.cluster())
                    && behind.stream().allMatch(node -> group.equals(groupOf.get(node)))) {
                services.put(service, group);
            }
        });
        return services;
    }

    private static Group group(NodeState state) {
        return new Group(state.node().cluster(), state.node().namespace(), state.app());
    }
}
