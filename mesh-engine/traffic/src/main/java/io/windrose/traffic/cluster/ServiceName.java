package io.windrose.traffic.cluster;

/// The service that a cluster stands for, as Istio's metrics name it.
///
/// @param host e.g. `reviews.default.svc.cluster.local`; empty when there is no service
public record ServiceName(String host, String name, String namespace) {
    public static final ServiceName NONE = new ServiceName("", "", "");
}
