package io.windrose.analysis.check.security;

import io.windrose.analysis.Finding;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.analysis.ObjectCheck;
import io.windrose.config.syntax.Spelling;
import io.windrose.kernel.Hostname;
import io.windrose.registry.Service;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// The hosts that Sidecars name: that there are any.
final class SidecarEgress implements ObjectCheck {

    @Override
    public Set<String> codes() {
        return Set.of("KIA1004");
    }

    @Override
    public Set<String> asks() {
        return Set.of(Kinds.SIDECAR);
    }

    @Override
    public void ask(Mesh mesh, MeshObject sidecar, Consumer<Finding> found) {
        for (var egress : sidecar.spec().items("egress")) {
            egress.items("hosts").forEach(one -> check(mesh, one).ifPresent(found));
        }
    }

    private static Optional<Finding> check(Mesh mesh, Node one) {
        int slash = one.text().indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        var written = one.text().substring(0, slash);
        var host = new Hostname(one.text().substring(slash + 1));
        var own = one.object().namespace();
        var namespace = written.equals(".") ? own : written;
        boolean everything = host.value().equals("*") || namespace.startsWith("~");
        boolean ownWildcard = namespace.equals(own) && host.isWildcard();
        if (everything || ownWildcard) {
            return Optional.empty();
        }
        var services = mesh.services();
        var there = services.all();
        if (services.of(host).stream().anyMatch(service -> isIn(service, namespace))
                || there.stream().anyMatch(service -> is(service, namespace, host))) {
            return Optional.empty();
        }
        var finding =
                Finding.of(
                        "KIA1004",
                        one,
                        "No service or ServiceEntry of %s has the host %s; write namespace/host with"
                                        .formatted(place(namespace), host)
                                + " a full name or a wildcard.");
        var fix =
                guess(there, namespace, host)
                        .map(name -> SourceNamespaces.change(one, written + "/" + name));
        return Optional.of(fix.map(finding::with).orElse(finding));
    }

    private static boolean is(Service service, String namespace, Hostname host) {
        return isIn(service, namespace)
                && (host.covers(service.host()) || service.host().covers(host));
    }

    private static boolean isIn(Service service, String namespace) {
        return namespace.equals("*") || service.namespace().equals(namespace);
    }

    private static String place(String namespace) {
        return namespace.equals("*") ? "any namespace" : "namespace " + namespace;
    }

    private static Optional<String> guess(List<Service> there, String namespace, Hostname host) {
        var in = there.stream().filter(service -> isIn(service, namespace)).toList();
        return in.stream()
                .filter(service -> service.name().equals(host.value()))
                .map(service -> service.host().value())
                .findFirst()
                .or(() ->
                        Spelling.nearest(
                                host.value(),
                                in.stream().map(service -> service.host().value()).toList()));
    }
}
