package io.windrose.analysis.check.workload;

import io.windrose.analysis.MeshObject;
import java.util.Set;

/// What Istio or Kubernetes themselves install, which is not the user's to change.
final class PartsOfIstio {
    private static final Set<String> NAMESPACES =
            Set.of("kube-system", "kube-public", "kube-node-lease", "local-path-storage");

    private PartsOfIstio() {}

    static boolean include(MeshObject object) {
        var labels = object.labels();
        return isOfSystem(object.namespace())
                || labels.get("istio").isPresent()
                || labels.get("release").filter("istio"::equals).isPresent();
    }

    /// Whether a namespace is Kubernetes' own.
    static boolean isOfSystem(String namespace) {
        return NAMESPACES.contains(namespace);
    }

    /// Made by the controller of Kubernetes' Gateway API.
    static boolean isManagedGateway(MeshObject object) {
        return object.labels().get("gateway.istio.io/managed").isPresent();
    }
}
