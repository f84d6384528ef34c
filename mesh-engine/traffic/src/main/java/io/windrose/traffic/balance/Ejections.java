package io.windrose.traffic.balance;

import io.windrose.kernel.Owner;
import io.windrose.traffic.cluster.OutlierDetection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/// Which hosts of a cluster sit out because they keep failing.
///
/// Results are reported from any event loop; whether a host is ejected is decided on the owner. An
/// ejection lasts the base time times a multiplier that grows with each ejection and shrinks with
/// each interval that the host stays in.
///
/// @see <a href="https://github.com/envoyproxy/envoy">Envoy</a> `outlier_detection_impl.cc`
public final class Ejections {
    private static final int UNAVAILABLE = 503;

    private final OutlierDetection settings;
    private final Hosts hosts;
    private final Owner owner;
    private final InstantSource clock;
    private final RandomGenerator random;

    public Ejections(
            OutlierDetection settings,
            Hosts hosts,
            Owner owner,
            InstantSource clock,
            RandomGenerator random) {
        this.settings = settings;
        this.hosts = hosts;
        this.owner = owner;
        this.clock = clock;
        this.random = random;
    }

    /// How often [#sweep] is due.
    public Duration interval() {
        return settings.interval();
    }

    /// A response has come.
    public void report(Host host, int status) {
        host.state.localFailures.set(0);
        count(host, status);
    }

    /// There was no response: no connection, a reset, or a timeout.
    public void reportFailure(Host host) {
        if (settings.tellApart()) {
            strike(
                    host,
                    host.state.localFailures,
                    settings.localFailures(),
                    settings.enforceLocal());
        } else {
            count(host, UNAVAILABLE);
        }
    }

    /// Something other than HTTP went well.
    public void reportSuccess(Host host) {
        host.state.forgetFailures();
    }

    /// Lets back in whose time is over.
    public void sweep() {
        owner.execute(() -> {
            var now = clock.instant();
            hosts.all().forEach(host -> sweep(host.state, now));
        });
    }

    private void count(Host host, int status) {
        if (status < 500) {
            host.state.serverErrors.set(0);
            host.state.gatewayErrors.set(0);
            return;
        }
        if (status >= 502 && status <= 504) {
            strike(
                    host,
                    host.state.gatewayErrors,
                    settings.gatewayFailures(),
                    settings.enforceGateway());
        } else {
            host.state.gatewayErrors.set(0);
        }
        strike(host, host.state.serverErrors, settings.consecutive5xx(), settings.enforce5xx());
    }

    private void strike(Host host, AtomicInteger strikes, int limit, int enforcePercent) {
        if (limit > 0 && strikes.incrementAndGet() == limit) {
            owner.execute(() -> {
                eject(host.state, enforcePercent);
                strikes.set(0);
            });
        }
    }

    private void eject(HostState state, int enforcePercent) {
        if (state.ejected || !mayEjectOneMore() || random.nextInt(100) >= enforcePercent) {
            return;
        }
        state.ejectedAt = clock.instant();
        var grown = settings.baseEjection().multipliedBy(state.multiplier);
        if (grown.compareTo(settings.maxEjection().plus(settings.baseEjection())) < 0) {
            state.multiplier++;
        }
        state.ejected = true;
        hosts.healthChanged();
    }

    private boolean mayEjectOneMore() {
        long ejected = hosts.all().stream().filter(Host::isEjected).count();
        return (ejected == 0 && settings.alwaysEjectOne())
                || 100.0 * (ejected + 1) / hosts.all().size() <= settings.maxEjectionPercent();
    }

    private void sweep(HostState state, Instant now) {
        if (!state.ejected) {
            state.multiplier = Math.max(0, state.multiplier - 1);
        } else if (!state.ejectedAt.plus(ejectionTime(state.multiplier)).isAfter(now)) {
            state.ejected = false;
            state.forgetFailures();
            hosts.healthChanged();
        }
    }

    private Duration ejectionTime(int multiplier) {
        var time = settings.baseEjection().multipliedBy(multiplier);
        return time.compareTo(settings.maxEjection()) > 0 ? settings.maxEjection() : time;
    }
}
