package io.windrose.analysis.check.workload;

import io.windrose.analysis.Ambient;
import io.windrose.analysis.Finding;
import io.windrose.analysis.Fix;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.analysis.ObjectCheck;
import io.windrose.analysis.Workloads;
import io.windrose.analysis.Workloads.Workload;
import io.windrose.config.tree.ConfigTree.Mapping;
import java.util.Set;
import java.util.function.Consumer;

/// Workloads that join a mesh without sidecars: that they have none, and the waypoint they name.
final class AmbientWorkloads implements ObjectCheck {
    private static final String INJECT = "sidecar.istio.io/inject";

    @Override
    public Set<String> codes() {
        return Set.of("KIA1311", "KIA1312", "KIA1313", "KIA1314", "KIA1315", "KIA1316", "KIA1317");
    }

    @Override
    public Set<String> asks() {
        return Workloads.OF_WORKLOADS;
    }

    @Override
    public void ask(Mesh mesh, MeshObject object, Consumer<Finding> found) {
        mesh.workloads()
                .of(object)
                .filter(one -> isConcerned(mesh, one) && isApplication(one))
                .ifPresent(workload -> {
                    sidecars(mesh, workload, found);
                    if (!isOwned(object)) {
                        settings(mesh, workload, found);
                    }
                });
    }

    private static boolean isConcerned(Mesh mesh, Workload workload) {
        return Ambient.isAbout(mesh, workload.object().namespace())
                || Ambient.isAbout(workload.labels())
                || workload.isAmbient();
    }

    private static boolean isApplication(Workload workload) {
        return !PartsOfIstio.include(workload.object())
                && !PartsOfIstio.isManagedGateway(workload.object())
                && workload.labels().get("gateway.networking.k8s.io/gateway-name").isEmpty()
                && workload.labels().get("istio").isEmpty()
                && !workload.template()
                        .text("metadata", "annotations", "inject.istio.io/templates")
                        .equals("gateway");
    }

    /// A Pod that a Deployment made says nothing that the Deployment does not.
    private static boolean isOwned(MeshObject object) {
        return object.kind().equals(Kinds.POD)
                && !object.root().get("metadata").items("ownerReferences").isEmpty();
    }

    /// What the Pods have.
    private static void sidecars(Mesh mesh, Workload workload, Consumer<Finding> found) {
        var name = name(workload);
        if (workload.asksForSidecar() && workload.isAmbient()) {
            found.accept(
                    Finding.of(
                            "KIA1314",
                            name,
                            "The labels ask for a sidecar, and the node's proxy takes the"
                                    + " traffic already; take the workload out of ambient, or take back"
                                    + " the label."));
        }
        if (!workload.hasSidecar()) {
            return;
        }
        boolean asks = Ambient.asks(mesh, workload);
        boolean inAmbient = Ambient.isNamespace(mesh, workload.object().namespace());
        if (asks) {
            var finding =
                    Finding.of(
                            "KIA1315",
                            name,
                            "The workload has a sidecar, so that ambient, which its labels ask"
                                    + " for, leaves it out; restart it without.");
            found.accept(inAmbient ? finding.also("KIA1316") : finding);
        } else if (inAmbient) {
            found.accept(
                    Finding.of(
                            "KIA1316",
                            name,
                            "The workload has a sidecar in a namespace of ambient, so that no"
                                    + " waypoint is asked on its way."));
        }
    }

    /// What the labels ask for.
    private static void settings(Mesh mesh, Workload workload, Consumer<Finding> found) {
        var name = name(workload);
        var namespace = workload.object().namespace();
        boolean ambient = Ambient.asks(mesh, workload);
        if (ambient && workload.asksForSidecar()) {
            found.accept(both(workload));
        }
        var waypoint = Ambient.waypoint(mesh, workload.labels(), namespace);
        if (waypoint.isPresent() && !ambient) {
            found.accept(
                    Finding.of(
                            "KIA1312",
                            name,
                            ("The labels lead to waypoint %s, which only traffic of ambient"
                                            + " passes, and the workload is not in ambient.")
                                    .formatted(waypoint.get())));
        }
        if (waypoint.isPresent() && !isThere(mesh, waypoint.get())) {
            found.accept(
                    Finding.of(
                            "KIA1313",
                            name,
                            "There is no waypoint %s, which the labels lead to."
                                    .formatted(waypoint.get())));
        }
        if (ambient && waypoint.isEmpty()) {
            RequestPolicies.of(mesh)
                    .first(workload)
                    .ifPresent(policy ->
                            found.accept(
                                    Finding.of(
                                            "KIA1317",
                                            name,
                                            ("AuthorizationPolicy %s is about requests,"
                                                            + " which only a waypoint reads, and the"
                                                            + " workload has none; name one in the label"
                                                            + " %s.")
                                                    .formatted(
                                                            policy.name(), Ambient.USE_WAYPOINT))));
        }
    }

    private static Finding both(Workload workload) {
        var finding =
                Finding.of(
                        "KIA1311",
                        name(workload),
                        "The labels ask for ambient and for a sidecar, of which the sidecar"
                                + " wins; keep one of both.");
        var labels = workload.template().get("metadata", "labels");
        return labels.text(INJECT).equals("true") && labels.tree() instanceof Mapping all
                ? finding.with(
                        Fix.of(
                                "Remove the label " + INJECT,
                                workload.object(),
                                patch -> patch.remove(all, INJECT)))
                : finding;
    }

    private static boolean isThere(Mesh mesh, String waypoint) {
        int slash = waypoint.indexOf('/');
        return mesh.find(
                        Kinds.KUBERNETES_GATEWAY,
                        waypoint.substring(0, slash),
                        waypoint.substring(slash + 1))
                .filter(Ambient::isWaypoint)
                .isPresent();
    }

    private static Node name(Workload workload) {
        return workload.object().root().get("metadata", "name");
    }
}
