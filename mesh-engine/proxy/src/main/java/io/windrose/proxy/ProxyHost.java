package io.windrose.proxy;

import io.windrose.kernel.Owner;
import io.windrose.proxy.loop.EventLoops;
import io.windrose.proxy.wire.WireTypes;
import io.windrose.telemetry.AccessLogFiles;
import java.time.InstantSource;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What all proxies of one process share: the thread on which their state lives, the event loops,
/// the access log files, the time.
public final class ProxyHost implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ProxyHost.class);

    private final Owner.Threaded control =
            Owner.onThread("proxy-control", fault -> LOG.error("A proxy met a bug", fault));
    private final EventLoops loops;
    private final AccessLogFiles accessLogs = new AccessLogFiles();
    private final WireTypes types = new WireTypes();
    private final InstantSource clock;
    private final SplittableRandom random;

    /// @param concurrency event loops, at least 1
    /// @param seed of pauses and the like; nothing secret comes of it
    public ProxyHost(int concurrency, InstantSource clock, long seed) {
        loops = EventLoops.of(concurrency);
        this.clock = clock;
        random = new SplittableRandom(seed);
    }

    Owner.Threaded control() {
        return control;
    }

    EventLoops loops() {
        return loops;
    }

    AccessLogFiles accessLogs() {
        return accessLogs;
    }

    WireTypes types() {
        return types;
    }

    InstantSource clock() {
        return clock;
    }

    /// A source of its own for each who asks; the lock is held for an addition, from any thread.
    RandomGenerator random() {
        synchronized (random) {
            return random.split();
        }
    }

    /// Proxies are to be closed before.
    @Override
    public void close() {
        control.close();
        loops.close();
        accessLogs.close();
    }
}
