package io.windrose.proxy.upstream;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.handler.ssl.SslContext;
import io.netty.util.NetUtil;
import io.netty.util.concurrent.ScheduledFuture;
import io.windrose.proxy.done.TlsFacts;
import io.windrose.proxy.tls.Handshakes;
import io.windrose.traffic.cluster.Cluster;
import io.windrose.traffic.cluster.Endpoint;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One connection on its way: connecting, shaking hands, decided.
final class DialAttempt {
    private final Target target;
    private final @Nullable SslContext context;
    private final DialCaller caller;
    private @Nullable ScheduledFuture<?> timeout;
    private boolean decided;

    DialAttempt(Target target, @Nullable SslContext context, DialCaller caller) {
        this.target = target;
        this.context = context;
        this.caller = caller;
    }

    void start(Bootstrap bootstrap, Cluster cluster) {
        var connecting = bootstrap.connect(address(target.endpoint()));
        var channel = connecting.channel();
        timeout =
                channel.eventLoop()
                        .schedule(
                                () ->
                                        fail(
                                                channel,
                                                ConnectFailure.Kind.TIMEOUT,
                                                "connection timeout"),
                                cluster.connectTimeout().toMillis(),
                                TimeUnit.MILLISECONDS);
        var _ =
                connecting.addListener(done -> {
                    if (done.isSuccess()) {
                        tcpDone(channel);
                    } else {
                        fail(channel, ConnectFailure.Kind.REFUSED, reason(done.cause()));
                    }
                });
    }

    private static InetSocketAddress address(Endpoint endpoint) {
        var literal = NetUtil.createInetAddressFromIpAddressString(endpoint.address());
        return literal == null
                ? InetSocketAddress.createUnresolved(endpoint.address(), endpoint.port())
                : new InetSocketAddress(literal, endpoint.port());
    }

    private void tcpDone(Channel channel) {
        if (context == null) {
            succeed(channel, TlsFacts.PLAINTEXT);
            return;
        }
        var handler = context.newHandler(channel.alloc(), serverName(), target.endpoint().port());
        handler.setHandshakeTimeoutMillis(0); // the connect timeout covers it
        channel.pipeline().addFirst(handler);
        channel.config().setAutoRead(true);
        var _ =
                handler.handshakeFuture()
                        .addListener(done -> {
                            if (done.isSuccess()) {
                                succeed(channel, Handshakes.facts(handler));
                            } else {
                                fail(
                                        channel,
                                        ConnectFailure.Kind.REFUSED,
                                        Handshakes.failure(done.cause()));
                            }
                        });
    }

    private String serverName() {
        var tls = target.endpoint().tls();
        return tls == null || !target.serverName().isEmpty() ? target.serverName() : tls.sni();
    }

    private void succeed(Channel channel, TlsFacts facts) {
        if (decide()) {
            caller.connected(channel, facts);
            channel.config().setAutoRead(true);
        }
    }

    private void fail(Channel channel, ConnectFailure.Kind kind, String reason) {
        if (decide()) {
            caller.failed(new ConnectFailure(kind, reason));
            var _ = channel.close();
        }
    }

    private boolean decide() {
        if (decided) {
            return false;
        }
        decided = true;
        if (timeout != null) {
            timeout.cancel(false);
        }
        return true;
    }

    /// Envoy's words for what the kernel said.
    private static String reason(Throwable cause) {
        var message = String.valueOf(cause.getMessage());
        return cause instanceof ConnectException && message.contains("refused")
                ? "delayed connect error: Connection refused"
                : "delayed connect error: " + message;
    }
}
