package io.windrose.sandbox;

import io.windrose.kernel.Result;
import io.windrose.proxy.Proxy;
import io.windrose.proxy.ProxyConfig;
import io.windrose.proxy.ProxyHost;
import io.windrose.proxy.bootstrap.ControlPlaneAddress;
import io.windrose.proxy.bootstrap.NodeDescription;
import io.windrose.proxy.bootstrap.ServerAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;

/// A workload's proxy among the others in this process.
record ProxyInProcess(Proxy proxy) implements WorkloadProxy {
    /// Nobody waits for connections of a mesh that ends.
    private static final Duration DRAIN_TIME = Duration.ofSeconds(1);

    static Result<WorkloadProxy> start(ProxyHost host, ProxyOrder order) {
        var node = new NodeDescription(order.nodeId(), order.labels(), order.metadata());
        return ControlPlaneAddress.parse(order.controlPlane())
                .then(address ->
                        ProxyConfig.of(
                                address,
                                Optional.of(order.token()),
                                node,
                                Optional.of(new ServerAddress.Tcp("127.0.0.1", 0))))
                .map(config ->
                        config.withAdminToken(Optional.of(order.adminToken()))
                                .withDrainTime(DRAIN_TIME))
                .then(config -> Proxy.start(config, host))
                .map(ProxyInProcess::new);
    }

    @Override
    public InetSocketAddress admin() {
        return (InetSocketAddress) proxy.adminAddress().orElseThrow();
    }

    @Override
    public void close() {
        proxy.close();
    }
}
