package io.windrose.proxy.exchange;

import io.netty.channel.EventLoop;
import io.netty.util.AsciiString;
import io.windrose.proxy.done.DoneListener;
import io.windrose.proxy.done.LocalNode;
import io.windrose.proxy.upstream.UpstreamPool;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;
import java.util.random.RandomGenerator;

/// One event loop with what its connections share. Everything but the counters belongs to that loop
/// alone.
public final class Worker {
    /// RFC 9110 5.6.7.
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private final EventLoop loop;
    private final UpstreamPool pool;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final DoneListener done;
    private final PeerHeaders peers;
    private final LongAdder activeRequests;
    private Applied applied = Applied.NOTHING;
    private long dateSecond = -1;
    private AsciiString date = AsciiString.EMPTY_STRING;

    /// @param activeRequests shared by all workers
    public Worker(
            EventLoop loop,
            UpstreamPool pool,
            InstantSource clock,
            RandomGenerator random,
            DoneListener done,
            LocalNode node,
            LongAdder activeRequests) {
        this.loop = loop;
        this.pool = pool;
        this.clock = clock;
        this.random = random;
        this.done = done;
        this.activeRequests = activeRequests;
        peers = new PeerHeaders(node);
    }

    public EventLoop loop() {
        return loop;
    }

    public UpstreamPool pool() {
        return pool;
    }

    public InstantSource clock() {
        return clock;
    }

    public RandomGenerator random() {
        return random;
    }

    public DoneListener done() {
        return done;
    }

    public PeerHeaders peers() {
        return peers;
    }

    LongAdder activeRequests() {
        return activeRequests;
    }

    public Applied applied() {
        return applied;
    }

    /// Requests from now on see this.
    public void apply(Applied newest) {
        applied = newest;
        pool.update(newest.clusters());
    }

    /// The `date` header of this second.
    AsciiString date() {
        long millis = clock.millis();
        if (millis / 1000 != dateSecond) {
            dateSecond = millis / 1000;
            date = AsciiString.of(DATE.format(clock.instant()));
        }
        return date;
    }
}
