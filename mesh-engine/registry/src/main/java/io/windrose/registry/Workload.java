package io.windrose.registry;

import io.windrose.kernel.Labels;
import java.util.List;

/// Something that runs and has addresses of its own: a Pod, a WorkloadEntry, or an endpoint that
/// stands inline in a ServiceEntry.
///
/// @param name of the workload as metrics name it: of the Deployment rather than of the Pod; empty
///   when unknown
/// @param instance unique within the namespace: the name of the Pod or of the WorkloadEntry
/// @param addresses one or two IP addresses, or a single DNS name
/// @param serviceAccount empty when unknown: then no identity can be checked
/// @param node the Kubernetes node, empty when unknown
public record Workload(
        String namespace,
        String name,
        String instance,
        List<String> addresses,
        Labels labels,
        String serviceAccount,
        Locality locality,
        String node) {
    private static final String TLS_MODE = "security.istio.io/tlsMode";
    private static final List<String> NAME_LABELS =
            List.of("service.istio.io/canonical-name", "app.kubernetes.io/name", "app");
    private static final List<String> REVISION_LABELS =
            List.of("service.istio.io/canonical-revision", "app.kubernetes.io/version", "version");

    public Workload {
        addresses = List.copyOf(addresses);
    }

    /// Something at an address of which nothing else is known.
    static Workload unknown(String namespace, String address) {
        return new Workload(
                namespace, "", "", List.of(address), Labels.NONE, "", Locality.NOWHERE, "");
    }

    /// Whether it has a proxy that takes mutual TLS, by the label that injection sets.
    public boolean hasProxy() {
        return labels.get(TLS_MODE).filter("istio"::equals).isPresent();
    }

    /// The name that telemetry groups by.
    ///
    /// @see <a href="https://istio.io/latest/docs/reference/config/labels/">Istio labels</a>
    public String canonicalName() {
        return firstOf(NAME_LABELS, name);
    }

    /// The version that telemetry groups by; empty when no label says it.
    public String canonicalRevision() {
        return firstOf(REVISION_LABELS, "");
    }

    private String firstOf(List<String> keys, String otherwise) {
        for (var key : keys) {
            var value = labels.get(key);
            if (value.isPresent()) {
                return value.get();
            }
        }
        return otherwise;
    }
}
