package io.windrose.proxy.admin;

import com.google.protobuf.ByteString;
import io.envoyproxy.envoy.config.bootstrap.v3.Bootstrap;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.core.v3.DataSource;
import io.envoyproxy.envoy.config.core.v3.Node;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.Secret;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.TlsCertificate;
import io.windrose.proxy.tls.SecretSnapshot;
import io.windrose.proxy.xds.RefusedResource;
import io.windrose.proxy.xds.XdsLedger;
import io.windrose.proxy.xds.XdsResource;
import io.windrose.proxy.xds.XdsType;
import io.windrose.telemetry.RequestMetrics;
import io.windrose.telemetry.ServerStats;
import io.windrose.traffic.RuntimeSnapshot;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A proxy that stands still and remembers what it was told to do.
final class PlayedTarget implements AdminTarget {
    static final Instant START = Instant.parse("2026-11-21T12:00:00Z");

    final List<String> commands = new ArrayList<>();
    private final ServerStats stats = new ServerStats();

    PlayedTarget() {
        stats.counter("cluster_manager.cds.update_success").add(2);
        stats.counter("listener_manager.lds.update_success").add(1);
        stats.gauge("server.state", () -> 0);
    }

    @Override
    public ServerState state() {
        return commands.contains("declare false") ? ServerState.DRAINING : ServerState.LIVE;
    }

    @Override
    public Instant startedAt() {
        return START;
    }

    @Override
    public Bootstrap bootstrap() {
        var key =
                DataSource.newBuilder().setInlineBytes(ByteString.copyFromUtf8("PRIVATE")).build();
        var bootstrap = Bootstrap.newBuilder().setNode(Node.newBuilder().setId("sidecar~1~a.b~c"));
        bootstrap
                .getStaticResourcesBuilder()
                .addSecrets(
                        Secret.newBuilder()
                                .setName("s")
                                .setTlsCertificate(TlsCertificate.newBuilder().setPrivateKey(key)));
        return bootstrap.build();
    }

    @Override
    public XdsLedger ledger() {
        var cluster = Cluster.newBuilder().setName("a").build();
        return new XdsLedger(
                Map.of(
                        XdsType.CLUSTER,
                        new TreeMap<>(Map.of("a", new XdsResource("a", "v1", cluster, START)))),
                Map.of(
                        XdsType.CLUSTER,
                        new TreeMap<>(
                                Map.of("a", new RefusedResource("a", "v2", "is bad", START)))));
    }

    @Override
    public RuntimeSnapshot runtime() {
        return RuntimeSnapshot.EMPTY;
    }

    @Override
    public SecretSnapshot secrets() {
        return SecretSnapshot.EMPTY;
    }

    @Override
    public Map<String, InetSocketAddress> listening() {
        return Map.of(
                "0.0.0.0_9080", new InetSocketAddress(InetAddress.getLoopbackAddress(), 9080));
    }

    @Override
    public ServerStats stats() {
        return stats;
    }

    @Override
    public RequestMetrics metrics() {
        return new RequestMetrics("1.30.0");
    }

    @Override
    public void declare(boolean healthy) {
        commands.add("declare " + healthy);
    }

    @Override
    public void drain() {
        commands.add("drain");
    }

    @Override
    public void quit() {
        commands.add("quit");
    }
}
