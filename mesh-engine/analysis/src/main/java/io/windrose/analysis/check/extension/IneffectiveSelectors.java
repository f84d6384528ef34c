package io.windrose.analysis.check.extension;

import io.windrose.analysis.Check;
import io.windrose.analysis.Finding;
import io.windrose.analysis.Fix;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Workloads.Workload;
import io.windrose.config.tree.ConfigTree.Mapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Objects that select the Pods of a Gateway of Kubernetes' Gateway API, which takes them by their
/// `targetRefs`.
///
/// @see <a href="https://istio.io/latest/docs/reference/config/type/workload-selector/">Istio:
///   PolicyTargetReference</a>
final class IneffectiveSelectors implements Check {
    private static final String GATEWAY_NAME = "gateway.networking.k8s.io/gateway-name";
    private static final List<String> KINDS =
            List.of(
                    Kinds.AUTHORIZATION_POLICY,
                    Kinds.REQUEST_AUTHENTICATION,
                    Kinds.TELEMETRY,
                    Kinds.WASM_PLUGIN);

    @Override
    public Set<String> codes() {
        return Set.of("IST0166");
    }

    @Override
    public void run(Mesh mesh, Consumer<Finding> found) {
        var gateways = new HashMap<String, List<Workload>>();
        for (var workload : mesh.workloads().all()) {
            if (workload.labels().get(GATEWAY_NAME).isPresent()) {
                gateways.computeIfAbsent(workload.object().namespace(), _ -> new ArrayList<>())
                        .add(workload);
            }
        }
        for (var kind : KINDS) {
            for (var object : mesh.all(kind)) {
                var targets = Targets.of(object);
                if (targets.selects()) {
                    gateways.getOrDefault(object.namespace(), List.of()).stream()
                            .filter(one -> targets.selector().matches(one.labels()))
                            .map(one -> one.labels().get(GATEWAY_NAME).orElseThrow())
                            .distinct()
                            .forEach(name -> found.accept(finding(object, name)));
                }
            }
        }
    }

    private static Finding finding(MeshObject object, String gateway) {
        var selector = object.spec().get("selector");
        var finding =
                Finding.of(
                        "IST0166",
                        selector,
                        ("This selects Gateway %s, which takes what names it in targetRefs; a"
                                        + " waypoint ignores selectors.")
                                .formatted(gateway));
        return object.spec().tree() instanceof Mapping spec
                ? finding.with(
                        Fix.of(
                                "Name Gateway %s in targetRefs".formatted(gateway),
                                object,
                                patch -> {
                                    patch.rename(spec, "selector", "targetRefs");
                                    patch.replace(selector.tree(), TargetRefs.to(gateway));
                                }))
                : finding;
    }
}
