package io.windrose.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AccessLogFormatTest {

    @Test
    void theDefaultFormatOfIstioSaysEverything() {
        assertThat(format(AccessLogFormat.ISTIO).line(new Answered()))
                .isEqualTo(
                        """
                        [2026-11-21T14:40:13.007Z] "GET /reviews/0?x=1 HTTP/1.1" 200 - via_upstream - "-" 0 379 12 11 "-" "curl/8" "4d6c1c4e-0000-4000-8000-000000000000" "reviews:9080" "127.0.0.3:9080" outbound|9080|v2|reviews.default.svc.cluster.local 127.0.0.1:40000 10.0.0.1:9080 127.0.0.1:50000 - default
                        """);
    }

    @Test
    void theDefaultFormatOfEnvoyIsShorter() {
        assertThat(format(AccessLogFormat.ENVOY).line(new Answered()))
                .isEqualTo(
                        """
                        [2026-11-21T14:40:13.007Z] "GET /reviews/0?x=1 HTTP/1.1" 200 - 0 379 12 11 "-" "curl/8" "4d6c1c4e-0000-4000-8000-000000000000" "reviews:9080" "127.0.0.3:9080"
                        """);
    }

    @Test
    void whatDidNotComeToPassIsADash() {
        assertThat(format(AccessLogFormat.ISTIO).line(new Refused()))
                .isEqualTo(
                        """
                        [1970-01-01T00:00:00.000Z] "- - -" 0 UF,URX - - "-" 0 0 1 - "-" "-" "-" "-" "-" - - - - - -
                        """);
    }

    @Test
    void jsonKeepsNumbersAndSaysNullForWhatIsAbsent() {
        var members = new LinkedHashMap<String, String>();
        members.put("code", "%RESPONSE_CODE%");
        members.put("agent", "%REQ(USER-AGENT)%");
        members.put("flags", "%RESPONSE_FLAGS%");
        members.put("quo\"te", "a \"%REQ(:METHOD)%\" %RESPONSE_CODE%");

        assertThat(value(AccessLogFormat.json(members)).line(new Answered()))
                .isEqualTo(
                        "{\"code\":200,\"agent\":\"curl/8\",\"flags\":null,"
                                + "\"quo\\\"te\":\"a \\\"GET\\\" 200\"}\n");
    }

    @Test
    void theDefaultObjectOfIstioIsOneLine() {
        assertThat(value(AccessLogFormat.json(AccessLogFormat.istioJson())).line(new Answered()))
                .isEqualTo(
                        """
                        {"start_time":"2026-11-21T14:40:13.007Z","method":"GET","path":"/reviews/0?x=1","protocol":"HTTP/1.1","response_code":200,"response_flags":null,"response_code_details":"via_upstream","connection_termination_details":null,"upstream_transport_failure_reason":null,"bytes_received":0,"bytes_sent":379,"duration":12,"upstream_service_time":"11","x_forwarded_for":null,"user_agent":"curl/8","request_id":"4d6c1c4e-0000-4000-8000-000000000000","authority":"reviews:9080","upstream_host":"127.0.0.3:9080","upstream_cluster":"outbound|9080|v2|reviews.default.svc.cluster.local","upstream_local_address":"127.0.0.1:40000","downstream_local_address":"10.0.0.1:9080","downstream_remote_address":"127.0.0.1:50000","requested_server_name":null,"route_name":"default"}
                        """);
    }

    @ParameterizedTest
    @CsvSource({
        "100%%, 100%",
        "%REQ(USER-AGENT):4%, curl",
        "%REQ(X-NONE?USER-AGENT)%, curl/8",
        "%REQ_WITHOUT_QUERY(:PATH)%, /reviews/0",
        "%UPSTREAM_HOST_WITHOUT_PORT%, 127.0.0.3",
        "%UPSTREAM_REMOTE_PORT%, 9080",
        "%DOWNSTREAM_LOCAL_PORT%, 9080",
        "%START_TIME(%Y/%m/%d %H:%M:%S.%3f)%, 2026/11/21 14:40:13.007",
        "%START_TIME(%s)%, 1795272013",
        "%RESPONSE_TX_DURATION%, 2",
        "%GRPC_STATUS%, -",
        "%RESPONSE_FLAGS_LONG%, -",
    })
    void operatorsOfEnvoy(String format, String expected) {
        assertThat(format(format).line(new Answered())).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "a %NOPE% b,              The access log operator NOPE is not known",
        "%REQ%,                   The access log operator REQ is not known",
        "%PROTOCOL(x)%,           The access log operator PROTOCOL(x) is not known",
    })
    void anUnknownOperatorIsNamed(String format, String message) {
        assertThat(AccessLogFormat.text(format).problems())
                .extracting(Problem::message)
                .isEqualTo(List.of(message));
    }

    @Test
    void aLonePercentSignIsShownWithItsPlace() {
        assertThat(AccessLogFormat.text("at 5% load").problems())
                .extracting(Problem::message)
                .isEqualTo(
                        List.of(
                                "The access log format has a lone % at character 5: write %% for the"
                                        + " sign itself, or %NAME% for an operator"));
    }

    private static AccessLogFormat format(String format) {
        return value(AccessLogFormat.text(format));
    }

    private static AccessLogFormat value(Result<AccessLogFormat> result) {
        return switch (result) {
            case Result.Ok<AccessLogFormat>(var value, _) -> value;
            case Result.Err<AccessLogFormat>(var problems) ->
                    throw new AssertionError(problems.toString());
        };
    }

    private static final class Answered implements LogEntry {
        private static final Map<String, String> REQUEST =
                Map.of(
                        ":method", "GET",
                        ":path", "/reviews/0?x=1",
                        ":authority", "reviews:9080",
                        "user-agent", "curl/8",
                        "x-request-id", "4d6c1c4e-0000-4000-8000-000000000000");

        @Override
        public @Nullable String requestHeader(String name) {
            return REQUEST.get(name);
        }

        @Override
        public @Nullable String responseHeader(String name) {
            return name.equals("x-envoy-upstream-service-time") ? "11" : null;
        }

        @Override
        public long startMicros() {
            return 1_795_272_013_007_654L;
        }

        @Override
        public long durationNanos() {
            return 12_900_000;
        }

        @Override
        public long responseDurationNanos() {
            return 10_100_000;
        }

        @Override
        public long bytesReceived() {
            return 0;
        }

        @Override
        public long bytesSent() {
            return 379;
        }

        @Override
        public String protocol() {
            return "HTTP/1.1";
        }

        @Override
        public int responseCode() {
            return 200;
        }

        @Override
        public String responseCodeDetails() {
            return "via_upstream";
        }

        @Override
        public String upstreamHost() {
            return "127.0.0.3:9080";
        }

        @Override
        public String upstreamCluster() {
            return "outbound|9080|v2|reviews.default.svc.cluster.local";
        }

        @Override
        public String upstreamLocalAddress() {
            return "127.0.0.1:40000";
        }

        @Override
        public String downstreamLocalAddress() {
            return "10.0.0.1:9080";
        }

        @Override
        public String downstreamRemoteAddress() {
            return "127.0.0.1:50000";
        }

        @Override
        public String routeName() {
            return "default";
        }
    }

    private static final class Refused implements LogEntry {
        @Override
        public long startMicros() {
            return 0;
        }

        @Override
        public long durationNanos() {
            return 1_999_999;
        }

        @Override
        public long bytesReceived() {
            return 0;
        }

        @Override
        public long bytesSent() {
            return 0;
        }

        @Override
        public ResponseFlags responseFlags() {
            return ResponseFlags.of(
                    ResponseFlag.UPSTREAM_RETRY_LIMIT_EXCEEDED,
                    ResponseFlag.UPSTREAM_CONNECTION_FAILURE);
        }
    }
}
