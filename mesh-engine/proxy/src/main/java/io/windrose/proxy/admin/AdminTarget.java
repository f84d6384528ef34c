package io.windrose.proxy.admin;

import io.envoyproxy.envoy.config.bootstrap.v3.Bootstrap;
import io.windrose.proxy.tls.SecretSnapshot;
import io.windrose.proxy.xds.XdsLedger;
import io.windrose.telemetry.RequestMetrics;
import io.windrose.telemetry.ServerStats;
import io.windrose.traffic.RuntimeSnapshot;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Map;

/// The proxy as its admin interface sees it. Any thread may ask.
public interface AdminTarget {

    ServerState state();

    Instant startedAt();

    Bootstrap bootstrap();

    XdsLedger ledger();

    RuntimeSnapshot runtime();

    SecretSnapshot secrets();

    /// Where listeners really listen, by name.
    Map<String, InetSocketAddress> listening();

    ServerStats stats();

    RequestMetrics metrics();

    /// @param healthy what `/ready` says from now on, as far as it depends on the user's wish
    void declare(boolean healthy);

    /// Tells clients to go elsewhere, while what runs goes on.
    void drain();

    /// Ends the proxy; returns at once.
    void quit();
}
