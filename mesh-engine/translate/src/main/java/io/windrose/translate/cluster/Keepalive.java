package io.windrose.translate.cluster;

import io.envoyproxy.envoy.config.core.v3.TcpKeepalive;
import io.windrose.config.resource.ConnectionPool;

/// Probes on idle connections; the operating system decides what is not set.
final class Keepalive {

    private Keepalive() {}

    static TcpKeepalive of(ConnectionPool.TcpKeepalive settings) {
        var keepalive = TcpKeepalive.newBuilder();
        if (settings.probes() > 0) {
            keepalive.setKeepaliveProbes(Wire.uint32(settings.probes()));
        }
        settings.time()
                .ifPresent(time -> keepalive.setKeepaliveTime(Wire.uint32((int) time.toSeconds())));
        settings.interval()
                .ifPresent(interval ->
                        keepalive.setKeepaliveInterval(Wire.uint32((int) interval.toSeconds())));
        return keepalive.build();
    }
}
