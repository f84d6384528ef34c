package io.windrose.workspace.story;

import io.windrose.registry.Service;
import io.windrose.registry.Workload;
import io.windrose.topology.Node;
import io.windrose.workspace.session.MeshView;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The services and workloads of the registry that a node stands for.
///
/// @param services the one that a service node is; those in front of any other node
/// @param workloads those behind a service node; those that any other node is
record Configured(List<Service> services, List<Workload> workloads) {
    private static final Configured NOTHING = new Configured(List.of(), List.of());

    static Configured of(MeshView mesh, Node node) {
        return switch (node) {
            case Node.Service service -> ofService(mesh, service);
            case Node.App app ->
                    ofWorkloads(
                            mesh,
                            mesh.mesh().services().workloads().stream()
                                    .filter(one -> one.namespace().equals(app.namespace()))
                                    .filter(one -> one.canonicalName().equals(app.app()))
                                    .filter(one -> isVersion(one, app.version()))
                                    .toList());
            case Node.Workload workload ->
                    ofWorkloads(
                            mesh,
                            mesh.mesh().services().workloads().stream()
                                    .filter(one -> one.namespace().equals(workload.namespace()))
                                    .filter(one -> one.name().equals(workload.workload()))
                                    .toList());
            case Node.Unknown _ -> NOTHING;
        };
    }

    /// The version is missing for all of them, and `latest` where no label says one.
    static boolean isVersion(Workload workload, String version) {
        return version.isEmpty()
                || workload.canonicalRevision().equals(version)
                || (version.equals("latest") && workload.canonicalRevision().isEmpty());
    }

    private static Configured ofService(MeshView mesh, Node.Service node) {
        var services = mesh.mesh().services();
        var found =
                services.all().stream()
                        .filter(one -> one.name().equals(node.service()))
                        .filter(one ->
                                one.namespace().equals(node.namespace())
                                        || node.namespace().equals("unknown"))
                        .limit(1)
                        .toList();
        Set<Workload> behind = new LinkedHashSet<>();
        found.forEach(service ->
                services.endpoints(service).forEach(endpoint -> behind.add(endpoint.workload())));
        return new Configured(found, List.copyOf(behind));
    }

    private static Configured ofWorkloads(MeshView mesh, List<Workload> workloads) {
        var services = mesh.mesh().services();
        var inFront =
                services.all().stream()
                        .filter(service ->
                                services.endpoints(service).stream()
                                        .anyMatch(each -> workloads.contains(each.workload())))
                        .toList();
        return new Configured(inFront, workloads);
    }
}
