package io.windrose.proxy.upstream;

import io.netty.channel.Channel;
import io.windrose.proxy.done.TlsFacts;
import io.windrose.proxy.http.ClientConnection;
import io.windrose.proxy.http.Http1ClientConnection;
import io.windrose.proxy.http.Http2ClientConnection;
import io.windrose.proxy.http.HttpSettings;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// The HTTP connections of one event loop to one target. The connection that was used last is used
/// next, so that surplus ones fall idle and close.
final class HostPool implements ClientConnection.Owner {
    private static final String ALPN_HTTP2 = "h2";

    private final ClusterState state;
    private final Target target;
    private final Dialer dialer;
    private final List<PooledConnection> connections = new ArrayList<>();
    private final Queue<Waiter> waiting = new ArrayDeque<>();
    private int dialling;
    private boolean draining;

    HostPool(ClusterState state, Target target, Dialer dialer) {
        this.state = state;
        this.target = target;
        this.dialer = dialer;
    }

    void acquire(Waiter waiter) {
        var free = free();
        if (free != null) {
            free.use(waiter);
            return;
        }
        if (!state.limits().tryPending()) {
            waiter.failed(ConnectFailure.OVERFLOW);
            return;
        }
        waiting.add(waiter);
        dialIfNeeded();
    }

    /// The request no longer wants a connection; harmless when it has one.
    void cancel(Waiter waiter) {
        if (waiting.remove(waiter)) {
            state.limits().pendingEnded();
        }
    }

    boolean isUnused() {
        return connections.isEmpty() && waiting.isEmpty() && dialling == 0;
    }

    /// Gives connections up as soon as their requests have ended.
    void drain() {
        draining = true;
        List.copyOf(connections).forEach(PooledConnection::drain);
    }

    private @Nullable PooledConnection free() {
        for (int i = connections.size() - 1; i >= 0; i--) {
            if (connections.get(i).hasRoom()) {
                return connections.get(i);
            }
        }
        return null;
    }

    /// Connections that are on their way serve one waiter each, or many once it turns out that they
    /// speak HTTP/2.
    private void dialIfNeeded() {
        int wanted = target.speech() == Target.Speech.HTTP2 ? 1 : waiting.size();
        if (waiting.isEmpty() || dialling >= wanted) {
            return;
        }
        if (!state.limits().tryConnection()) {
            if (!connections.isEmpty() || dialling > 0) {
                return;
            }
            state.limits().firstConnection();
        }
        dialling++;
        dialer.dial(state.cluster(), target, new Dialled());
    }

    private final class Dialled implements DialCaller {
        @Override
        public void connected(Channel channel, TlsFacts tls) {
            dialling--;
            var connection = speak(channel, tls);
            connections.add(connection);
            if (draining && waiting.isEmpty()) {
                connection.drain();
            } else {
                serve();
            }
        }

        @Override
        public void failed(ConnectFailure failure) {
            dialling--;
            state.limits().connectionEnded();
            failWaiters(failure);
        }
    }

    /// Envoy fails all whom this connection would have served, rather than trying on and on.
    private void failWaiters(ConnectFailure failure) {
        int victims = target.speech() == Target.Speech.HTTP2 || dialling == 0 ? waiting.size() : 1;
        for (int i = 0; i < victims; i++) {
            var waiter = waiting.poll();
            if (waiter != null) {
                state.limits().pendingEnded();
                waiter.failed(failure);
            }
        }
    }

    private PooledConnection speak(Channel channel, TlsFacts tls) {
        boolean http2 =
                target.speech() == Target.Speech.HTTP2
                        || (target.speech() == Target.Speech.BY_ALPN
                                && tls.alpn().equals(ALPN_HTTP2));
        var protocol = state.cluster().http();
        if (http2) {
            var settings = protocol.http2();
            var connection =
                    new Http2ClientConnection(
                            channel,
                            this,
                            HttpSettings.bounded(
                                    settings.maxConcurrentStreams(),
                                    settings.streamWindow(),
                                    settings.connectionWindow()));
            channel.pipeline().addLast(connection.handler());
            return pooled(channel, connection, tls, "HTTP/2");
        }
        var connection = new Http1ClientConnection(channel, this);
        channel.pipeline().addLast(connection);
        return pooled(channel, connection, tls, "HTTP/1.1");
    }

    private PooledConnection pooled(
            Channel channel, ClientConnection http, TlsFacts tls, String protocol) {
        return new PooledConnection(
                new UpstreamConnection(channel, http, tls, protocol), state.cluster().http());
    }

    private void serve() {
        while (!waiting.isEmpty()) {
            var free = free();
            if (free == null) {
                dialIfNeeded();
                return;
            }
            var waiter = waiting.remove();
            state.limits().pendingEnded();
            free.use(waiter);
        }
    }

    @Override
    public void roomChanged(ClientConnection connection) {
        serve();
        for (var pooled : connections) {
            if (pooled.speaks(connection)) {
                pooled.afterRequest();
                return;
            }
        }
    }

    @Override
    public void closed(ClientConnection connection) {
        if (connections.removeIf(pooled -> pooled.speaks(connection))) {
            state.limits().connectionEnded();
            serve();
        }
    }
}
