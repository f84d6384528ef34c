package io.windrose.analysis.check.security;

import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What the two sides of a connection do about TLS, by the registry of the engine. For one run of a
/// check.
final class TlsSides {
    private static final String ANYBODY = "windrose-any-service";
    private final Mesh mesh;
    private final Map<Scope, Boolean> known = new HashMap<>();
    private final Map<Label, List<MeshObject>> byFirstLabel = new HashMap<>();

    TlsSides(Mesh mesh) {
        this.mesh = mesh;
        for (var service : mesh.all(Kinds.SERVICE)) {
            var first = selector(service).matchLabels().firstEntry();
            if (first != null) {
                var label = new Label(service.namespace(), first.getKey(), first.getValue());
                byFirstLabel.computeIfAbsent(label, _ -> new ArrayList<>()).add(service);
            }
        }
    }

    /// Of the selector of a Service.
    private record Label(String namespace, String key, String value) {}

    /// Whether some servers take mutual TLS and clients of their own namespace use it. Workloads
    /// are those that are selected, and those that carry no more than the labels of the selector,
    /// whether or not there are any now.
    boolean areMutual(Scope scope) {
        return known.computeIfAbsent(scope, this::decide);
    }

    private boolean decide(Scope scope) {
        var namespace = scope.namespace(mesh);
        var namespaces = namespace.isEmpty() ? mesh.namespaces() : Set.of(namespace);
        var own = Labels.of(scope.selector().matchLabels());
        var labels =
                Stream.concat(Stream.of(own), scope.workloads(mesh).stream().map(Workload::labels))
                        .distinct()
                        .toList();
        return namespaces.stream()
                .anyMatch(one ->
                        labels.stream().anyMatch(some -> takesTls(one, some))
                                && services(one, scope).stream().allMatch(this::clientsUseTls));
    }

    private boolean takesTls(String namespace, Labels labels) {
        var server = mesh.mutualTls(namespace, labels).effect();
        return server.mode() != Mode.DISABLE
                || server.byPort().values().stream().anyMatch(mode -> mode != Mode.DISABLE);
    }

    private List<Service> services(String namespace, Scope scope) {
        if (scope.selectsAll()) {
            return List.of(anybody(namespace));
        }
        var labels = Labels.of(scope.selector().matchLabels());
        var chosen =
                labels.byKey().entrySet().stream()
                        .map(one -> new Label(namespace, one.getKey(), one.getValue()))
                        .flatMap(one -> byFirstLabel.getOrDefault(one, List.of()).stream())
                        .filter(service -> selector(service).matches(labels))
                        .flatMap(service -> mesh.hosts().find(service.name(), namespace).stream())
                        .toList();
        return chosen.isEmpty() ? List.of(anybody(namespace)) : chosen;
    }

    private static Selector selector(MeshObject service) {
        return Selector.of(service.spec().words("selector"));
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
