package io.windrose.analysis.check.security;

import io.windrose.analysis.Fact;
import io.windrose.analysis.Finding;
import io.windrose.analysis.Hosts;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.analysis.ObjectCheck;
import io.windrose.config.syntax.Spelling;
import io.windrose.kernel.Hostname;
import io.windrose.kernel.Severity;
import io.windrose.registry.Service;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Hosts of operations that look like names of services: that somebody answers to them.
final class PolicyHosts implements ObjectCheck {

    @Override
    public Set<String> codes() {
        return Set.of("KIA0104");
    }

    @Override
    public Set<String> asks() {
        return Set.of(Kinds.AUTHORIZATION_POLICY);
    }

    @Override
    public void ask(Mesh mesh, MeshObject policy, Consumer<Finding> found) {
        for (var operation : PolicyNodes.operations(policy)) {
            operation.items("hosts").forEach(one -> check(mesh, one).ifPresent(found));
        }
    }

    private record IsRouted(Hostname host) implements Fact<Boolean> {
        @Override
        public Boolean of(Mesh mesh) {
            return mesh.get(new Routed()).contains(host);
        }
    }

    private record Routed() implements Fact<Set<Hostname>> {
        @Override
        public Set<Hostname> of(Mesh mesh) {
            var routed = new HashSet<Hostname>();
            for (var routes : mesh.all(Kinds.VIRTUAL_SERVICE)) {
                routes.spec()
                        .texts("hosts")
                        .forEach(host -> routed.add(Hosts.complete(host, routes.namespace())));
            }
            return routed;
        }
    }

    private static Optional<Finding> check(Mesh mesh, Node one) {
        // a caller may name the port, too
        var host = one.text().replaceFirst(":[0-9]+$", "");
        var own = one.object().namespace();
        var full = full(host, own);
        if (!isOfRegistry(mesh, host)
                || mesh.hosts().exists(full.value(), own)
                || mesh.get(new IsRouted(full))) {
            return Optional.empty();
        }
        var finding =
                Finding.of(
                                "KIA0104",
                                one,
                                "No service, ServiceEntry or VirtualService has the host %s."
                                        .formatted(host))
                        .at(level(mesh));
        var names =
                mesh.services().all().stream()
                        .filter(service -> service.namespace().equals(own))
                        .map(Service::name)
                        .toList();
        return Optional.of(
                Spelling.nearest(host, names)
                        .filter(_ -> host.equals(one.text()))
                        .map(name -> finding.with(SourceNamespaces.change(one, name)))
                        .orElse(finding));
    }

    /// Of `name` and of `name.namespace`.
    private static Hostname full(String host, String namespace) {
        int dot = host.indexOf('.');
        return dot < 0
                ? Hosts.complete(host, namespace)
                : Hosts.complete(host.substring(0, dot), host.substring(dot + 1));
    }

    private static boolean isOfRegistry(Mesh mesh, String host) {
        if (host.isEmpty() || host.contains("*")) {
            return false;
        }
        int dot = host.indexOf('.');
        return dot < 0
                || (host.lastIndexOf('.') == dot && mesh.hasNamespace(host.substring(dot + 1)));
    }

    /// As Kiali has it: less grave where somebody chose to let everything out.
    private static Severity level(Mesh mesh) {
        var mode = mesh.settings().config().root().text("outboundTrafficPolicy", "mode");
        return mode.equals("ALLOW_ANY") ? Severity.WARNING : Severity.ERROR;
    }
}
