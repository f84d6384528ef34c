package io.windrose.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.kernel.Owner;
import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import io.windrose.testkit.FakeClock;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

final class RotationTest {
    private static final SpiffeId REVIEWS =
            new SpiffeId(TrustDomain.CLUSTER_LOCAL, "default", "bookinfo-reviews");
    private static final Problem AWAY = Problem.error("MESH0899", Place.NOWHERE, "nobody is there");

    private final FakeClock clock = new FakeClock();
    private final Instant start = clock.instant();
    private final List<Instant> asked = new ArrayList<>();
    private CertificateSource source =
            CertificateAuthority.inMemory(TrustDomain.CLUSTER_LOCAL, clock)
                    .sourceFor(REVIEWS, Duration.ofHours(24));

    @Test
    void aCertificateIsRenewedAtHalfItsLifeWithANewKey() {
        var rotation = started(withoutJitter(Rotation.Timing.HALF_LIFE));
        var first = newest(rotation);

        clock.advance(Duration.ofHours(12).minusMillis(1));
        var stillFirst = newest(rotation);
        clock.advance(Duration.ofMillis(1));
        var second = newest(rotation);

        assertThat(stillFirst).isEqualTo(first);
        assertThat(asked).containsExactly(start, start.plus(Duration.ofHours(12)));
        assertThat(second.notAfter()).isEqualTo(start.plus(Duration.ofHours(36)));
        assertThat(second.leaf().getPublicKey()).isNotEqualTo(first.leaf().getPublicKey());
    }

    @Test
    void theRenewalComesAHundredthOfTheLifeEarlyAtMost() {
        var rotation = started(Rotation.Timing.HALF_LIFE);

        clock.advance(Duration.ofHours(12));

        assertThat(newest(rotation).notBefore()).isAfter(start);
        assertThat(asked).hasSize(2);
        assertThat(asked.getLast())
                .isBetween(
                        start.plus(Duration.ofHours(12)).minusMillis(864_000),
                        start.plus(Duration.ofHours(12)));
    }

    @Test
    void aPeriodShorterThanHalfALifeIsKept() {
        var rotation = started(Rotation.Timing.HALF_LIFE.every(Duration.ofSeconds(5)));

        clock.advance(Duration.ofSeconds(12));

        assertThat(asked).containsExactly(start, start.plusSeconds(5), start.plusSeconds(10));
        assertThat(rotation.certificate().get().at()).isEqualTo(start.plusSeconds(10));
    }

    @Test
    void aRefusedRenewalKeepsTheOldCertificateAndIsTriedAgainLaterAndLater() {
        var rotation = started(withoutJitter(Rotation.Timing.HALF_LIFE));
        var first = newest(rotation);
        source = _ -> CompletableFuture.completedFuture(Result.err(AWAY));

        clock.advance(Duration.ofHours(12).plusSeconds(20));

        var reading = rotation.certificate().get();
        assertThat(reading.value()).isEqualTo(Optional.of(first));
        assertThat(reading.problems()).containsExactly(AWAY);
        var retries = asked.subList(1, asked.size());
        assertThat(retries.size()).isBetween(5, 9);
        for (int i = 1; i < retries.size(); i++) {
            assertThat(Duration.between(retries.get(i - 1), retries.get(i)))
                    .isBetween(
                            Duration.ofMillis(250 << Math.min(i - 1, 6)),
                            Duration.ofMillis(500 << Math.min(i - 1, 6)));
        }
    }

    @Test
    void aSourceThatBreaksIsAProblemLikeAnyOther() {
        source = _ -> CompletableFuture.failedFuture(new IllegalStateException("broken"));

        var rotation = started(Rotation.Timing.HALF_LIFE);

        assertThat(rotation.certificate().get().problems())
                .singleElement()
                .extracting(Problem::code)
                .isEqualTo("MESH0807");
        assertThat(clock.pendingTasks()).isEqualTo(1);
    }

    @Test
    void afterClosingNothingIsAskedAndALateAnswerIsDropped() {
        var late = new CompletableFuture<Result<List<X509Certificate>>>();
        source = _ -> late;
        var rotation = started(Rotation.Timing.HALF_LIFE);

        rotation.close();
        late.complete(Result.err(AWAY));

        assertThat(rotation.certificate().get().problems()).isEmpty();
        assertThat(clock.pendingTasks()).isZero();
    }

    private Rotation started(Rotation.Timing timing) {
        var rotation =
                new Rotation(
                        REVIEWS,
                        this::sign,
                        timing,
                        Owner.direct(),
                        clock,
                        clock,
                        new SplittableRandom(1));
        rotation.start();
        return rotation;
    }

    private CompletionStage<Result<List<X509Certificate>>> sign(CertificateRequest request) {
        asked.add(clock.instant());
        return source.sign(request);
    }

    private static WorkloadCertificate newest(Rotation rotation) {
        return rotation.certificate().get().value().orElseThrow();
    }

    private static Rotation.Timing withoutJitter(Rotation.Timing timing) {
        return new Rotation.Timing(
                timing.share(), 0, timing.longest(), timing.firstRetry(), timing.retryLimit());
    }
}
