package io.windrose.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;

final class MergedExpositionTest {

    @Test
    void eachFamilyStandsOnceAndItsSeriesNameTheirPod() {
        var pages = new LinkedHashMap<String, String>();
        pages.put(
                "a",
                """
                # TYPE istio_requests_total counter
                istio_requests_total{reporter="source"} 4
                # TYPE up gauge
                up 1
                """);
        pages.put(
                "b",
                """
                # TYPE up gauge
                up{} 0
                # TYPE istio_requests_total counter
                istio_requests_total{reporter="destination"} 5
                """);

        assertThat(MergedExposition.of(pages))
                .isEqualTo(
                        """
                        # TYPE istio_requests_total counter
                        istio_requests_total{pod="a",reporter="source"} 4
                        istio_requests_total{pod="b",reporter="destination"} 5
                        # TYPE up gauge
                        up{pod="a"} 1
                        up{pod="b"} 0
                        """);
    }
}
