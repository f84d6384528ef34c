package io.windrose.traffic.balance;

import static io.windrose.traffic.balance.Clusters.host;
import static io.windrose.traffic.balance.Clusters.place;
import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.kernel.Owner;
import io.windrose.testkit.FakeClock;
import io.windrose.traffic.cluster.CircuitBreakers;
import io.windrose.traffic.cluster.Endpoint;
import io.windrose.traffic.cluster.LoadBalancing;
import io.windrose.traffic.cluster.OutlierDetection;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class EjectionsTest {
    private final FakeClock clock = new FakeClock();

    @Test
    void aHostThatFailsInARowSitsOut() {
        var hosts = hosts(2);
        var ejections = ejections(hosts, rules(3, 100, false));

        fail(ejections, hosts, 500, 500);
        assertThat(ejected(hosts)).isZero();
        fail(ejections, hosts, 200, 500, 500);
        assertThat(ejected(hosts)).isZero();
        fail(ejections, hosts, 500);
        assertThat(ejected(hosts)).isOne();
    }

    @Test
    void anEjectedHostGetsNoRequests() {
        var hosts = hosts(2);
        var balancer = new Balancer(hosts, new SplittableRandom(1));
        fail(ejections(hosts, rules(1, 100, false)), hosts, 503);

        assertThat(IntStream.range(0, 50).mapToObj(_ -> String.valueOf(balancer.pick())))
                .containsOnly("h1:80");
    }

    @Test
    void withTheDefaultPercentNobodyOfFewHostsSitsOut() {
        var nine = hosts(9);
        fail(ejections(nine, rules(1, 10, false)), nine, 500);
        var ten = hosts(10);
        fail(ejections(ten, rules(1, 10, false)), ten, 500);

        assertThat(ejected(nine)).isZero();
        assertThat(ejected(ten)).isOne();
    }

    @Test
    void oneMayAlwaysSitOutWhereThatIsAskedFor() {
        var hosts = hosts(2);
        fail(ejections(hosts, rules(1, 10, true)), hosts, 500);

        assertThat(ejected(hosts)).isOne();
    }

    @Test
    void eachEjectionLastsLonger() {
        var hosts = hosts(2);
        var ejections = ejections(hosts, rules(1, 100, false));

        fail(ejections, hosts, 500);
        clock.advance(Duration.ofSeconds(29));
        ejections.sweep();
        assertThat(ejected(hosts)).isOne();
        clock.advance(Duration.ofSeconds(1));
        ejections.sweep();
        assertThat(ejected(hosts)).isZero();

        fail(ejections, hosts, 500);
        clock.advance(Duration.ofSeconds(59));
        ejections.sweep();
        assertThat(ejected(hosts)).isOne();
        clock.advance(Duration.ofSeconds(1));
        ejections.sweep();
        assertThat(ejected(hosts)).isZero();
    }

    @Test
    void failuresWithoutResponseCountAsServerErrorsUnlessToldApart() {
        var together = hosts(2);
        var mixed = ejections(together, rules(2, 100, false));
        mixed.reportFailure(together.all().getFirst());
        fail(mixed, together, 500);
        assertThat(ejected(together)).isOne();

        var apart = hosts(2);
        var split = ejections(apart, split());
        split.reportFailure(apart.all().getFirst());
        fail(split, apart, 500);
        assertThat(ejected(apart)).isZero();
        split.reportFailure(apart.all().getFirst());
        split.reportFailure(apart.all().getFirst());
        assertThat(ejected(apart)).isOne();
    }

    @Test
    void limitsLetInAsManyAsTheyAllow() {
        var limits = new CircuitLimits(new CircuitBreakers(1, 1, 2, 1, -1, 3));

        assertThat(limits.tryRequest()).isTrue();
        assertThat(limits.tryRequest()).isTrue();
        assertThat(limits.tryRequest()).isFalse();
        limits.requestEnded();
        assertThat(limits.tryRequest()).isTrue();
        assertThat(limits.tryConnection()).isTrue();
        assertThat(limits.tryConnection()).isFalse();
        limits.firstConnection();
        assertThat(limits.connections()).isEqualTo(2);
        assertThat(limits.tryRetry()).isTrue();
        assertThat(limits.tryRetry()).isFalse();
    }

    @Test
    void aRetryBudgetGrowsWithTheRequests() {
        var limits = new CircuitLimits(new CircuitBreakers(99, 99, 99, 0, 50, 1));

        assertThat(limits.tryRetry()).isTrue();
        assertThat(limits.tryRetry()).isFalse();
        IntStream.range(0, 6).forEach(_ -> assertThat(limits.tryRequest()).isTrue());
        assertThat(limits.tryRetry()).isTrue();
        assertThat(limits.tryRetry()).isTrue();
        assertThat(limits.tryRetry()).isFalse();
    }

    private static void fail(Ejections ejections, Hosts hosts, int... statuses) {
        for (int status : statuses) {
            ejections.report(hosts.all().getFirst(), status);
        }
    }

    private static long ejected(Hosts hosts) {
        return hosts.all().stream().filter(Host::isEjected).count();
    }

    private static Hosts hosts(int count) {
        return Hosts.of(
                Clusters.of(
                        new LoadBalancing(new LoadBalancing.RoundRobin(), 0, false),
                        place(
                                1,
                                0,
                                IntStream.range(0, count)
                                        .mapToObj(i -> host("h" + i, 1))
                                        .toArray(Endpoint[]::new))),
                null);
    }

    private Ejections ejections(Hosts hosts, OutlierDetection rules) {
        return new Ejections(rules, hosts, Owner.direct(), clock, new SplittableRandom(1));
    }

    private static OutlierDetection rules(int serverErrors, int percent, boolean alwaysOne) {
        return new OutlierDetection(
                serverErrors,
                100,
                99,
                0,
                99,
                0,
                false,
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                Duration.ofSeconds(300),
                percent,
                alwaysOne);
    }

    private static OutlierDetection split() {
        return new OutlierDetection(
                2,
                100,
                99,
                0,
                2,
                100,
                true,
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                Duration.ofSeconds(300),
                100,
                false);
    }
}
