package io.windrose.topology;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the configuration says about the mesh, as far as the graph wants to know it.
///
/// @param cluster the id under which this mesh's proxies report; empty means the only one seen
public record MeshFacts(String cluster, List<WorkloadFact> workloads, List<ServiceFact> services) {

    /// No mesh source: configured modes and idle nodes are unknown.
    public static final MeshFacts NONE = new MeshFacts("", List.of(), List.of());

    public MeshFacts {
        workloads = List.copyOf(workloads);
        services = List.copyOf(services);
    }

    /// @param app the canonical service; the workload's own name where there is no label
    /// @param version the canonical revision; empty where there is no label
    /// @param badges such as [Badge#GATEWAY]
    public record WorkloadFact(
            String namespace,
            String name,
            String app,
            String version,
            MtlsMode mtlsMode,
            Set<Badge> badges) {}

    /// @param badges such as [Badge#VIRTUAL_SERVICE]
    public record ServiceFact(String namespace, String name, Set<Badge> badges) {}

    public boolean isNone() {
        return workloads.isEmpty() && services.isEmpty();
    }

    public Optional<WorkloadFact> workload(String namespace, String name) {
        return workloads.stream()
                .filter(fact -> fact.namespace().equals(namespace) && fact.name().equals(name))
                .findFirst();
    }

    public Optional<ServiceFact> service(String namespace, String name) {
        return services.stream()
                .filter(fact -> fact.namespace().equals(namespace) && fact.name().equals(name))
                .findFirst();
    }

    /// @param version empty for all versions
    public List<WorkloadFact> versions(String namespace, String app, String version) {
        return workloads.stream()
                .filter(fact -> fact.namespace().equals(namespace) && fact.app().equals(app))
                .filter(fact -> version.isEmpty() || fact.version().equals(version))
                .toList();
    }
}
