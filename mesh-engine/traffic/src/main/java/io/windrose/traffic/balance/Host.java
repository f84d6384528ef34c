package io.windrose.traffic.balance;

import io.windrose.traffic.cluster.Endpoint;

/// An endpoint with what is going on there. Requests are counted from any event loop.
public final class Host {
    final HostState state;
    private final Endpoint endpoint;

    Host(Endpoint endpoint, HostState state) {
        this.endpoint = endpoint;
        this.state = state;
    }

    public Endpoint endpoint() {
        return endpoint;
    }

    /// Requests under way, over all event loops.
    public int active() {
        return state.active.get();
    }

    /// To be called when a request is given to this host; each call needs one [#finished].
    public void started() {
        state.active.incrementAndGet();
    }

    public void finished() {
        state.active.decrementAndGet();
    }

    /// Whether the host sits out because of its failures.
    public boolean isEjected() {
        return state.ejected;
    }

    boolean isHealthy() {
        return endpoint.health() == Endpoint.Health.HEALTHY && !state.ejected;
    }

    boolean isDegraded() {
        return endpoint.health() == Endpoint.Health.DEGRADED && !state.ejected;
    }

    @Override
    public String toString() {
        return endpoint.key();
    }
}
