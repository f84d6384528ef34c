package io.windrose.translate.wire;

import io.windrose.kernel.Hostname;

/// The names of clusters, which metrics, istioctl and Kiali read.
public final class ClusterName {
    /// Takes what must not go anywhere.
    public static final String BLACK_HOLE = "BlackHoleCluster";

    /// Leads to wherever the client wanted to go.
    public static final String PASSTHROUGH = "PassthroughCluster";

    /// Leads to a port of the workload that no service is known to use.
    public static final String INBOUND_PASSTHROUGH = "InboundPassthroughCluster";

    private ClusterName() {}

    /// @param subset empty for the whole service
    public static String outbound(int port, String subset, Hostname host) {
        return "outbound|" + port + "|" + subset + "|" + host;
    }

    /// @param port the workload's
    public static String inbound(int port) {
        return "inbound|" + port + "||";
    }

    /// What mutual TLS sends as server name, for gateways to route by.
    public static String sni(int port, String subset, Hostname host) {
        return "outbound_." + port + "_." + subset + "_." + host;
    }
}
