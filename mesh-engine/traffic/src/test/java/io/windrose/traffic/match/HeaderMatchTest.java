package io.windrose.traffic.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.traffic.match.HeaderMatch.Test.Present;
import io.windrose.traffic.match.HeaderMatch.Test.Range;
import io.windrose.traffic.match.HeaderMatch.Test.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HeaderMatchTest {
    private static final Head HEAD =
            Head.get("reviews:9080", "/a?b=c").with("end-user", "jason").with("x-size", "-7");

    /// The rule is `exact: jason`; a dash stands for a missing header.
    @ParameterizedTest
    @CsvSource({
        "jason, false, false, true",
        "jason, true, false, false",
        "mary, false, false, false",
        "mary, true, false, true",
        "-, false, false, false",
        "-, true, false, false",
        "-, false, true, false",
        "-, true, true, true"
    })
    void aMissingHeaderFailsAlsoWhenInvertedUnlessItCountsAsEmpty(
            String value, boolean invert, boolean missingIsEmpty, boolean expected) {
        var match =
                new HeaderMatch(
                        "end-user", new Text(StringMatch.exact("jason")), invert, missingIsEmpty);

        assertThat(match.matchesValue(value.equals("-") ? null : value)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "end-user, true, false, true",
        "end-user, true, true, false",
        "end-user, false, false, false",
        "absent, true, false, false",
        "absent, true, true, true",
        "absent, false, false, true"
    })
    void presenceLooksAtAbsence(String name, boolean expected, boolean invert, boolean result) {
        var match = new HeaderMatch(name, new Present(expected), invert, false);

        assertThat(match.matches(HEAD)).isEqualTo(result);
    }

    @Test
    void rangesIncludeTheirStartAndExcludeTheirEnd() {
        assertThat(range("x-size", -7, 0)).isTrue();
        assertThat(range("x-size", -10, -7)).isFalse();
        assertThat(range("end-user", -10, 10)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({":method, GET", ":path, /a?b=c", ":authority, reviews:9080", ":scheme, http"})
    void pseudoHeadersAreReadFromTheHead(String name, String value) {
        assertThat(HeaderMatch.exact(name, value).matches(HEAD)).isTrue();
        assertThat(HeaderMatch.exact(name, value + "x").matches(HEAD)).isFalse();
    }

    private static boolean range(String name, long start, long end) {
        return new HeaderMatch(name, new Range(start, end), false, false).matches(HEAD);
    }
}
