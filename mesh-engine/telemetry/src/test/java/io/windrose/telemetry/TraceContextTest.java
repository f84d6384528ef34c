package io.windrose.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TraceContextTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SPAN = "00f067aa0ba902b7";

    @Test
    void aTraceBeginsHereWhenNobodySentOne() {
        var trace = continued(Map.of());

        assertThat(trace.headers())
                .isEqualTo(
                        Map.of(
                                "traceparent",
                                "00-" + trace.traceId() + "-" + trace.spanId() + "-01",
                                "x-b3-traceid",
                                trace.traceId(),
                                "x-b3-spanid",
                                trace.spanId(),
                                "x-b3-sampled",
                                "1"));
        assertThat(trace.traceId()).matches("[0-9a-f]{32}");
        assertThat(trace.spanId()).matches("[0-9a-f]{16}");
    }

    @Test
    void aTraceparentIsContinuedInItsOwnFormat() {
        var trace = continued(Map.of("traceparent", "00-" + TRACE + "-" + SPAN + "-00"));

        assertThat(trace.headers())
                .isEqualTo(Map.of("traceparent", "00-" + TRACE + "-" + trace.spanId() + "-00"));
        assertThat(trace.spanId()).isNotEqualTo(SPAN);
        assertThat(trace.parentSpanId()).isEqualTo(SPAN);
    }

    @Test
    void severalB3HeadersAreContinuedWithTheCallersSpanAsParent() {
        var trace = continued(Map.of("x-b3-traceid", TRACE, "x-b3-spanid", SPAN));

        var expected = new LinkedHashMap<String, String>();
        expected.put("x-b3-traceid", TRACE);
        expected.put("x-b3-spanid", trace.spanId());
        expected.put("x-b3-parentspanid", SPAN);
        expected.put("x-b3-sampled", "1");
        assertThat(trace.headers()).isEqualTo(expected);
    }

    @Test
    void aSingleB3HeaderIsContinuedAsOne() {
        var trace = continued(Map.of("b3", "a3ce929d0e0e4736-" + SPAN + "-0"));

        assertThat(trace.headers())
                .isEqualTo(Map.of("b3", "a3ce929d0e0e4736-" + trace.spanId() + "-0-" + SPAN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4bf92f3577b34da6a3ce929d0e0e473X-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7"
            })
    void aMalformedTraceparentBeginsANewTrace(String traceparent) {
        var trace = continued(Map.of("traceparent", traceparent));

        assertThat(trace.parentSpanId()).isEmpty();
        assertThat(trace.formats())
                .isEqualTo(java.util.Set.of(TraceContext.Format.W3C, TraceContext.Format.B3));
    }

    @Test
    void requestIdsAreRandomUuids() {
        var random = new SplittableRandom(1);

        var first = RequestId.next(random);

        assertThat(first)
                .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        assertThat(RequestId.next(random)).isNotEqualTo(first);
    }

    private static TraceContext continued(Map<String, String> headers) {
        return TraceContext.continued(headers::get, true, new SplittableRandom(7));
    }
}
