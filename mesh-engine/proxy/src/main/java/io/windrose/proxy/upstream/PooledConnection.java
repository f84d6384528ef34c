package io.windrose.proxy.upstream;

import io.netty.util.concurrent.ScheduledFuture;
import io.windrose.proxy.http.ClientConnection;
import io.windrose.traffic.cluster.HttpProtocol;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A connection with what decides how long it is kept.
final class PooledConnection {
    private final UpstreamConnection connection;
    private final HttpProtocol protocol;
    private int used;
    private boolean retired;
    private @Nullable ScheduledFuture<?> idleTimer;

    PooledConnection(UpstreamConnection connection, HttpProtocol protocol) {
        this.connection = connection;
        this.protocol = protocol;
    }

    boolean speaks(ClientConnection http) {
        return connection.http().equals(http);
    }

    boolean hasRoom() {
        return !retired && connection.http().hasRoom();
    }

    void use(Waiter waiter) {
        used++;
        stopIdling();
        if (used == protocol.maxRequestsPerConnection()) {
            retired = true;
        }
        waiter.ready(connection);
    }

    /// Some request on it may have ended.
    void afterRequest() {
        if (connection.http().activeRequests() > 0) {
            return;
        }
        if (retired) {
            drain();
        } else if (idleTimer == null && !protocol.idleTimeout().isZero()) {
            idleTimer =
                    connection
                            .channel()
                            .eventLoop()
                            .schedule(
                                    this::drain,
                                    protocol.idleTimeout().toMillis(),
                                    TimeUnit.MILLISECONDS);
        }
    }

    void drain() {
        retired = true;
        stopIdling();
        connection.http().drain();
    }

    private void stopIdling() {
        if (idleTimer != null) {
            idleTimer.cancel(false);
            idleTimer = null;
        }
    }
}
