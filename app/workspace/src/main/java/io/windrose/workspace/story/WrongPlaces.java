package io.windrose.workspace.story;

import io.windrose.registry.Service;
import io.windrose.registry.Workload;
import io.windrose.session.edit.Finding;
import io.windrose.session.edit.Reach;
import io.windrose.topology.Badge;
import io.windrose.topology.Edge;
import io.windrose.topology.EdgeKey;
import io.windrose.topology.Node;
import io.windrose.topology.TopologySnapshot;
import io.windrose.workspace.ConfigMarks;
import io.windrose.workspace.session.MeshView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Where in a graph stands what is wrong with the configuration, beside the nodes: at the edges of
/// which it names both ends, and at the namespaces for which as a whole it holds.
public final class WrongPlaces {
    private final ConfigMarks wrong;
    private final List<WrongWay> ways;

    /// Names of the services in front of each workload, by `namespace/name`; empty where no way
    /// needs them.
    private final Map<String, Set<Named>> inFront = new HashMap<>();

    /// Workloads of each app, by `namespace/app`; empty where no way needs them.
    private final Map<String, List<Workload>> ofApp = new HashMap<>();

    private WrongPlaces(MeshView mesh) {
        wrong = mesh.wrong();
        ways = WrongWay.in(mesh);
        if (!ways.isEmpty()) {
            var services = mesh.mesh().services();
            for (var service : services.all()) {
                services.endpoints(service).forEach(endpoint -> know(endpoint.workload(), service));
            }
            services.workloads()
                    .forEach(one ->
                            ofApp.computeIfAbsent(
                                            one.namespace() + "/" + one.canonicalName(),
                                            _ -> new ArrayList<>())
                                    .add(one));
        }
    }

    public static WrongPlaces of(MeshView mesh) {
        return new WrongPlaces(mesh);
    }

    /// A service or a workload, by its names.
    record Named(boolean isService, String namespace, String name) {
        static Named of(Service service) {
            return new Named(true, service.namespace(), service.name());
        }

        static Named of(Workload workload) {
            return new Named(false, workload.namespace(), workload.name());
        }
    }

    /// The same graph with marks on its edges and namespaces.
    public TopologySnapshot mark(TopologySnapshot graph) {
        var namespaces = new TreeMap<String, Badge>();
        wrong.found().reach().values().stream()
                .filter(Reach::isForAll)
                .map(Reach::namespace)
                .distinct()
                .forEach(namespace ->
                        ConfigMarks.badge(of(namespace))
                                .ifPresent(badge -> namespaces.put(namespace, badge)));
        if (ways.isEmpty() && namespaces.isEmpty()) {
            return graph;
        }
        var edges = new TreeMap<EdgeKey, Edge>();
        graph.edges()
                .forEach((key, edge) ->
                        edges.put(
                                key,
                                edge.with(
                                        ConfigMarks.badge(of(graph, key)).stream()
                                                .collect(Collectors.toSet()))));
        return new TopologySnapshot(graph.type(), graph.nodes(), edges, namespaces);
    }

    /// Errors and warnings about the traffic from one end to the other; often none.
    public List<Finding> of(TopologySnapshot graph, EdgeKey edge) {
        if (ways.isEmpty()) {
            return List.of();
        }
        var from = named(graph, edge.source());
        var to = named(graph, edge.target());
        return ways.stream()
                .filter(way -> way.leads(from, to))
                .map(WrongWay::finding)
                .distinct()
                .toList();
    }

    /// Errors and warnings about all of a namespace; often none.
    public List<Finding> of(String namespace) {
        return ofAll(reach -> reach.namespace().equals(namespace));
    }

    /// Errors and warnings about whole namespaces, the worst first.
    public List<Finding> ofAll() {
        return ofAll(_ -> true);
    }

    private List<Finding> ofAll(Predicate<Reach> which) {
        return wrong.found().reach().entrySet().stream()
                .filter(one -> one.getValue().isForAll() && which.test(one.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .flatMap(label -> wrong.of(label).stream())
                .sorted(
                        Comparator.comparing(
                                (Finding one) -> one.problem().severity(),
                                Comparator.reverseOrder()))
                .toList();
    }

    private void know(Workload workload, Service service) {
        inFront.computeIfAbsent(workload.namespace() + "/" + workload.name(), _ -> new HashSet<>())
                .add(Named.of(service));
    }

    /// Whom a node stands for: a workload also for the services in front of it that have no node of
    /// their own.
    private Set<Named> named(TopologySnapshot graph, Node node) {
        return switch (node) {
            case Node.Service(_, var namespace, var name) ->
                    Set.of(new Named(true, namespace, name));
            case Node.App(_, var namespace, var app, var version) ->
                    ofApp.getOrDefault(namespace + "/" + app, List.of()).stream()
                            .filter(one -> Configured.isVersion(one, version))
                            .flatMap(one -> named(graph, node, Named.of(one)).stream())
                            .collect(Collectors.toSet());
            case Node.Workload(_, var namespace, var name) ->
                    named(graph, node, new Named(false, namespace, name));
            case Node.Unknown _ -> Set.of();
        };
    }

    private Set<Named> named(TopologySnapshot graph, Node node, Named workload) {
        var all = new HashSet<>(Set.of(workload));
        inFront.getOrDefault(workload.namespace() + "/" + workload.name(), Set.of()).stream()
                .filter(one ->
                        !graph.nodes()
                                .containsKey(
                                        new Node.Service(
                                                node.cluster(), one.namespace(), one.name())))
                .forEach(all::add);
        return all;
    }
}
