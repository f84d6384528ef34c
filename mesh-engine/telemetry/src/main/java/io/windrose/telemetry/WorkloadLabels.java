package io.windrose.telemetry;

import java.util.Map;

/// One end of an edge as Istio's metrics name it. What is empty becomes Istio's fallback.
///
/// @param principal `spiffe://trust-domain/ns/namespace/sa/account`
/// @param cluster the Kubernetes cluster, Istio's `CLUSTER_ID`
/// @param canonicalRevision falls back to `latest`; everything else falls back to `unknown`
/// @see <a href="https://istio.io/latest/docs/reference/config/metrics/">Istio standard metrics</a>
public record WorkloadLabels(
        String workload,
        String namespace,
        String principal,
        String app,
        String version,
        String cluster,
        String canonicalService,
        String canonicalRevision) {
    static final String UNKNOWN_LABEL = "unknown";
    private static final String CANONICAL_NAME = "service.istio.io/canonical-name";
    private static final String CANONICAL_REVISION = "service.istio.io/canonical-revision";
    private static final String SPIFFE_NAMESPACE = "/ns/";

    public static final WorkloadLabels UNKNOWN = new WorkloadLabels("", "", "", "", "", "", "", "");

    public WorkloadLabels {
        workload = orUnknown(workload);
        namespace = orUnknown(namespace);
        principal = orUnknown(principal);
        app = orUnknown(app);
        version = orUnknown(version);
        cluster = orUnknown(cluster);
        canonicalService = orUnknown(canonicalService);
        canonicalRevision = canonicalRevision.isEmpty() ? "latest" : canonicalRevision;
    }

    /// The workload that a proxy's node metadata describes, its own or a peer's; without principal.
    ///
    /// @param labels the workload's labels; the canonical name falls back to
    ///   `app.kubernetes.io/name`, `app` and the workload's name, as Istio's injector has it
    public static WorkloadLabels of(
            String workload, String namespace, String cluster, Map<String, String> labels) {
        return new WorkloadLabels(
                workload,
                namespace,
                "",
                labels.getOrDefault("app", ""),
                labels.getOrDefault("version", ""),
                cluster,
                first(labels, workload, CANONICAL_NAME, "app.kubernetes.io/name", "app"),
                first(labels, "", CANONICAL_REVISION, "app.kubernetes.io/version", "version"));
    }

    /// The same workload under a name that was proved by a certificate, whose namespace counts more
    /// than what the peer says of itself. An empty principal changes nothing.
    public WorkloadLabels provedBy(String newPrincipal) {
        if (newPrincipal.isEmpty()) {
            return this;
        }
        var proved = namespaceOf(newPrincipal);
        return new WorkloadLabels(
                workload,
                proved.isEmpty() ? namespace : proved,
                newPrincipal,
                app,
                version,
                cluster,
                canonicalService,
                canonicalRevision);
    }

    private static String namespaceOf(String principal) {
        int at = principal.indexOf(SPIFFE_NAMESPACE);
        if (at < 0) {
            return "";
        }
        int from = at + SPIFFE_NAMESPACE.length();
        int to = principal.indexOf('/', from);
        return to < 0 ? "" : principal.substring(from, to);
    }

    private static String first(Map<String, String> labels, String otherwise, String... keys) {
        for (var key : keys) {
            var value = labels.getOrDefault(key, "");
            if (!value.isEmpty()) {
                return value;
            }
        }
        return otherwise;
    }

    static String orUnknown(String value) {
        return value.isEmpty() ? UNKNOWN_LABEL : value;
    }
}
