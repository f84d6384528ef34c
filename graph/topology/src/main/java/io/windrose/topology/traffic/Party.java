package io.windrose.topology.traffic;

/// One end of the traffic as the labels name it; an absent label is empty, and many proxies write
/// `unknown` where they do not know.
///
/// @param cluster mesh id of the cluster; empty when the label was absent
/// @param app the canonical service
/// @param version the canonical revision
public record Party(String cluster, String namespace, String workload, String app, String version) {

    /// Whether a label says something: not absent and not `unknown`.
    public static boolean isKnown(String label) {
        return !label.isEmpty() && !label.equals("unknown");
    }

    public boolean hasWorkload() {
        return isKnown(workload);
    }

    public boolean hasApp() {
        return isKnown(app);
    }

    public Party withCluster(String newCluster) {
        return new Party(newCluster, namespace, workload, app, version);
    }
}
