package io.windrose.proxy.upstream;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.handler.ssl.SslContext;
import io.netty.resolver.AddressResolverGroup;
import io.windrose.proxy.loop.EventLoops;
import io.windrose.proxy.tls.Handshakes;
import io.windrose.proxy.tls.TlsContexts;
import io.windrose.traffic.cluster.Cluster;
import java.net.InetSocketAddress;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// Makes connections: TCP, then TLS where the host wants it, all within the cluster's connect
/// timeout.
public final class Dialer {
    /// How much may be written to a connection before its source is held back, bytes.
    private static final WriteBufferWaterMark WATER_MARK =
            new WriteBufferWaterMark(128 * 1024, 256 * 1024);

    private static final InetSocketAddress UNBOUND = new InetSocketAddress(0);

    private final EventLoop loop;
    private final EventLoops loops;
    private final TlsContexts contexts;
    private final AddressResolverGroup<InetSocketAddress> names;

    public Dialer(
            EventLoop loop,
            EventLoops loops,
            TlsContexts contexts,
            AddressResolverGroup<InetSocketAddress> names) {
        this.loop = loop;
        this.loops = loops;
        this.contexts = contexts;
        this.names = names;
    }

    /// @param caller hears exactly once, perhaps before this returns
    public void dial(Cluster cluster, Target target, DialCaller caller) {
        if (target.endpoint().tls() == null) {
            new DialAttempt(target, null, caller).start(bootstrap(cluster, target), cluster);
            return;
        }
        try {
            var context = context(target);
            if (context == null) {
                caller.failed(refused("TLS_error: Secret is not supplied"));
            } else {
                new DialAttempt(target, context, caller).start(bootstrap(cluster, target), cluster);
            }
        } catch (SSLException e) {
            caller.failed(refused(Handshakes.failure(e)));
        }
    }

    private static ConnectFailure refused(String reason) {
        return new ConnectFailure(ConnectFailure.Kind.REFUSED, reason);
    }

    private @Nullable SslContext context(Target target) throws SSLException {
        var tls = target.endpoint().tls();
        return tls == null
                ? null
                : contexts.client(tls)
                        .context(target.alpn().isEmpty() ? tls.settings().alpn() : target.alpn());
    }

    private Bootstrap bootstrap(Cluster cluster, Target target) {
        var bootstrap =
                new Bootstrap()
                        .group(loop)
                        .channel(loops.client(UNBOUND))
                        .option(ChannelOption.TCP_NODELAY, true)
                        .option(ChannelOption.AUTO_READ, false)
                        .option(
                                ChannelOption.ALLOW_HALF_CLOSURE,
                                target.speech() == Target.Speech.RAW)
                        .option(ChannelOption.WRITE_BUFFER_WATER_MARK, WATER_MARK)
                        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 0) // ours covers TLS too
                        .option(ChannelOption.SO_KEEPALIVE, cluster.keepalive() != null)
                        .resolver(names)
                        .handler(new DialGuard());
        if (!cluster.bindAddress().isEmpty()) {
            bootstrap.localAddress(new InetSocketAddress(cluster.bindAddress(), 0));
            if (loops.isEpoll()) {
                bootstrap.option(EpollChannelOption.IP_BIND_ADDRESS_NO_PORT, true);
            }
        }
        return bootstrap;
    }
}
