package io.windrose.traffic.balance;

import static io.windrose.traffic.balance.Clusters.host;
import static io.windrose.traffic.balance.Clusters.place;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.windrose.traffic.cluster.Cluster;
import io.windrose.traffic.cluster.Endpoint;
import io.windrose.traffic.cluster.Endpoint.Health;
import io.windrose.traffic.cluster.LoadBalancing;
import io.windrose.traffic.cluster.LoadBalancing.LeastRequest;
import io.windrose.traffic.cluster.LoadBalancing.Maglev;
import io.windrose.traffic.cluster.LoadBalancing.Policy;
import io.windrose.traffic.cluster.LoadBalancing.RingHash;
import io.windrose.traffic.cluster.LoadBalancing.RoundRobin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class BalancerTest {
    private static final int PICKS = 20_000;

    static LongStream seeds() {
        return LongStream.range(0, 30);
    }

    /// Whatever the weights, round robin, idle least request, ring and Maglev share by them.
    @ParameterizedTest
    @MethodSource("seeds")
    void sharesApproachTheWeights(long seed) {
        var random = new SplittableRandom(seed);
        var endpoints = new ArrayList<Endpoint>();
        for (int i = 0; i <= 1 + random.nextInt(6); i++) {
            endpoints.add(host("10.0.0." + i, 1 + random.nextInt(5)));
        }
        double total = endpoints.stream().mapToInt(Endpoint::weight).sum();
        for (var policy : List.of(new RoundRobin(), new LeastRequest(2), new Maglev(65_537))) {
            var shares =
                    shares(
                            Clusters.of(
                                    LoadBalancing.of((Policy) policy),
                                    place(1, 0, endpoints.toArray(Endpoint[]::new))),
                            random);
            for (var endpoint : endpoints) {
                assertThat(shares.getOrDefault(endpoint.address(), 0.0))
                        .as("%s of %s by %s", endpoint, endpoints, policy)
                        .isCloseTo(endpoint.weight() / total, within(0.02));
            }
        }
    }

    @Test
    void equalHashesGoToTheSameHostAndMostStayWhenAnotherComes() {
        for (var policy : List.of((Policy) new RingHash(1024, 8192), new Maglev(65_537))) {
            var three = balancer(policy, host("a", 1), host("b", 1), host("c", 1));
            var four = balancer(policy, host("a", 1), host("b", 1), host("c", 1), host("d", 1));
            int moved = 0;
            for (int i = 0; i < 3_000; i++) {
                long hash = XxHash64.of("user-" + i);
                var before = String.valueOf(three.pick(hash));
                assertThat(String.valueOf(three.pick(hash))).isEqualTo(before);
                var after = String.valueOf(four.pick(hash));
                if (!before.equals(after)) {
                    moved++;
                }
            }
            assertThat(moved).as("%s", policy).isBetween(450, 1_100);
        }
    }

    @Test
    void theLessBusyOfTwoIsPreferred() {
        var hosts =
                Hosts.of(
                        Clusters.of(
                                LoadBalancing.of(new LeastRequest(2)),
                                place(1, 0, host("idle", 1), host("busy", 1))),
                        null);
        hosts.all().get(1).started();
        var balancer = new Balancer(hosts, new SplittableRandom(1));

        long busy = LongStream.range(0, 4_000).filter(_ -> name(balancer).equals("busy")).count();

        assertThat(busy).isBetween(850L, 1_150L);
    }

    @Test
    void unhealthyHostsAreLeftOutUntilTooManyAre() {
        assertThat(sharesOfHealthy(6, 4)).containsOnlyKeys("h0", "h1", "h2", "h3", "h4", "h5");
        assertThat(sharesOfHealthy(4, 6)).hasSize(10);
    }

    @Test
    void withoutPanicNobodyIsPickedWhenAllAreIll() {
        var cluster =
                Clusters.of(
                        new LoadBalancing(new RoundRobin(), 0, false),
                        place(1, 0, host("ill", 1, Health.UNHEALTHY)));

        assertThat(new Balancer(Hosts.of(cluster, null), new SplittableRandom(1)).pick()).isNull();
        assertThat(
                        new Balancer(
                                        Hosts.of(cluster.withLocalities(List.of()), null),
                                        new SplittableRandom(1))
                                .pick())
                .isNull();
    }

    /// Half of the first choice is healthy: 1.4 times 50 % stays, the rest spills over.
    @Test
    void theNextPriorityGetsWhatTheFirstCannotTake() {
        var shares =
                shares(
                        Clusters.of(
                                LoadBalancing.of(new RoundRobin()),
                                place(1, 0, host("a", 1), host("ill", 1, Health.DRAINING)),
                                place(1, 1, host("b", 1))),
                        new SplittableRandom(5));

        assertThat(shares).containsOnlyKeys("a", "b");
        assertThat(shares.get("a")).isCloseTo(0.70, within(0.02));
    }

    @Test
    void degradedHostsHelpOut() {
        var shares =
                shares(
                        Clusters.of(
                                LoadBalancing.of(new RoundRobin()),
                                place(1, 0, host("a", 1), host("tired", 1, Health.DEGRADED))),
                        new SplittableRandom(5));

        assertThat(shares.get("a")).isCloseTo(0.70, within(0.02));
        assertThat(shares.get("tired")).isCloseTo(0.30, within(0.02));
    }

    @Test
    void localitiesShareByTheirWeightAndHealth() {
        var balancing = new LoadBalancing(new RoundRobin(), 50, true);
        var even =
                Clusters.of(
                        balancing,
                        place(3, 0, host("a", 1)),
                        place(1, 0, host("b", 1), host("c", 1)));
        var ailing =
                Clusters.of(
                        balancing,
                        place(1, 0, host("a", 1), host("ill", 1, Health.UNHEALTHY)),
                        place(1, 0, host("b", 1), host("c", 1)));

        assertThat(shares(even, new SplittableRandom(2)).get("a")).isCloseTo(0.75, within(0.02));
        assertThat(shares(ailing, new SplittableRandom(2)).get("a"))
                .isCloseTo(0.7 / 1.7, within(0.02));
    }

    @Test
    void anotherAttemptAvoidsTriedHosts() {
        var balancer = balancer(new LoadBalancing.Random(), host("a", 1), host("b", 1));
        var first = balancer.pick();
        assertThat(first).isNotNull();

        for (int i = 0; i < 50; i++) {
            assertThat(String.valueOf(balancer.pickAnother(List.of(first), 40)))
                    .isNotEqualTo(first.toString());
        }
        var lone = balancer(new LoadBalancing.Random(), host("a", 1));
        assertThat(String.valueOf(lone.pickAnother(List.of(first), 5))).isEqualTo("a:80");
    }

    @Test
    void hostsKeepTheirCountersWhileTheirAddressStays() {
        var cluster = Clusters.of(LoadBalancing.of(new RoundRobin()), place(1, 0, host("a", 1)));
        var before = Hosts.of(cluster, null);
        before.all().getFirst().started();

        var after =
                Hosts.of(
                        cluster.withLocalities(List.of(place(1, 0, host("a", 7), host("b", 1)))),
                        before);

        assertThat(after.all()).map(Host::active).containsExactly(1, 0);
    }

    @Test
    void xxHashAgreesWithItsSpecification() {
        assertThat(XxHash64.of("")).isEqualTo(0xEF46DB3751D8E999L);
        assertThat(XxHash64.of("a")).isEqualTo(0xD24EC4F1A98C6E5BL);
        assertThat(XxHash64.of("abc")).isEqualTo(0x44BC2CF5AD770999L);
    }

    private static Map<String, Double> sharesOfHealthy(int healthy, int ill) {
        var endpoints = new ArrayList<Endpoint>();
        for (int i = 0; i < healthy + ill; i++) {
            endpoints.add(host("h" + i, 1, i < healthy ? Health.HEALTHY : Health.UNHEALTHY));
        }
        return shares(
                Clusters.of(
                        LoadBalancing.of(new RoundRobin()),
                        place(1, 0, endpoints.toArray(Endpoint[]::new))),
                new SplittableRandom(9));
    }

    private static Balancer balancer(Policy policy, Endpoint... endpoints) {
        return new Balancer(
                Hosts.of(Clusters.of(LoadBalancing.of(policy), place(1, 0, endpoints)), null),
                new SplittableRandom(4));
    }

    private static Map<String, Double> shares(Cluster cluster, SplittableRandom random) {
        var balancer = new Balancer(Hosts.of(cluster, null), random);
        var counts = new HashMap<String, Double>();
        for (int i = 0; i < PICKS; i++) {
            counts.merge(name(balancer), 1.0 / PICKS, Double::sum);
        }
        return counts;
    }

    private static String name(Balancer balancer) {
        var host = balancer.pick();
        return host == null ? "nobody" : host.endpoint().address();
    }
}
