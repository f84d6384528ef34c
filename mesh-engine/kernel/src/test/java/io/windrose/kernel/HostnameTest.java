package io.windrose.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HostnameTest {

    @ParameterizedTest
    @CsvSource({
        "reviews.default, REVIEWS.default, true",
        "*.example.com, a.example.com, true",
        "*.example.com, a.b.example.com, true",
        "*.example.com, *.b.example.com, true",
        "*.example.com, example.com, false",
        "*.b.example.com, *.example.com, false",
        "*, anything, true",
        "a.example.com, *.example.com, false",
    })
    void coversWhatItStandsFor(String pattern, String host, boolean covered) {
        assertThat(new Hostname(pattern).covers(new Hostname(host))).isEqualTo(covered);
    }
}
