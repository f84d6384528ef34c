package io.windrose.registry;

import io.windrose.config.resource.MeshConfig;
import io.windrose.kernel.Labels;
import io.windrose.kernel.Problem;
import java.util.List;

/// A mesh at one moment: who offers what where, and which rules hold.
///
/// @param namespaces that the configuration mentions, sorted
/// @param findings what is wrong with the configuration as a whole, such as hosts that two services
///   claim
public record MeshSnapshot(
        MeshConfig mesh,
        List<String> namespaces,
        Services services,
        Rules rules,
        List<Problem> findings) {
    public static final MeshSnapshot EMPTY =
            new MeshSnapshot(
                    MeshConfig.DEFAULT,
                    List.of(),
                    Services.NONE,
                    new RulesBuilder()
                            .next(
                                    new Rules.Sources(
                                            MeshConfig.DEFAULT,
                                            List.of(),
                                            List.of(),
                                            List.of(),
                                            List.of(),
                                            List.of(),
                                            List.of(),
                                            List.of())),
                    List.of());

    public MeshSnapshot {
        namespaces = List.copyOf(namespaces);
        findings = List.copyOf(findings);
    }

    /// What the sidecar of a workload may know of the mesh.
    public Visibility visibility(String namespace, Labels workload) {
        return new View(services, rules, namespace).ofSidecar(mesh, workload);
    }

    /// The services that a gateway in `namespace` may lead to; oldest first.
    public List<Service> visibleToGateway(String namespace) {
        return new View(services, rules, namespace).ofGateway();
    }
}
