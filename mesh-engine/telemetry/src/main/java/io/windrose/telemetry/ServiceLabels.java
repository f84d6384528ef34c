package io.windrose.telemetry;

import static io.windrose.telemetry.WorkloadLabels.orUnknown;

/// The service that was asked for. What is empty becomes `unknown`.
///
/// @param host `reviews.default.svc.cluster.local`
/// @param name `reviews`, or `PassthroughCluster` and `BlackHoleCluster` for what no service owns
public record ServiceLabels(String host, String name, String namespace) {
    public static final ServiceLabels UNKNOWN = new ServiceLabels("", "", "");

    public ServiceLabels {
        host = orUnknown(host);
        name = orUnknown(name);
        namespace = orUnknown(namespace);
    }

    /// A service of which only the requested host is known; its name goes up to the first dot.
    public static ServiceLabels ofHost(String host, String namespace) {
        int dot = host.indexOf('.');
        return new ServiceLabels(host, dot < 0 ? host : host.substring(0, dot), namespace);
    }
}
