package io.windrose.traffic.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrose.traffic.match.Fraction;
import io.windrose.traffic.match.Head;
import io.windrose.traffic.match.HeaderMatch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class RouteTableTest {
    private static final Decision.NoRoute NO_ROUTE = new Decision.NoRoute();

    @ParameterizedTest
    @CsvSource({
        "reviews.default, exact",
        "REVIEWS.Default, exact",
        "reviews.default:9080, exact",
        "a.example.com, suffix",
        "a.b.example.com, long suffix",
        ".example.com, any",
        "example.com, any",
        "api.internal, prefix",
        "api., any",
        "[::1]:80, v6"
    })
    void theMostSpecificDomainWins(String authority, String expected) {
        var table =
                new RouteTable(
                        "t",
                        List.of(
                                host("any", "*"),
                                host("suffix", "*.example.com"),
                                host("long suffix", "*.b.example.com"),
                                host("prefix", "api.*"),
                                host("v6", "[::1]"),
                                host("exact", "reviews.default")),
                        true);

        assertThat(table.route(Head.get(authority, "/"))).isEqualTo(to(expected));
    }

    @Test
    void thePortCountsUnlessItIsIgnored() {
        var hosts = List.of(host("bare", "reviews"), host("ported", "reviews:9080"));

        assertThat(new RouteTable("t", hosts, false).route(Head.get("reviews:9080", "/")))
                .isEqualTo(to("ported"));
        assertThat(new RouteTable("t", hosts, true).route(Head.get("reviews:9080", "/")))
                .isEqualTo(to("bare"));
        assertThat(new RouteTable("t", hosts, false).route(Head.get("reviews:80", "/")))
                .isEqualTo(NO_ROUTE);
    }

    @Test
    void aDomainMayOccurOnlyOnce() {
        assertThatThrownBy(
                        () -> new RouteTable("t", List.of(host("a", "x"), host("b", "x")), false))
                .hasMessage("the domain 'x' occurs twice");
    }

    @ParameterizedTest
    @CsvSource({
        "/exact, exact",
        "/exact?q=1, exact",
        "/exact/, any",
        "/PREFIX/x, prefix",
        "/prefixed, prefix",
        "/seg, segments",
        "/seg/x, segments",
        "/segx, any",
        "/v1/a, regex",
        "/v1/a/b, any"
    })
    void theFirstRouteThatMatchesCounts(String path, String expected) {
        var table =
                table(
                        route(new PathMatch.Exact("/exact", false), "exact"),
                        route(new PathMatch.Prefix("/prefix", true), "prefix"),
                        route(new PathMatch.Segments("/seg", false), "segments"),
                        route(
                                new PathMatch.Regex(
                                        com.google.re2j.Pattern.compile("/v[0-9]/[a-z]+")),
                                "regex"),
                        route(new PathMatch.Prefix("/", false), "any"));

        assertThat(table.route(Head.get("h", path))).isEqualTo(to(expected));
    }

    @Test
    void allConditionsOfARouteMustHold() {
        var match =
                new RouteMatch(
                        new PathMatch.Prefix("/", false),
                        List.of(HeaderMatch.exact("end-user", "jason")),
                        List.of(),
                        Fraction.percent(50),
                        false);
        var table = table(new Route(match, new Route.Always(to("v2"))));
        var head = Head.get("h", "/").with("end-user", "jason");

        assertThat(table.route(head.withRandom(49))).isEqualTo(to("v2"));
        assertThat(table.route(head.withRandom(50))).isEqualTo(NO_ROUTE);
        assertThat(table.route(Head.get("h", "/"))).isEqualTo(NO_ROUTE);
    }

    @Test
    void weightsShareTheRequestsInProportion() {
        var weighted =
                Route.ByWeight.of(List.of(to("v1"), to("v2"), to("v3")), List.of(50, 30, 20));
        var table = table(new Route(RouteMatch.of(new PathMatch.Prefix("/", false)), weighted));
        var random = new SplittableRandom(3);

        var counts = new HashMap<Decision, Integer>();
        for (int i = 0; i < 20_000; i++) {
            var decision = table.route(Head.get("h", "/").withRandom(random.nextLong()));
            counts.merge(decision, 1, Integer::sum);
        }

        assertThat(counts.get(to("v1"))).isBetween(9_700, 10_300);
        assertThat(counts.get(to("v2"))).isBetween(5_700, 6_300);
        assertThat(counts.get(to("v3"))).isBetween(3_700, 4_300);
    }

    @Test
    void aHeaderCanNameTheCluster() {
        var table =
                table(
                        new Route(
                                RouteMatch.of(new PathMatch.Prefix("/", false)),
                                new Route.ByHeader("x-cluster", to(""))));

        assertThat(table.route(Head.get("h", "/").with("x-cluster", "v9"))).isEqualTo(to("v9"));
        assertThat(table.route(Head.get("h", "/"))).isEqualTo(NO_ROUTE);
    }

    @Test
    void plaintextIsSentToTlsBeforeAnyRoute() {
        var secure = new VirtualHost("secure", List.of("*"), VirtualHost.TlsDemand.ALL, List.of());
        var table = new RouteTable("t", List.of(secure), false);

        assertThat(table.route(Head.get("h:80", "/a?b")))
                .isInstanceOfSatisfying(
                        Decision.Redirect.class,
                        redirect ->
                                assertThat(redirect.location(Head.get("h:80", "/a?b")))
                                        .isEqualTo("https://h/a?b"));
        assertThat(table.route(Head.get("h", "/").withScheme("https"))).isEqualTo(NO_ROUTE);
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    /// Hash tables and levels find what a walk over all domains and routes finds.
    @ParameterizedTest
    @MethodSource("seeds")
    void tablesAgreeWithAPlainReference(long seed) {
        var random = new SplittableRandom(seed);
        var domains = new ArrayList<>(anyDomains());
        java.util.Collections.shuffle(domains, new java.util.Random(seed));
        var hosts = new ArrayList<VirtualHost>();
        for (var domain : domains.subList(0, 1 + random.nextInt(domains.size()))) {
            var routes = new ArrayList<Route>();
            for (int i = random.nextInt(4); i > 0; i--) {
                routes.add(route(anyPath(random), domain + "#" + i));
            }
            hosts.add(new VirtualHost(domain, List.of(domain), VirtualHost.TlsDemand.NONE, routes));
        }
        boolean ignorePort = random.nextBoolean();
        var table = new RouteTable("t", hosts, ignorePort);

        for (int i = 0; i < 50; i++) {
            var head = Head.get(anyAuthority(random), anyRequestPath(random));
            assertThat(table.route(head))
                    .as("%s of %s", head, hosts)
                    .isEqualTo(PlainRoutes.route(hosts, ignorePort, head));
        }
    }

    private static List<String> anyDomains() {
        return List.of(
                "*", "a.b", "a.b:80", "*.b", "*b", "*.a.b", "a.*", "a*", "ab", "x.a.b", "*.x.a.b");
    }

    private static String anyAuthority(SplittableRandom random) {
        var hosts = List.of("a.b", "x.a.b", "y.x.a.b", "ab", "a", "b", "q", "A.B", ".b", "a.");
        return hosts.get(random.nextInt(hosts.size())) + (random.nextInt(3) == 0 ? ":80" : "");
    }

    private static String anyRequestPath(SplittableRandom random) {
        var paths = List.of("/", "/a", "/a/b", "/ab", "/A/b", "/a?x=/b", "/a/b/c?y");
        return paths.get(random.nextInt(paths.size()));
    }

    private static PathMatch anyPath(SplittableRandom random) {
        var texts = List.of("/", "/a", "/a/b", "/ab");
        var text = texts.get(random.nextInt(texts.size()));
        boolean ignoreCase = random.nextBoolean();
        return switch (random.nextInt(3)) {
            case 0 -> new PathMatch.Exact(text, ignoreCase);
            case 1 -> new PathMatch.Prefix(text, ignoreCase);
            default -> new PathMatch.Segments(text, ignoreCase);
        };
    }

    private static RouteTable table(Route... routes) {
        return new RouteTable(
                "t",
                List.of(
                        new VirtualHost(
                                "h", List.of("*"), VirtualHost.TlsDemand.NONE, List.of(routes))),
                false);
    }

    private static VirtualHost host(String cluster, String domain) {
        return new VirtualHost(
                cluster,
                List.of(domain),
                VirtualHost.TlsDemand.NONE,
                List.of(route(new PathMatch.Prefix("/", false), cluster)));
    }

    private static Route route(PathMatch path, String cluster) {
        return new Route(RouteMatch.of(path), new Route.Always(to(cluster)));
    }

    private static Decision.Forward to(String cluster) {
        return Decision.Forward.to(cluster);
    }
}
