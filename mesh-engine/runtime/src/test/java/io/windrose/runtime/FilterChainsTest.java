package io.windrose.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.traffic.listener.ChainMatch;
import io.windrose.traffic.listener.ChainMatch.SourceType;
import io.windrose.traffic.listener.FilterChain;
import io.windrose.traffic.listener.Listener;
import io.windrose.traffic.listener.TcpProxy;
import io.windrose.traffic.match.IpAddress;
import io.windrose.traffic.match.IpRange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class FilterChainsTest {
    private static final TcpProxy NOWHERE =
            new TcpProxy(
                    "",
                    List.of(new TcpProxy.Target("c", 1)),
                    false,
                    Duration.ZERO,
                    Duration.ZERO,
                    1,
                    List.of());

    @Test
    void aPortThatIsNamedNeverFallsBackToChainsWithoutPort() {
        var chains =
                chains(chain("any", 0, "", "raw_buffer"), chain("tls on 9080", 9080, "", "tls"));

        assertThat(name(chains, arrival(9080, "", "tls"))).isEqualTo("tls on 9080");
        assertThat(name(chains, arrival(9080, "", "raw_buffer"))).isEqualTo("default");
        assertThat(name(chains, arrival(9081, "", "raw_buffer"))).isEqualTo("any");
    }

    @Test
    void anExactServerNameNeverFallsBackToAWildcard() {
        var chains =
                chains(
                        chain("exact", 0, "a.b.test", "tls"),
                        chain("long", 0, "*.b.test", ""),
                        chain("short", 0, "*.test", ""));

        assertThat(name(chains, arrival(1, "a.b.test", "tls"))).isEqualTo("exact");
        assertThat(name(chains, arrival(1, "a.b.test", "raw_buffer"))).isEqualTo("default");
        assertThat(name(chains, arrival(1, "x.b.test", "tls"))).isEqualTo("long");
        assertThat(name(chains, arrival(1, "b.test", "tls"))).isEqualTo("short");
        assertThat(name(chains, arrival(1, "", "tls"))).isEqualTo("default");
    }

    /// The client's order decides, not the chains'.
    @Test
    void theFirstOfferedProtocolThatAChainNamesWins() {
        var chains = chains(protocols("istio", "istio"), protocols("h2", "h2"), protocols("any"));

        assertThat(name(chains, offering("x", "h2", "istio"))).isEqualTo("h2");
        assertThat(name(chains, offering("istio", "h2"))).isEqualTo("istio");
        assertThat(name(chains, offering("x"))).isEqualTo("any");
    }

    @Test
    void chainsThatMatchAlikeAreFound() {
        assertThat(
                        FilterChains.overlap(
                                List.of(protocols("a", "h2", "x"), protocols("b", "x", "y"))))
                .isEqualTo("filter chains 'a' (no. 0) and 'b' (no. 1) match alike");
        assertThat(FilterChains.overlap(List.of(protocols("a", "h2"), protocols("b")))).isNull();
    }

    static LongStream seeds() {
        return LongStream.range(0, 400);
    }

    /// Keeping the closest question by question finds what Envoy's nested maps find.
    @ParameterizedTest
    @MethodSource("seeds")
    void chainsAreFoundAsInNestedMaps(long seed) {
        var random = new SplittableRandom(seed);
        var chains = new ArrayList<FilterChain>();
        for (int i = 0; i < 1 + random.nextInt(12); i++) {
            var chain = chain("chain " + i, anyMatch(random));
            chains.add(chain);
            if (FilterChains.overlap(chains) != null) {
                chains.removeLast();
            }
        }
        var found = FilterChains.of(listener(chains));

        for (int i = 0; i < 60; i++) {
            var arrival = anyArrival(random);
            var expected = NestedChains.find(chains, arrival);
            assertThat(name(found, arrival))
                    .as("%s among %s", arrival, chains)
                    .isEqualTo(expected == null ? "default" : expected.name());
        }
    }

    private static ChainMatch anyMatch(SplittableRandom random) {
        return new ChainMatch(
                random.nextInt(3) * 80,
                any(
                        random,
                        List.of(),
                        List.of(range("10.0.0.0", 8)),
                        List.of(range("10.1.0.0", 16))),
                any(random, Set.of(), Set.of("a.b.test"), Set.of("*.b.test", "*.test")),
                any(random, "", "tls", "raw_buffer"),
                any(random, Set.of(), Set.of("h2", "http/1.1"), Set.of("istio")),
                any(random, List.of(), List.of(), List.of(range("10.2.0.0", 16))),
                any(random, SourceType.ANY, SourceType.EXTERNAL, SourceType.SAME_IP_OR_LOOPBACK),
                any(
                        random,
                        List.of(),
                        List.of(range("127.0.0.0", 8)),
                        List.of(range("10.2.3.4", 32))),
                any(random, Set.of(), Set.of(), Set.of(4000)));
    }

    private static Arrival anyArrival(SplittableRandom random) {
        var source = address(any(random, "127.0.0.1", "10.2.3.4", "192.0.2.1"));
        return new Arrival(
                address(any(random, "10.1.1.1", "10.9.9.9", "192.0.2.1")),
                random.nextInt(3) * 80,
                any(random, "", "a.b.test", "c.b.test"),
                any(random, "tls", "raw_buffer", "raw_buffer"),
                any(random, List.of(), List.of("h2", "istio"), List.of("istio", "http/1.1")),
                source,
                source,
                any(random, 4000, 5000, 6000));
    }

    @SafeVarargs
    private static <T> T any(SplittableRandom random, T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static Arrival arrival(int port, String serverName, String transport) {
        return new Arrival(
                address("10.0.0.1"),
                port,
                serverName,
                transport,
                List.of(),
                address("10.0.0.2"),
                address("10.0.0.2"),
                40_000);
    }

    private static Arrival offering(String... protocols) {
        return new Arrival(null, 0, "", "tls", List.of(protocols), null, null, 0);
    }

    private static FilterChain chain(String name, int port, String serverName, String transport) {
        return chain(
                name,
                new ChainMatch(
                        port,
                        List.of(),
                        serverName.isEmpty() ? Set.of() : Set.of(serverName),
                        transport,
                        Set.of(),
                        List.of(),
                        SourceType.ANY,
                        List.of(),
                        Set.of()));
    }

    private static FilterChain protocols(String name, String... protocols) {
        return chain(
                name,
                new ChainMatch(
                        0,
                        List.of(),
                        Set.of(),
                        "",
                        Set.of(protocols),
                        List.of(),
                        SourceType.ANY,
                        List.of(),
                        Set.of()));
    }

    private static FilterChain chain(String name, ChainMatch match) {
        return new FilterChain(name, match, null, List.of(), NOWHERE, Duration.ZERO);
    }

    private static FilterChains chains(FilterChain... chains) {
        return FilterChains.of(listener(List.of(chains)));
    }

    private static Listener listener(List<FilterChain> chains) {
        return new Listener(
                "l",
                "0.0.0.0",
                15006,
                true,
                false,
                Listener.Direction.INBOUND,
                List.of(),
                Duration.ZERO,
                true,
                chains,
                chain("default", ChainMatch.ANY),
                List.of(),
                1024);
    }

    private static String name(FilterChains chains, Arrival arrival) {
        var found = chains.find(arrival);
        return found == null ? "none" : found.name();
    }

    private static @Nullable IpAddress address(String text) {
        return IpAddress.parse(text);
    }

    private static IpRange range(String base, int prefix) {
        return Objects.requireNonNull(IpRange.parse(base, prefix));
    }
}
