package io.windrose.proxy.done;

/// What a workload says of itself in Istio's metadata exchange; empty strings for what it left out.
///
/// @param workload e.g. `reviews-v1`
/// @param cluster the Kubernetes cluster, e.g. `Kubernetes`
/// @param canonicalName label `service.istio.io/canonical-name`
/// @param canonicalRevision label `service.istio.io/canonical-revision`
/// @param app label `app`
/// @param version label `version`
/// @param identity SPIFFE name, where the sender adds one
public record PeerMetadata(
        String name,
        String namespace,
        String workload,
        String cluster,
        String canonicalName,
        String canonicalRevision,
        String app,
        String version,
        String identity) {

    /// Nobody introduced itself; distinct from a peer that sent an empty introduction.
    public static final PeerMetadata UNKNOWN = new PeerMetadata("", "", "", "", "", "", "", "", "");

    public boolean known() {
        return !equals(UNKNOWN);
    }
}
