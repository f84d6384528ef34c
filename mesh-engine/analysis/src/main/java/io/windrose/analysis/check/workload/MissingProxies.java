package io.windrose.analysis.check.workload;

import io.windrose.analysis.Finding;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.analysis.ObjectCheck;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Pods of namespaces with injection: that they have a sidecar.
final class MissingProxies implements ObjectCheck {
    private static final String INJECT = "sidecar.istio.io/inject";

    @Override
    public Set<String> codes() {
        return Set.of("IST0103");
    }

    @Override
    public Set<String> asks() {
        return Set.of(Kinds.POD);
    }

    @Override
    public void ask(Mesh mesh, MeshObject pod, Consumer<Finding> found) {
        var root = pod.root();
        boolean enabled =
                mesh.find(Kinds.NAMESPACE, "", pod.namespace())
                        .flatMap(one -> one.labels().get("istio-injection"))
                        .filter("enabled"::equals)
                        .isPresent();
        if (enabled
                && !isOptedOut(root)
                && !root.get("spec", "hostNetwork").isTrue()
                && !hasProxy(root)) {
            found.accept(
                    Finding.of(
                            "IST0103",
                            root.get("metadata", "name"),
                            "The Pod has no sidecar although its namespace asks for one;"
                                    + " it is as it was before the label, or before Istio: make it"
                                    + " anew, as kubectl rollout restart does for a Deployment."));
        }
    }

    /// The label comes before the annotation.
    private static boolean isOptedOut(Node pod) {
        var label = pod.text("metadata", "labels", INJECT);
        var asked = label.isEmpty() ? pod.text("metadata", "annotations", INJECT) : label;
        return asked.equals("false");
    }

    private static boolean hasProxy(Node pod) {
        return List.of("containers", "initContainers").stream()
                .flatMap(list -> pod.get("spec").items(list).stream())
                .anyMatch(one ->
                        one.text("name").equals("istio-proxy") && !one.text("image").isEmpty());
    }
}
