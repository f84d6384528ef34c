package io.windrose.analysis.check.security;

import io.windrose.analysis.Ambient;
import io.windrose.analysis.Finding;
import io.windrose.analysis.Fix;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.ObjectCheck;
import io.windrose.analysis.Workloads.Workload;
import io.windrose.config.patch.Value;
import io.windrose.config.tree.ConfigTree.Mapping;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Sidecars that are not for whom they seem to be, or leave out what they decide.
final class SidecarChecks implements ObjectCheck {

    @Override
    public Set<String> codes() {
        return Set.of("IST0167", "KIA1006", "KIA1007");
    }

    @Override
    public Set<String> asks() {
        return Set.of(Kinds.SIDECAR);
    }

    @Override
    public void ask(Mesh mesh, MeshObject sidecar, Consumer<Finding> found) {
        ambient(mesh, sidecar).ifPresent(found);
        root(mesh, sidecar).ifPresent(found);
        mode(sidecar).ifPresent(found);
    }

    private static Optional<Finding> ambient(Mesh mesh, MeshObject sidecar) {
        var scope = Scope.of(sidecar);
        boolean ineffective =
                scope.selectsAll()
                        ? Ambient.isNamespace(mesh, sidecar.namespace())
                        : scope.workloads(mesh).stream().anyMatch(Workload::isAmbient);
        return ineffective
                ? Optional.of(
                        Finding.of(
                                "IST0167",
                                scope.place(),
                                "Workloads in ambient mode have no sidecar, so this has no effect"
                                        + " on them."))
                : Optional.empty();
    }

    private static Optional<Finding> root(Mesh mesh, MeshObject sidecar) {
        var selector = sidecar.spec().get("workloadSelector");
        if (!Scope.isRoot(mesh, sidecar)
                || !selector.exists()
                || !(sidecar.spec().tree() instanceof Mapping spec)) {
            return Optional.empty();
        }
        return Optional.of(
                Finding.of(
                                "KIA1006",
                                selector,
                                "In the root namespace a Sidecar is the default of the mesh only"
                                        + " without a workloadSelector; with one it selects in %s"
                                                .formatted(sidecar.namespace())
                                        + " alone.")
                        .with(
                                Fix.of(
                                        "Remove the workloadSelector",
                                        sidecar,
                                        patch -> patch.remove(spec, "workloadSelector"))));
    }

    private static Optional<Finding> mode(MeshObject sidecar) {
        var policy = sidecar.spec().get("outboundTrafficPolicy");
        if (!policy.exists()
                || policy.get("mode").exists()
                || !(policy.tree() instanceof Mapping written)) {
            return Optional.empty();
        }
        return Optional.of(
                Finding.of(
                                "KIA1007",
                                policy,
                                "Without a mode this means REGISTRY_ONLY, whatever the mesh says;"
                                        + " write REGISTRY_ONLY or ALLOW_ANY.")
                        .with(
                                Fix.of(
                                        "Write mode: REGISTRY_ONLY",
                                        sidecar,
                                        patch ->
                                                patch.add(
                                                        written,
                                                        "mode",
                                                        new Value.Text("REGISTRY_ONLY")))));
    }
}
