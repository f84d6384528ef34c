package io.windrose.analysis.check.security;

import io.windrose.analysis.Fact;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.Workloads.Workload;
import io.windrose.config.resource.ClientTls;
import io.windrose.config.resource.PeerAuthentication.Mode;
import io.windrose.config.resource.TrafficPolicy;
import io.windrose.kernel.Hostname;
import io.windrose.kernel.Labels;
import io.windrose.kernel.Selector;
import io.windrose.registry.DestinationPolicy;
import io.windrose.registry.ExportTo;
import io.windrose.registry.Resolution;
import io.windrose.registry.Service;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What the two sides of a connection do about TLS, by the registry of the engine.
final class TlsSides {
    private static final String ANYBODY = "windrose-any-service";
    private final Mesh mesh;

    private TlsSides(Mesh mesh) {
        this.mesh = mesh;
    }

    /// Whether some servers take mutual TLS and clients of their own namespace use it. Workloads
    /// are those that are selected, and those that carry no more than the labels of the selector,
    /// whether or not there are any now.
    static boolean areMutual(Mesh mesh, Scope scope) {
        return mesh.get(new AreMutual(scope.namespace(mesh), scope.selector()));
    }

    private record AreMutual(String namespace, Selector selector) implements Fact<Boolean> {
        @Override
        public Boolean of(Mesh mesh) {
            return new TlsSides(mesh).decide(namespace, selector);
        }
    }

    private boolean decide(String namespace, Selector selector) {
        var namespaces = namespace.isEmpty() ? mesh.namespaces() : Set.of(namespace);
        var own = Labels.of(selector.matchLabels());
        var labels =
                Stream.concat(
                                Stream.of(own),
                                mesh.workloads().matching(namespace, selector).stream()
                                        .map(Workload::labels))
                        .distinct()
                        .toList();
        return namespaces.stream()
                .anyMatch(one ->
                        labels.stream().anyMatch(some -> takesTls(one, some))
                                && services(one, selector).stream().allMatch(this::clientsUseTls));
    }

    private boolean takesTls(String namespace, Labels labels) {
        var server = mesh.mutualTls(namespace, labels).effect();
        return server.mode() != Mode.DISABLE
                || server.byPort().values().stream().anyMatch(mode -> mode != Mode.DISABLE);
    }

    private List<Service> services(String namespace, Selector selector) {
        if (selector.selectsAll()) {
            return List.of(anybody(namespace));
        }
        var labels = Labels.of(selector.matchLabels());
        var chosen =
                mesh.workloads().services(namespace, labels).stream()
                        .flatMap(service -> mesh.hosts().find(service.name(), namespace).stream())
                        .toList();
        return chosen.isEmpty() ? List.of(anybody(namespace)) : chosen;
    }

    private boolean clientsUseTls(Service service) {
        var tls =
                mesh.destinationPolicy(service.namespace(), Labels.NONE, service)
                        .flatMap(rule -> mode(rule.effect()));
        return tls.map(mode -> mode == ClientTls.Mode.ISTIO_MUTUAL || mode == ClientTls.Mode.MUTUAL)
                .orElse(mesh.settings().mesh().enableAutoMtls());
    }

    /// At any port without settings of its own.
    private static Optional<ClientTls.Mode> mode(DestinationPolicy policy) {
        return policy.trafficPolicy().flatMap(TrafficPolicy::tls).map(ClientTls::mode);
    }

    /// A service of which only the namespace matters.
    private static Service anybody(String namespace) {
        return new Service(
                new Hostname(ANYBODY + "." + namespace + ".svc.cluster.local"),
                ANYBODY,
                namespace,
                Service.Origin.KUBERNETES,
                Instant.EPOCH,
                List.of(),
                List.of(),
                Resolution.STATIC,
                false,
                false,
                false,
                List.of(),
                new ExportTo.Everybody(),
                Labels.NONE);
    }
}
