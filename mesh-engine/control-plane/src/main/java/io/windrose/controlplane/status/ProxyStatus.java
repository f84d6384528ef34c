package io.windrose.controlplane.status;

import io.windrose.controlplane.session.SessionStatus;
import java.time.Instant;

/// One connected proxy.
///
/// @param nodeId as it introduced itself, `type~ip~pod.namespace~dnsDomain`
/// @param connection number of its stream; grows with each new one
/// @param software name and version of the proxy's program, such as `envoy 1.39.0`; may be empty
public record ProxyStatus(
        String nodeId,
        long connection,
        String software,
        Instant connectedAt,
        SessionStatus session) {

    /// The third part of the node's id: `pod.namespace`, by which people name a proxy.
    public String name() {
        var parts = nodeId.split("~", -1);
        return parts.length == 4 ? parts[2] : nodeId;
    }
}
