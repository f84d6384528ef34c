package io.windrose.traffic.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MatchTest {

    @ParameterizedTest
    @CsvSource({
        "/, /",
        "/a/./b, /a/b",
        "/a/../b, /b",
        "/../../etc, /etc",
        "/a/.., /",
        "/a/b/., /a/b/",
        "/%61dmin, /admin",
        "/a%2fb, /a%2Fb",
        "/a%5Cb, /a%5Cb",
        "/a%5cb, /a%5Cb",
        "/a\\b, /a/b",
        "/a/%2e%2E/b, /b",
        "/a//b, /a//b",
        "/.hidden, /.hidden",
        "/a/...?x=/../y, /a/...?x=/../y",
        "/a/../b?x=%2e, /b?x=%2e",
        "/a b, /a%20b"
    })
    void pathsThatMeanTheSameGetOneSpelling(String path, String expected) {
        assertThat(NormalPath.of(path)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"/%", "/%2", "/%zz", "/a%00b", "a/b", "*"})
    void whatCannotBeAPathIsRefused(String path) {
        assertThat(NormalPath.of(path)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "/a//b, /a/b",
        "///a///, /a/",
        "/a/b, /a/b",
        "/a?x=//, /a?x=//",
        "//a?x=//, /a?x=//"
    })
    void runsOfSlashesBecomeOneBeforeTheQuery(String path, String expected) {
        assertThat(NormalPath.mergeSlashes(path)).isEqualTo(expected);
    }

    @Test
    void escapedSlashesAreSeenAndUnescapedBeforeTheQueryOnly() {
        assertThat(NormalPath.hasEscapedSlash("/a%2fb")).isTrue();
        assertThat(NormalPath.hasEscapedSlash("/a%20b?c=%2F")).isFalse();
        assertThat(NormalPath.unescapeSlashes("/a%2fb%5Cc%20?%2F")).isEqualTo("/a/b\\c%20?%2F");
    }

    @ParameterizedTest
    @CsvSource({
        "/p?v=2, v, 2, true",
        "/p?v=22, v, 2, false",
        "/p?a=1&v=2, v, 2, true",
        "/p?v=1&v=2, v, 2, false",
        "/p?vv=2, v, 2, false",
        "/p?v, v, '', true",
        "/p, v, '', false",
        "/v=2, v, 2, false"
    })
    void theFirstParameterOfANameCounts(String path, String name, String value, boolean expected) {
        var match = new QueryMatch(name, StringMatch.exact(value), true);

        assertThat(match.matches(Head.get("h", path))).isEqualTo(expected);
    }

    @Test
    void parametersCanBeAskedForAbsence() {
        assertThat(new QueryMatch("v", null, false).matches(Head.get("h", "/p?w=1"))).isTrue();
        assertThat(new QueryMatch("v", null, false).matches(Head.get("h", "/p?v=1"))).isFalse();
        assertThat(new QueryMatch("v", null, true).matches(Head.get("h", "/p?v=1"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3, 10.0.0.0, 8, true",
        "11.1.2.3, 10.0.0.0, 8, false",
        "10.1.2.3, 0.0.0.0, 0, true",
        "10.1.2.3, 10.1.2.3, 32, true",
        "10.1.2.4, 10.1.2.3, 32, false",
        "fd00::1, fd00::, 8, true",
        "fd00::1, fd00::2, 127, false",
        "fd00::3, fd00::2, 127, true",
        "fd00::1, ::, 0, true",
        "10.1.2.3, ::, 0, false",
        "::ffff:10.1.2.3, 10.0.0.0, 8, true"
    })
    void addressesLieInRangesOfTheirFamily(
            String address, String base, int prefix, boolean expected) {
        assertThat(range(base, prefix).contains(address(address))).isEqualTo(expected);
    }

    @Test
    void whatIsNoAddressOrRangeIsNull() {
        assertThat(IpAddress.parse("reviews")).isNull();
        assertThat(IpAddress.parse("")).isNull();
        assertThat(IpRange.parse("10.0.0.0", 33)).isNull();
    }

    @Test
    void regularExpressionsMatchTheWholeText() {
        assertThat(StringMatch.regex("/v[12]").matches("/v1")).isTrue();
        assertThat(StringMatch.regex("/v[12]").matches("/v1/x")).isFalse();
        assertThat(StringMatch.regex("/v[12]").matches("/v1?x", 3)).isTrue();
        assertThat(StringMatch.regex("plain")).isEqualTo(StringMatch.exact("plain"));
    }

    @Test
    void textsMatchWithinTheGivenLength() {
        assertThat(StringMatch.suffix("/v1").matches("/api/v1?q", 7)).isTrue();
        assertThat(new StringMatch.Contains("q", false).matches("/api/v1?q", 7)).isFalse();
        assertThat(new StringMatch.Prefix("/API", true).matches("/api/v1")).isTrue();
        assertThat(new StringMatch.Exact("/API", true).matches("/api")).isTrue();
    }

    @Test
    void portSetsCombine() {
        var set = PortSet.range(80, 82).union(PortSet.range(443, 444)).complement();

        assertThat(set.contains(80)).isFalse();
        assertThat(set.contains(82)).isTrue();
        assertThat(set.contains(443)).isFalse();
        assertThat(set.complement().intersection(PortSet.range(0, 81)))
                .isEqualTo(PortSet.range(80, 81));
        assertThat(PortSet.ALL.contains(65_535)).isTrue();
    }

    @Test
    void fractionsCoverTheirShare() {
        var random = new SplittableRandom(7);
        var fraction = new Fraction(250_000, 1_000_000);
        long covered = random.longs(100_000).filter(fraction::covers).count();

        assertThat(covered).isBetween(24_400L, 25_600L);
        assertThat(random.longs(1_000)).allMatch(Fraction.ALWAYS::covers);
        assertThat(random.longs(1_000)).noneMatch(Fraction.NEVER::covers);
    }

    private static IpAddress address(String text) {
        return known(IpAddress.parse(text));
    }

    private static IpRange range(String base, int prefix) {
        return known(IpRange.parse(base, prefix));
    }

    private static <T> T known(@Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("the test's own text is wrong");
        }
        return value;
    }
}
