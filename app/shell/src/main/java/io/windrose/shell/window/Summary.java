package io.windrose.shell.window;

import io.windrose.controlplane.status.SyncStatus;
import io.windrose.topology.Badge;
import io.windrose.topology.Health;
import io.windrose.topology.TopologySnapshot;
import io.windrose.topology.traffic.Protocol;
import io.windrose.workspace.session.MeshView;
import io.windrose.workspace.session.Picture;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/// The mesh in one line.
///
/// @param namespaces that are shown; so are services and workloads
/// @param edges of the graph
/// @param proxies empty where no proxies are known
/// @param mtlsPercent of the requests whose destination reported it; empty where none did
/// @param requestsIn per second, from whoever nobody calls
record Summary(
        int namespaces,
        int services,
        int workloads,
        int edges,
        Optional<Proxies> proxies,
        OptionalDouble mtlsPercent,
        int degraded,
        int failing,
        double requestsIn) {

    /// @param inSync that accepted everything of the newest configuration
    record Proxies(int inSync, int all) {
        static Proxies of(SyncStatus sync, long version) {
            return new Proxies(sync.acknowledged(version), sync.proxies().size());
        }
    }

    static Summary of(Picture picture, MeshView mesh) {
        var asked = picture.question().namespaces();
        Predicate<String> shown = namespace -> asked.isEmpty() || asked.contains(namespace);
        var services = mesh.mesh().services();
        var graph = picture.graph().value().orElse(TopologySnapshot.EMPTY);
        return new Summary(
                (int) mesh.mesh().namespaces().stream().filter(shown).count(),
                (int) services.all().stream().filter(each -> shown.test(each.namespace())).count(),
                (int)
                        services.workloads().stream()
                                .filter(each -> shown.test(each.namespace()))
                                .map(each -> each.namespace() + "/" + each.name())
                                .distinct()
                                .count(),
                graph.edges().size(),
                mesh.sync().map(sync -> Proxies.of(sync, mesh.version())),
                mtls(graph),
                ill(graph, Health.Status.DEGRADED),
                ill(graph, Health.Status.FAILING),
                requestsIn(graph));
    }

    private static OptionalDouble mtls(TopologySnapshot graph) {
        double mutual = 0;
        double known = 0;
        for (var edge : graph.edges().values()) {
            if (edge.key().protocol() != Protocol.TCP) {
                mutual += edge.traffic().mutualTlsRate();
                known += edge.traffic().mutualTlsRate() + edge.traffic().plaintextRate();
            }
        }
        return known > 0 ? OptionalDouble.of(100 * mutual / known) : OptionalDouble.empty();
    }

    private static int ill(TopologySnapshot graph, Health.Status status) {
        return (int)
                graph.nodes().values().stream()
                        .filter(node -> node.health().status() == status)
                        .count();
    }

    private static double requestsIn(TopologySnapshot graph) {
        return graph.edges().values().stream()
                .filter(edge -> edge.key().protocol() != Protocol.TCP)
                .filter(edge -> {
                    var source = graph.nodes().get(edge.source());
                    return source != null && source.has(Badge.ROOT);
                })
                .mapToDouble(edge -> edge.traffic().ratePerSecond())
                .sum();
    }
}
