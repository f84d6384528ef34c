package io.windrose.analysis.check.pitfall;

import io.windrose.analysis.Finding;
import io.windrose.analysis.Hosts;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.ObjectCheck;
import io.windrose.registry.Service;
import java.util.Set;
import java.util.function.Consumer;

/// A ServiceEntry for a host that a Service of Kubernetes has already.
final class ShadowedService extends Pitfall implements ObjectCheck {
    ShadowedService() {
        super("WR0209");
    }

    @Override
    public Set<String> asks() {
        return Set.of(Kinds.SERVICE_ENTRY);
    }

    @Override
    public void ask(Mesh mesh, MeshObject entry, Consumer<Finding> found) {
        for (var host : entry.spec().items("hosts")) {
            mesh.hosts().named(Hosts.complete(host.text(), entry.namespace())).stream()
                    .filter(one -> one.origin() == Service.Origin.KUBERNETES)
                    .findFirst()
                    .ifPresent(service ->
                            found.accept(
                                    Finding.of(
                                            code(),
                                            host,
                                            "Kubernetes has a Service %s in namespace %s for this host: which of the two a proxy uses depends on its namespace. Add endpoints to that one, or choose another host."
                                                    .formatted(
                                                            service.name(), service.namespace()))));
        }
    }
}
