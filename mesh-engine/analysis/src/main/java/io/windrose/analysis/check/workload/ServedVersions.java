package io.windrose.analysis.check.workload;

import io.windrose.analysis.Finding;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.analysis.ObjectCheck;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// The kinds of Kubernetes' Gateway API: that they are served in the versions that Istio reads now,
/// and in those that it will read.
final class ServedVersions implements ObjectCheck {
    private static final String GROUP = "gateway.networking.k8s.io";
    private static final Set<String> NOW =
            Set.of("Gateway", "GatewayClass", "HTTPRoute", "ReferenceGrant");
    private static final Set<String> SOON =
            Set.of("Gateway", "GatewayClass", "HTTPRoute", "GRPCRoute");

    @Override
    public Set<String> codes() {
        return Set.of("IST0156", "IST0172");
    }

    @Override
    public Set<String> asks() {
        return Set.of(Kinds.CUSTOM_RESOURCE_DEFINITION);
    }

    @Override
    public void ask(Mesh mesh, MeshObject definition, Consumer<Finding> found) {
        var spec = definition.spec();
        // Without versions it is only the head of a definition.
        if (spec.text("group").equals(GROUP) && !spec.items("versions").isEmpty()) {
            var kind = spec.text("names", "kind");
            check(definition, NOW.contains(kind), "IST0156", "v1beta1", "reads", found);
            check(definition, SOON.contains(kind), "IST0172", "v1", "will read", found);
        }
    }

    private static void check(
            MeshObject definition,
            boolean asked,
            String code,
            String version,
            String reads,
            Consumer<Finding> found) {
        var versions = definition.spec().get("versions");
        var served =
                versions.items().stream()
                        .filter(one -> one.get("served").isTrue())
                        .map(one -> one.text("name"))
                        .collect(Collectors.toSet());
        if (asked && !served.contains(version)) {
            found.accept(finding(code, versions, served, version, reads));
        }
    }

    private static Finding finding(
            String code, Node versions, Set<String> served, String version, String reads) {
        return Finding.of(
                code,
                versions,
                "%s serves %s, and Istio %s %s; install a release of the Gateway API that has it."
                        .formatted(
                                versions.object().name(),
                                served.isEmpty()
                                        ? "no version"
                                        : served.stream()
                                                .sorted()
                                                .collect(Collectors.joining(", ")),
                                reads,
                                version));
    }
}
