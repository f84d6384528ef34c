package io.windrose.translate.cluster;

import io.envoyproxy.envoy.config.cluster.v3.UpstreamConnectionOptions;
import io.envoyproxy.envoy.config.core.v3.TcpKeepalive;
import io.windrose.config.resource.ConnectionPool;
import io.windrose.config.resource.MeshConfig;
import java.util.Optional;

/// Probes on idle connections; the operating system decides what is not set.
final class Keepalive {

    private Keepalive() {}

    /// The rule's own settings, else the mesh's; empty when neither has any.
    static Optional<UpstreamConnectionOptions> of(Optional<ConnectionPool> pool, MeshConfig mesh) {
        return pool.flatMap(limits -> limits.tcp().keepalive())
                .or(mesh::tcpKeepalive)
                .map(settings ->
                        UpstreamConnectionOptions.newBuilder()
                                .setTcpKeepalive(probes(settings))
                                .build());
    }

    private static TcpKeepalive probes(ConnectionPool.TcpKeepalive settings) {
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
