package io.windrose.traffic.balance;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/// What is remembered of one host, by its address, for as long as it belongs to its cluster.
///
/// Counters are written by every event loop; whether the host sits out is written by the owner of
/// [Ejections] alone.
final class HostState {
    final AtomicInteger active = new AtomicInteger();
    final AtomicInteger serverErrors = new AtomicInteger();
    final AtomicInteger gatewayErrors = new AtomicInteger();
    final AtomicInteger localFailures = new AtomicInteger();

    volatile boolean ejected;
    Instant ejectedAt = Instant.EPOCH;
    int multiplier;

    void forgetFailures() {
        serverErrors.set(0);
        gatewayErrors.set(0);
        localFailures.set(0);
    }
}
