package io.windrose.analysis;

import io.windrose.kernel.Labels;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which Pods the webhooks of Istio give a sidecar: by the labels of the namespace and of the Pod,
/// in their order. Of a namespace without an object nothing is known but the Pods themselves.
///
/// @see <a href="https://istio.io/latest/docs/setup/additional-setup/sidecar-injection/">Istio:
///   sidecar injection</a>
final class Injection {
    private static final String INJECT = "sidecar.istio.io/inject";
    private static final String REVISION = "istio.io/rev";
    private static final String PROXY = "istio-proxy";

    /// Namespaces that the injector leaves alone.
    private static final Set<String> IGNORED =
            Set.of("kube-system", "kube-public", "kube-node-lease", "local-path-storage");

    private Injection() {}

    /// Whether it has one already.
    static boolean isDone(Node template) {
        return List.of("containers", "initContainers").stream()
                .flatMap(list -> template.get("spec").items(list).stream())
                .anyMatch(one -> one.text("name").equals(PROXY));
    }

    static boolean isAsked(Mesh mesh, String namespace, Node template) {
        if (IGNORED.contains(namespace) || template.get("spec", "hostNetwork").isTrue()) {
            return false;
        }
        var label = template.text("metadata", "labels", INJECT);
        var asked = label.isEmpty() ? template.text("metadata", "annotations", INJECT) : label;
        if (asked.equals("false")) {
            return false;
        }
        var labels =
                mesh.find(Kinds.NAMESPACE, "", namespace)
                        .map(MeshObject::labels)
                        .orElse(Labels.NONE);
        var injection = labels.get("istio-injection");
        return injection.isPresent()
                ? injection.equals(Optional.of("enabled"))
                : labels.get(REVISION).isPresent()
                        || label.equals("true")
                        || !template.text("metadata", "labels", REVISION).isEmpty();
    }
}
