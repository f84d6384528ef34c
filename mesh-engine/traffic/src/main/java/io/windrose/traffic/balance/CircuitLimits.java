package io.windrose.traffic.balance;

import io.windrose.traffic.cluster.CircuitBreakers;
import java.util.concurrent.atomic.AtomicInteger;

/// How much of a cluster is in use, against how much may be. Shared by all event loops; limits are
/// soft, as Envoy's are: two loops that ask at the same moment may both be let in.
///
/// Every `try...` that returned true needs its `...Ended` later.
public final class CircuitLimits {
    private final CircuitBreakers breakers;
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger pending = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger retries = new AtomicInteger();

    public CircuitLimits(CircuitBreakers breakers) {
        this.breakers = breakers;
    }

    public CircuitBreakers breakers() {
        return breakers;
    }

    public boolean tryConnection() {
        return take(connections, breakers.connections());
    }

    /// The one connection to a host that has none is allowed whatever the limit says.
    public void firstConnection() {
        connections.incrementAndGet();
    }

    public void connectionEnded() {
        connections.decrementAndGet();
    }

    public boolean tryPending() {
        return take(pending, breakers.pending());
    }

    public void pendingEnded() {
        pending.decrementAndGet();
    }

    public boolean tryRequest() {
        return take(requests, breakers.requests());
    }

    public void requestEnded() {
        requests.decrementAndGet();
    }

    public boolean tryRetry() {
        return take(retries, retryLimit());
    }

    public void retryEnded() {
        retries.decrementAndGet();
    }

    public int connections() {
        return connections.get();
    }

    public int pending() {
        return pending.get();
    }

    public int requests() {
        return requests.get();
    }

    public int retries() {
        return retries.get();
    }

    private int retryLimit() {
        if (breakers.budgetPercent() < 0) {
            return breakers.retries();
        }
        int busy = requests.get() + pending.get();
        return Math.max((int) (busy * breakers.budgetPercent() / 100), breakers.budgetMinimum());
    }

    private static boolean take(AtomicInteger used, int limit) {
        if (used.get() >= limit) {
            return false;
        }
        used.incrementAndGet();
        return true;
    }
}
