package io.windrose.workspace.story;

import io.windrose.controlplane.status.ProxyStatus;
import io.windrose.controlplane.status.SyncStatus;
import io.windrose.registry.Workload;
import io.windrose.topology.Health;
import io.windrose.workspace.session.MeshView;
import java.util.List;

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
        return found.map(proxy -> row(version, proxy, workload))
                .orElseGet(() ->
                        new ProxyRow(
                                "",
                                workload.instance(),
                                workload.canonicalRevision(),
                                Health.Status.NONE,
                                "not connected",
                                ""));
    }

    private static ProxyRow row(long version, ProxyStatus proxy, Workload workload) {
        var state = ProxyState.of(proxy, version);
        return new ProxyRow(
                proxy.nodeId(),
                workload.instance(),
                workload.canonicalRevision(),
                state.status(),
                state.words(),
                detail(version, proxy, state));
    }

    private static String detail(long version, ProxyStatus proxy, ProxyState state) {
        return switch (state.status()) {
            case FAILING -> state.refusal();
            case HEALTHY -> "acknowledged version " + proxy.session().acknowledged();
            case DEGRADED, NONE ->
                    "has version %d, %d is handed out"
                            .formatted(proxy.session().acknowledged(), version);
        };
    }
}
