package io.windrose.identity;

import io.windrose.kernel.Backoff;
import io.windrose.kernel.Live;
import io.windrose.kernel.Owner;
import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Reading;
import io.windrose.kernel.Result;
import io.windrose.kernel.Timer;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;

/// Keeps one workload's certificate fresh: a new key and a new certificate well before the end.
///
/// ```
/// asking --signed--> holding --renewal due--> asking
///   |  ^
///   |  +--delay over-- waiting
///   +-----refused------^
/// ```
///
/// The certificate in hand stays until a better one has arrived, even past its end: whether an old
/// one is still good is for the peers to say. State lives on `owner`.
public final class Rotation implements AutoCloseable {
    private final SpiffeId id;
    private final CertificateSource source;
    private final Timing timing;
    private final Owner owner;
    private final Timer timer;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Backoff backoff;
    private final Live<Reading<WorkloadCertificate>> certificate = new Live<>(Reading.none());
    private Timer.Cancellation next = Timer.Cancellation.NOTHING;
    private boolean closed;

    /// When to ask again.
    ///
    /// @param share of the remaining lifetime after which to renew, 0 to 1
    /// @param jitter by how much of the lifetime the moment may come earlier, so that workloads
    ///   which started together do not renew together
    /// @param longest the longest time between two renewals, whatever the lifetime
    /// @param firstRetry the first delay after a refusal; doubles up to `retryLimit`
    public record Timing(
            double share,
            double jitter,
            Duration longest,
            Duration firstRetry,
            Duration retryLimit) {

        /// Istio's agent: half the lifetime, give or take a hundredth.
        public static final Timing HALF_LIFE =
                new Timing(
                        0.5,
                        0.01,
                        Duration.ofDays(365),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(30));

        public Timing {
            if (!(share > 0 && share < 1) || !(jitter >= 0 && jitter <= share)) {
                throw new IllegalArgumentException("share " + share + ", jitter " + jitter);
            }
        }

        /// Renews after `period`, however long the certificates would last.
        public Timing every(Duration period) {
            return new Timing(share, jitter, period, firstRetry, retryLimit);
        }
    }

    /// @param source answers every request in the end; bounding that time is its duty
    /// @param timer plans tasks of `owner`
    public Rotation(
            SpiffeId id,
            CertificateSource source,
            Timing timing,
            Owner owner,
            Timer timer,
            InstantSource clock,
            RandomGenerator random) {
        this.id = id;
        this.source = source;
        this.timing = timing;
        this.owner = owner;
        this.timer = timer;
        this.clock = clock;
        this.random = random;
        backoff = new Backoff(timing.firstRetry(), timing.retryLimit(), random);
    }

    /// The newest certificate, and why the newest renewal failed if it did; without value until the
    /// first one has arrived.
    public Live<Reading<WorkloadCertificate>> certificate() {
        return certificate;
    }

    /// To be called once.
    public void start() {
        owner.execute(this::ask);
    }

    @Override
    public void close() {
        owner.execute(() -> {
            closed = true;
            next.cancel();
        });
    }

    private void ask() {
        if (closed) {
            return;
        }
        var keys = Keys.generate();
        var _ =
                source.sign(CertificateRequest.create(keys, id))
                        .handle((signed, failure) -> failure == null ? signed : unexpected(failure))
                        .thenAccept(signed -> owner.execute(() -> onAnswer(keys, signed)));
    }

    private void onAnswer(KeyPair keys, Result<List<X509Certificate>> answer) {
        if (closed) {
            return;
        }
        switch (answer.then(signed -> WorkloadCertificate.of(keys.getPrivate(), signed))) {
            case Result.Ok<WorkloadCertificate>(var renewed, _) -> {
                backoff.reset();
                certificate.set(Reading.fresh(renewed, clock.instant()));
                next = timer.after(untilRenewal(renewed), this::ask);
            }
            case Result.Err<WorkloadCertificate>(var problems) -> {
                certificate.set(certificate.get().stale(problems));
                next = timer.after(backoff.nextDelay(), this::ask);
            }
        }
    }

    /// At least the first retry's delay, so that certificates which are born old cause no storm.
    private Duration untilRenewal(WorkloadCertificate renewed) {
        var lifetime = Duration.between(clock.instant(), renewed.notAfter());
        double share = timing.share() - timing.jitter() * random.nextDouble();
        var due = Duration.ofMillis((long) (lifetime.toMillis() * share));
        var capped = due.compareTo(timing.longest()) > 0 ? timing.longest() : due;
        return capped.compareTo(timing.firstRetry()) < 0 ? timing.firstRetry() : capped;
    }

    private static Result<List<X509Certificate>> unexpected(Throwable failure) {
        return Result.err(
                Problem.error(
                        "MESH0807", Place.NOWHERE, "asking for a certificate failed: " + failure));
    }
}
