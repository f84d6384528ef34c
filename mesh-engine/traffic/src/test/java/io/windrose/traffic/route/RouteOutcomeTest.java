package io.windrose.traffic.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import io.windrose.traffic.header.HeaderEditor;
import io.windrose.traffic.match.Head;
import io.windrose.traffic.match.StringMatch;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Rewrites, redirects, timeouts and CORS.
final class RouteOutcomeTest {
    private static final Head HEAD = Head.get("shop.test:8080", "/old/items?page=2");

    @Test
    void rewritesKeepTheQuery() {
        assertThat(new PathRewrite.Prefix(4, "/new").path(HEAD)).isEqualTo("/new/items?page=2");
        assertThat(new PathRewrite.Prefix(-1, "/").path(HEAD)).isEqualTo("/?page=2");
        assertThat(PathRewrite.regex(Pattern.compile("^/(\\w+)/(\\w+)"), "/$x/\\2/\\1").path(HEAD))
                .isEqualTo("/$x/items/old?page=2");
        assertThat(new PathRewrite.Unchanged().path(HEAD)).isSameAs(HEAD.path());
    }

    @Test
    void hostsAreRewrittenByTextTargetHeaderOrPath() {
        var head = HEAD.with("x-host", "other");

        assertThat(new HostRewrite.Literal("lit").host(head, "target")).isEqualTo("lit");
        assertThat(new HostRewrite.OfTarget().host(head, "target")).isEqualTo("target");
        assertThat(new HostRewrite.OfTarget().host(head, "")).isEqualTo("shop.test:8080");
        assertThat(new HostRewrite.OfHeader("x-host").host(head, "")).isEqualTo("other");
        assertThat(new HostRewrite.OfHeader("x-none").host(head, "")).isEqualTo("shop.test:8080");
        assertThat(HostRewrite.ofPath(Pattern.compile("^/(\\w+)/.*"), "\\1.test").host(head, ""))
                .isEqualTo("old.test");
    }

    /// A dash stands for an empty text.
    @ParameterizedTest
    @CsvSource({
        "-, -, -, -, false, http://shop.test:8080/old/items?page=2",
        "https, -, -, -, false, https://shop.test:8080/old/items?page=2",
        "-, new.test, -, -, false, http://new.test/old/items?page=2",
        "-, -, :81, -, false, http://shop.test:81/old/items?page=2",
        "-, -, -, /p, false, http://shop.test:8080/p?page=2",
        "-, -, -, /p, true, http://shop.test:8080/p",
        "-, -, -, /p?own=1, true, http://shop.test:8080/p?own=1",
        "-, -, -, -, true, http://shop.test:8080/old/items"
    })
    void redirectsKeepWhatTheyDoNotReplace(
            String scheme, String host, String port, String path, boolean strip, String expected) {
        var target =
                new RedirectTarget(
                        text(scheme),
                        text(host),
                        text(port),
                        text(path),
                        new PathRewrite.Unchanged(),
                        strip);

        assertThat(target.location(HEAD)).isEqualTo(expected);
    }

    @Test
    void aPortThatTheNewSchemeDoesNotHaveIsDropped() {
        assertThat(RedirectTarget.HTTPS.location(Head.get("a:80", "/"))).isEqualTo("https://a/");
        assertThat(RedirectTarget.HTTPS.location(Head.get("[::1]:80", "/")))
                .isEqualTo("https://[::1]/");
        assertThat(RedirectTarget.HTTPS.location(Head.get("a:81", "/"))).isEqualTo("https://a:81/");
    }

    /// Milliseconds; -1 stands for absent.
    @ParameterizedTest
    @CsvSource({
        "5000, -1, 100m, 5000",
        "5000, 0, 100m, 100",
        "5000, 50, 100m, 50",
        "5000, 0, -, 0",
        "5000, 50, -, 50",
        "5000, 50, junk, 50"
    })
    void grpcClientsMayAskForAShorterTimeout(long total, long limit, String asked, long expected) {
        var timeouts =
                new RouteTimeouts(
                        Duration.ofMillis(total),
                        limit < 0 ? null : Duration.ofMillis(limit),
                        null,
                        null,
                        null);
        var head = HEAD.with("content-type", "application/grpc+proto");
        var request = asked.equals("-") ? head : head.with("grpc-timeout", asked);

        assertThat(timeouts.total(request)).isEqualTo(Duration.ofMillis(expected));
        assertThat(timeouts.total(HEAD)).isEqualTo(Duration.ofMillis(total));
    }

    @Test
    void preflightsFromKnownOriginsAreAnswered() {
        var preflight =
                HEAD.withMethod("OPTIONS")
                        .with("origin", "https://a.test")
                        .with("access-control-request-method", "PUT");
        var response = new Headers();

        assertThat(cors(true).step(preflight)).isEqualTo(CorsPolicy.Step.ANSWER_PREFLIGHT);
        cors(true).answerPreflight("https://a.test", response);

        assertThat(response.values)
                .isEqualTo(
                        Map.of(
                                "access-control-allow-origin", "https://a.test",
                                "access-control-allow-methods", "GET,PUT",
                                "access-control-max-age", "60",
                                "access-control-allow-credentials", "true"));
    }

    @Test
    void otherPreflightsGoOnOrAreAnsweredBare() {
        var preflight =
                HEAD.withMethod("OPTIONS")
                        .with("origin", "https://b.test")
                        .with("access-control-request-method", "PUT");

        assertThat(cors(true).step(preflight)).isEqualTo(CorsPolicy.Step.PASS);
        assertThat(cors(false).step(preflight)).isEqualTo(CorsPolicy.Step.ANSWER_BARE);
    }

    @Test
    void actualRequestsGetTheirHeadersOnTheWayBack() {
        var response = new Headers();

        assertThat(cors(true).step(HEAD)).isEqualTo(CorsPolicy.Step.PASS);
        assertThat(cors(true).step(HEAD.with("origin", "https://b.test")))
                .isEqualTo(CorsPolicy.Step.PASS);
        assertThat(cors(true).step(HEAD.with("origin", "https://a.test")))
                .isEqualTo(CorsPolicy.Step.PASS_AND_EXPOSE);
        cors(true).expose("https://a.test", response);

        assertThat(response.values)
                .isEqualTo(
                        Map.of(
                                "access-control-allow-origin", "https://a.test",
                                "access-control-expose-headers", "x-id",
                                "access-control-allow-credentials", "true"));
    }

    private static CorsPolicy cors(boolean forwardUnknown) {
        return new CorsPolicy(
                true,
                List.of(StringMatch.exact("https://a.test")),
                "GET,PUT",
                "",
                "x-id",
                "60",
                true,
                forwardUnknown);
    }

    private static String text(String text) {
        return text.equals("-") ? "" : text;
    }

    private static final class Headers implements HeaderEditor {
        private final Map<String, String> values = new TreeMap<>();

        @Override
        public @Nullable String get(String name) {
            return values.get(name);
        }

        @Override
        public void set(String name, String value) {
            values.put(name, value);
        }

        @Override
        public void add(String name, String value) {
            values.merge(name, value, (before, more) -> before + "," + more);
        }

        @Override
        public void remove(String name) {
            values.remove(name);
        }
    }
}
