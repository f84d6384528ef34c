package io.windrose.proxy.done;

/// The mesh service that a cluster stands for, from its metadata `istio.services[0]`.
///
/// @param host e.g. `reviews.default.svc.cluster.local`; empty when the cluster names no service
public record ServiceName(String host, String name, String namespace) {
    public static final ServiceName NONE = new ServiceName("", "", "");
}
