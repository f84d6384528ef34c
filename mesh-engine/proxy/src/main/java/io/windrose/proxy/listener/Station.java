package io.windrose.proxy.listener;

import io.netty.channel.Channel;
import io.windrose.proxy.exchange.Applied;
import io.windrose.proxy.exchange.Link;
import io.windrose.proxy.exchange.Worker;
import io.windrose.proxy.http.ServerConnection;
import io.windrose.proxy.tls.TlsContexts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// What one event loop knows of listeners and of the connections that came in through them.
final class Station {

    /// @param http null for relayed connections, which cannot be asked to end
    private record Open(Link link, @Nullable ServerConnection http) {}

    private final Worker worker;
    private final TlsContexts contexts;
    private final AtomicLong ids;
    private final LongAdder connections;
    private final Map<Channel, Open> open = new HashMap<>();
    private LocalListeners listeners = LocalListeners.NONE;
    private boolean draining;

    /// @param ids numbers connections; shared by all stations, as `connections` is
    Station(Worker worker, TlsContexts contexts, AtomicLong ids, LongAdder connections) {
        this.worker = worker;
        this.contexts = contexts;
        this.ids = ids;
        this.connections = connections;
    }

    Worker worker() {
        return worker;
    }

    TlsContexts contexts() {
        return contexts;
    }

    LocalListeners listeners() {
        return listeners;
    }

    long nextId() {
        return ids.incrementAndGet();
    }

    void accepted(Channel channel) {
        connections.increment();
        var _ = channel.closeFuture().addListener(_ -> connections.decrement());
    }

    void opened(Link link, @Nullable ServerConnection http) {
        var channel = link.channel();
        if (!channel.isActive()) {
            return;
        }
        open.put(channel, new Open(link, http));
        var _ = channel.closeFuture().addListener(_ -> open.remove(channel));
        if (draining && http != null) {
            http.drain();
        }
    }

    /// Goes over to newer listeners and clusters. Connections of chains that are the same go on;
    /// others are asked to end, and closed after the drain time.
    void apply(LocalListeners newest, Applied applied, long drainMillis) {
        listeners = newest;
        worker.apply(applied);
        for (var each : List.copyOf(open.values())) {
            var now = newest.byName().get(each.link().listener().name());
            if (now == null || !now.has(each.link().chain())) {
                drain(each, drainMillis);
            }
        }
    }

    void drain(long limitMillis) {
        draining = true;
        List.copyOf(open.values()).forEach(each -> drain(each, limitMillis));
    }

    private void drain(Open each, long limitMillis) {
        var channel = each.link().channel();
        if (each.http() != null) {
            each.http().drain();
        }
        var timer =
                worker.loop().schedule(() -> closeNow(channel), limitMillis, TimeUnit.MILLISECONDS);
        var _ = channel.closeFuture().addListener(_ -> timer.cancel(false));
    }

    private static void closeNow(Channel channel) {
        var _ = channel.close();
    }

    void closeAll() {
        List.copyOf(open.keySet()).forEach(Station::closeNow);
    }
}
