package io.windrose.proxy.tcp;

import io.netty.channel.Channel;
import io.netty.util.concurrent.ScheduledFuture;
import io.windrose.proxy.done.PeerMetadata;
import io.windrose.proxy.done.TcpProgress;
import io.windrose.proxy.done.TlsFacts;
import io.windrose.proxy.exchange.Link;
import io.windrose.proxy.exchange.Worker;
import io.windrose.proxy.upstream.ClusterState;
import io.windrose.proxy.upstream.ConnectFailure;
import io.windrose.proxy.upstream.DialCaller;
import io.windrose.proxy.upstream.Target;
import io.windrose.telemetry.ResponseFlag;
import io.windrose.traffic.balance.Host;
import io.windrose.traffic.cluster.Cluster;
import io.windrose.traffic.cluster.Endpoint;
import io.windrose.traffic.listener.NetworkFilter;
import io.windrose.traffic.listener.TcpProxy;
import io.windrose.traffic.match.NoRequest;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One relayed connection from accept to its [io.windrose.proxy.done.Done], on its event loop.
public final class TcpRelay implements RelayEnd.Watcher {
    /// Istio's `tcp_reporting_duration`.
    private static final int REPORT_SECONDS = 5;

    private final Worker worker;
    private final Link link;
    private final TcpProxy proxy;
    private final TcpTally tally;
    private final RelayEnd downstream;
    private final boolean introducesPeers;
    private boolean opened;
    private boolean over;
    private long lastByte = System.nanoTime();
    private @Nullable RelayEnd upstream;
    private @Nullable ClusterState cluster;
    private @Nullable Host host;
    private @Nullable ScheduledFuture<?> reports;
    private @Nullable ScheduledFuture<?> limit;

    public TcpRelay(Worker worker, Link link, TcpProxy proxy) {
        this.worker = worker;
        this.link = link;
        this.proxy = proxy;
        tally = new TcpTally(link, worker.clock().instant());
        introducesPeers =
                link.tls().alpn().equals(PeerFrame.ALPN)
                        && link.chain().filters().stream()
                                .anyMatch(NetworkFilter.PeerExchange.class::isInstance);
        downstream = new RelayEnd(link.channel(), introducesPeers, this);
    }

    /// Adds itself to the connection's pipeline and begins.
    public void start() {
        link.channel().config().setAutoRead(false);
        link.channel().pipeline().addLast(downstream);
        if (!isAllowed()) {
            return;
        }
        if (introducesPeers) {
            downstream.write(PeerFrame.encode(worker.peers()));
        }
        if (!proxy.maxConnection().isZero()) {
            limit =
                    worker.loop()
                            .schedule(
                                    () -> end(ResponseFlag.DURATION_TIMEOUT),
                                    proxy.maxConnection().toMillis(),
                                    TimeUnit.MILLISECONDS);
        }
        var name = proxy.pick(worker.random().nextLong());
        cluster = worker.applied().clusters().get(name);
        tally.cluster(name, cluster == null ? null : cluster.cluster());
        if (cluster == null) {
            end(ResponseFlag.NO_CLUSTER_FOUND);
        } else {
            dial(cluster);
        }
    }

    private boolean isAllowed() {
        for (var filter : link.chain().filters()) {
            if (filter instanceof NetworkFilter.Rbac rbac && rbac.rules().enforced() != null) {
                var verdict = rbac.rules().enforced().check(link.caller(), NoRequest.HEAD);
                if (!verdict.allowed()) {
                    tally.termination(verdict.details());
                    close();
                    return false;
                }
            }
        }
        return true;
    }

    private void dial(ClusterState to) {
        Endpoint endpoint;
        if (to.cluster().type() == Cluster.Type.ORIGINAL_DST) {
            endpoint = asDialled(to.cluster(), link.local());
        } else {
            host = worker.pool().balancer(to).pick();
            if (host == null) {
                end(ResponseFlag.NO_HEALTHY_UPSTREAM);
                return;
            }
            endpoint = host.endpoint();
        }
        if (!to.limits().tryConnection()) {
            end(ResponseFlag.UPSTREAM_OVERFLOW);
            return;
        }
        tally.attempt(endpoint);
        if (host != null) {
            host.started();
        }
        var target = new Target(endpoint, Target.Speech.RAW, List.of(), "");
        worker.pool().dialer().dial(to.cluster(), target, new Dialled(to, host));
    }

    private static Endpoint asDialled(Cluster cluster, InetSocketAddress dialled) {
        return new Endpoint(
                dialled.getAddress().getHostAddress(),
                dialled.getPort(),
                "",
                1,
                Endpoint.Health.HEALTHY,
                cluster.defaultTls(),
                "");
    }

    private final class Dialled implements DialCaller {
        private final ClusterState to;
        private final @Nullable Host at;

        Dialled(ClusterState to, @Nullable Host at) {
            this.to = to;
            this.at = at;
        }

        @Override
        public void connected(Channel channel, TlsFacts tls) {
            var _ = channel.closeFuture().addListener(_ -> release());
            if (over) {
                var _ = channel.close();
            } else {
                join(channel, tls, to.cluster());
            }
        }

        @Override
        public void failed(ConnectFailure failure) {
            release();
            if (at != null && to.ejections() != null) {
                to.ejections().reportFailure(at);
            }
            if (over) {
                return;
            }
            tally.failure(failure.reason());
            if (tally.attempts() < proxy.connectAttempts()) {
                dial(to);
            } else {
                end(ResponseFlag.UPSTREAM_CONNECTION_FAILURE);
            }
        }

        private void release() {
            to.limits().connectionEnded();
            if (at != null) {
                at.finished();
            }
        }
    }

    private void join(Channel channel, TlsFacts tls, Cluster to) {
        tally.connected(
                (InetSocketAddress) channel.remoteAddress(),
                (InetSocketAddress) channel.localAddress(),
                tls);
        boolean introduces = to.peerExchange() && tls.alpn().equals(PeerFrame.ALPN);
        var end = new RelayEnd(channel, introduces, this);
        upstream = end;
        channel.pipeline().addLast(end);
        if (introduces) {
            end.write(PeerFrame.encode(worker.peers()));
        }
        downstream.join(end);
        end.join(downstream);
        if (!introduces && !introducesPeers) {
            open();
        }
        watch();
    }

    private void watch() {
        reports =
                worker.loop()
                        .scheduleAtFixedRate(
                                this::report, REPORT_SECONDS, REPORT_SECONDS, TimeUnit.SECONDS);
        watchIdle(proxy.idle().toNanos());
    }

    private void watchIdle(long nanos) {
        if (proxy.idle().isZero() || over) {
            return;
        }
        var _ =
                worker.loop()
                        .schedule(
                                () -> {
                                    long left =
                                            proxy.idle().toNanos() - (System.nanoTime() - lastByte);
                                    if (left > 0) {
                                        watchIdle(left);
                                    } else {
                                        close();
                                    }
                                },
                                nanos,
                                TimeUnit.NANOSECONDS);
    }

    private void report() {
        open();
        worker.done().relayed(tally.progress(TcpProgress.Stage.RUNNING));
    }

    /// Metrics name both ends, so the connection counts as opened once its peer is known.
    private void open() {
        if (!opened) {
            opened = true;
            worker.done().relayed(tally.progress(TcpProgress.Stage.OPENED));
        }
    }

    @Override
    public void received(RelayEnd at, int bytes) {
        lastByte = System.nanoTime();
        if (at.equals(downstream)) {
            tally.received(bytes);
        } else {
            tally.sent(bytes);
        }
    }

    @Override
    public void introduced(RelayEnd at, PeerMetadata peer) {
        if (at.equals(downstream)) {
            tally.downstreamPeer(peer);
        } else {
            tally.upstreamPeer(peer);
        }
        open();
    }

    @Override
    public void closed(RelayEnd at) {
        if (at.equals(downstream) && upstream == null) {
            tally.flag(ResponseFlag.DOWNSTREAM_CONNECTION_TERMINATION);
        }
        close();
    }

    private void end(ResponseFlag flag) {
        tally.flag(flag);
        close();
    }

    private void close() {
        if (over) {
            return;
        }
        over = true;
        stop(reports);
        stop(limit);
        downstream.close();
        if (upstream != null) {
            upstream.close();
        }
        open();
        worker.done().relayed(tally.progress(TcpProgress.Stage.CLOSED));
        worker.done().done(tally.done());
    }

    private static void stop(@Nullable ScheduledFuture<?> timer) {
        if (timer != null) {
            timer.cancel(false);
        }
    }
}
