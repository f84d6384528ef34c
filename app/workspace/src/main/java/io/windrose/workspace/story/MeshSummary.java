package io.windrose.workspace.story;

import io.windrose.controlplane.status.SyncStatus;
import io.windrose.topology.Edge;
import io.windrose.topology.Health;
import io.windrose.topology.Node;
import io.windrose.topology.TopologySnapshot;
import io.windrose.topology.layout.Box;
import io.windrose.topology.traffic.Protocol;
import io.windrose.workspace.session.MeshView;
import io.windrose.workspace.session.Picture;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalDouble;

/// The whole mesh in a line of figures, as far as the picture shows it.
///
/// @param namespaces without what is outside the mesh
/// @param workloads or apps and versions, depending on the question
/// @param proxies empty where none are known
/// @param mtlsPercent of the requests that reached a workload, 0 to 100; empty where nobody
///   measured
/// @param ratePerSecond of the requests that come into the mesh; empty where nothing is measured
public record MeshSummary(
        int namespaces,
        int services,
        int workloads,
        int edges,
        Optional<Proxies> proxies,
        OptionalDouble mtlsPercent,
        int degraded,
        int failing,
        OptionalDouble ratePerSecond) {

    /// @param inSync that acknowledged the newest version
    public record Proxies(int inSync, int known) {}

    public static MeshSummary of(Picture picture, MeshView mesh) {
        var graph = picture.graph().value().orElse(TopologySnapshot.EMPTY);
        return new MeshSummary(
                (int)
                        graph.nodes().keySet().stream()
                                .filter(node -> !Box.of(node).isOutside())
                                .map(Node::namespace)
                                .distinct()
                                .count(),
                services(graph, mesh),
                count(graph, Node.App.class) + count(graph, Node.Workload.class),
                graph.edges().size(),
                mesh.sync().map(sync -> proxies(sync, mesh.version())),
                mtls(graph),
                count(graph, Health.Status.DEGRADED),
                count(graph, Health.Status.FAILING),
                picture.covered().isPositive()
                        ? OptionalDouble.of(entering(graph))
                        : OptionalDouble.empty());
    }

    /// `3 namespaces`, `1 service`.
    public static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static Proxies proxies(SyncStatus sync, long version) {
        return new Proxies(sync.acknowledged(version), sync.proxies().size());
    }

    /// Those of the namespaces that are shown, also where one is drawn together with its only
    /// version; at least the nodes that are services, such as hosts outside.
    private static int services(TopologySnapshot graph, MeshView mesh) {
        var shown = new HashSet<String>();
        graph.nodes().keySet().forEach(node -> shown.add(node.namespace()));
        var configured =
                mesh.mesh().services().all().stream()
                        .filter(service -> shown.contains(service.namespace()))
                        .count();
        return Math.max((int) configured, count(graph, Node.Service.class));
    }

    private static int count(TopologySnapshot graph, Class<? extends Node> kind) {
        return (int) graph.nodes().keySet().stream().filter(kind::isInstance).count();
    }

    private static int count(TopologySnapshot graph, Health.Status status) {
        return (int)
                graph.nodes().values().stream()
                        .filter(state -> state.health().status() == status)
                        .count();
    }

    private static double entering(TopologySnapshot graph) {
        return Flow.entering(graph)
                .filter(edge -> edge.key().protocol() != Protocol.TCP)
                .mapToDouble(edge -> edge.traffic().ratePerSecond())
                .sum();
    }

    /// Of the last step of each request, so that those through a service do not count twice.
    private static OptionalDouble mtls(TopologySnapshot graph) {
        boolean services = graph.nodes().keySet().stream().allMatch(Node.Service.class::isInstance);
        var last =
                graph.edges().values().stream()
                        .filter(edge -> edge.key().protocol() != Protocol.TCP)
                        .filter(edge -> services || !(edge.target() instanceof Node.Service))
                        .map(Edge::traffic)
                        .toList();
        double secured = last.stream().mapToDouble(each -> each.mutualTlsRate()).sum();
        double known = secured + last.stream().mapToDouble(each -> each.plaintextRate()).sum();
        return known > 0 ? OptionalDouble.of(100 * secured / known) : OptionalDouble.empty();
    }
}
