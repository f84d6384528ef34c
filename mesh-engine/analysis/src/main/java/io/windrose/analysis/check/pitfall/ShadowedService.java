package io.windrose.analysis.check.pitfall;

import io.windrose.analysis.Finding;
import io.windrose.analysis.Hosts;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.registry.Service;
import java.util.function.Consumer;

/// A ServiceEntry for a host that a Service of Kubernetes has already.
final class ShadowedService extends Pitfall {
    ShadowedService() {
        super("WR0209", Kinds.SERVICE_ENTRY, Kinds.SERVICE);
    }

    @Override
    public void run(Mesh mesh, Consumer<Finding> found) {
        for (var entry : mesh.all(Kinds.SERVICE_ENTRY)) {
            for (var host : entry.spec().items("hosts")) {
                mesh.services().of(Hosts.complete(host.text(), entry.namespace())).stream()
                        .filter(one -> one.origin() == Service.Origin.KUBERNETES)
                        .findFirst()
                        .ifPresent(service ->
                                found.accept(
                                        Finding.of(
                                                code(),
                                                host,
                                                "Kubernetes has a Service %s in namespace %s for this host: which of the two a proxy uses depends on its namespace. Add endpoints to that one, or choose another host."
                                                        .formatted(
                                                                service.name(),
                                                                service.namespace()))));
            }
        }
    }
}
