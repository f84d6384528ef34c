package io.windrose.workspace.story;

import io.windrose.controlplane.status.ProxyStatus;
import io.windrose.controlplane.status.SyncStatus;
import io.windrose.registry.Workload;
import io.windrose.topology.Health;
import io.windrose.workspace.session.MeshView;
import java.util.List;
import java.util.Optional;

/// How far the proxies of some workloads have followed the configuration.
final class ProxyRows {
    private ProxyRows() {}

    /// Of workloads that have one; empty where no proxies are known.
    static List<ProxyRow> of(MeshView mesh, List<Workload> workloads) {
        return mesh.sync()
                .map(sync ->
                        workloads.stream()
                                .filter(workload -> !workload.instance().isEmpty())
                                .filter(Workload::hasProxy)
                                .map(workload -> row(mesh.version(), sync, workload))
                                .toList())
                .orElse(List.of());
    }

    private static ProxyRow row(long version, SyncStatus sync, Workload workload) {
        var name = workload.instance() + "." + workload.namespace();
        var found = sync.proxies().stream().filter(proxy -> proxy.name().equals(name)).findFirst();
        return new ProxyRow(
                found.map(ProxyStatus::nodeId).orElse(""),
                workload.instance(),
                workload.canonicalRevision(),
                found.map(proxy -> status(version, proxy)).orElse(Health.Status.NONE),
                found.map(proxy -> words(version, proxy)).orElse("not connected"),
                found.map(proxy -> detail(version, proxy)).orElse(""));
    }

    private static Health.Status status(long version, ProxyStatus proxy) {
        if (rejection(proxy).isPresent()) {
            return Health.Status.FAILING;
        }
        return isInSync(version, proxy) ? Health.Status.HEALTHY : Health.Status.DEGRADED;
    }

    private static String words(long version, ProxyStatus proxy) {
        if (rejection(proxy).isPresent()) {
            return "refused";
        }
        return isInSync(version, proxy) ? "in sync" : "behind";
    }

    private static String detail(long version, ProxyStatus proxy) {
        return rejection(proxy)
                .orElseGet(() ->
                        isInSync(version, proxy)
                                ? "acknowledged version " + proxy.session().acknowledged()
                                : "has version %d, %d is handed out"
                                        .formatted(proxy.session().acknowledged(), version));
    }

    private static boolean isInSync(long version, ProxyStatus proxy) {
        return proxy.session().acknowledged() >= version;
    }

    private static Optional<String> rejection(ProxyStatus proxy) {
        return proxy.session().types().entrySet().stream()
                .flatMap(entry ->
                        entry.getValue().rejection().stream()
                                .map(refused ->
                                        entry.getKey().shortName() + ": " + refused.reason()))
                .sorted()
                .findFirst();
    }
}
