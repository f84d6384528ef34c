package io.windrose.proxy.exchange;

import io.netty.util.AsciiString;
import io.windrose.proxy.http.Headers;
import java.util.List;

/// Headers by which Envoys talk to one another and to those around them.
final class EnvoyHeaders {
    static final AsciiString ATTEMPT_COUNT = AsciiString.cached("x-envoy-attempt-count");
    static final AsciiString EXPECTED_TIMEOUT =
            AsciiString.cached("x-envoy-expected-rq-timeout-ms");
    static final AsciiString EXTERNAL_ADDRESS = AsciiString.cached("x-envoy-external-address");
    static final AsciiString ORIGINAL_HOST = AsciiString.cached("x-envoy-original-host");
    static final AsciiString ORIGINAL_PATH = AsciiString.cached("x-envoy-original-path");
    static final AsciiString OVERLOADED = AsciiString.cached("x-envoy-overloaded");
    static final AsciiString SERVICE_TIME = AsciiString.cached("x-envoy-upstream-service-time");
    static final AsciiString TIMEOUT = AsciiString.cached("x-envoy-upstream-rq-timeout-ms");
    static final AsciiString ATTEMPT_TIMEOUT =
            AsciiString.cached("x-envoy-upstream-rq-per-try-timeout-ms");

    /// What only callers inside may ask for; without `internal_address_config` nobody is inside.
    private static final List<AsciiString> FROM_INSIDE_ONLY =
            List.of(
                    TIMEOUT,
                    ATTEMPT_TIMEOUT,
                    EXPECTED_TIMEOUT,
                    AsciiString.cached("x-envoy-retry-on"),
                    AsciiString.cached("x-envoy-retry-grpc-on"),
                    AsciiString.cached("x-envoy-max-retries"),
                    AsciiString.cached("x-envoy-upstream-alt-stat-name"),
                    AsciiString.cached("x-envoy-upstream-rq-timeout-alt-response"),
                    AsciiString.cached("x-envoy-ip-tags"),
                    AsciiString.cached("x-envoy-force-trace"),
                    AsciiString.cached("x-envoy-hedge-on-per-try-timeout"),
                    AsciiString.cached("x-envoy-original-url"),
                    AsciiString.cached("x-envoy-retriable-header-names"),
                    AsciiString.cached("x-envoy-retriable-status-codes"));

    /// What an edge does not take from strangers.
    private static final List<AsciiString> NOT_FROM_OUTSIDE =
            List.of(
                    ORIGINAL_HOST,
                    ORIGINAL_PATH,
                    EXTERNAL_ADDRESS,
                    AsciiString.cached("x-envoy-decorator-operation"),
                    AsciiString.cached("x-envoy-internal"),
                    AsciiString.cached("x-envoy-downstream-service-cluster"),
                    AsciiString.cached("x-envoy-downstream-service-node"));

    private static final AsciiString PREFIX = AsciiString.cached("x-envoy-");

    private EnvoyHeaders() {}

    /// Takes out what this caller has no right to say.
    static void distrust(Headers headers, boolean edge) {
        if (!hasAny(headers)) {
            return;
        }
        FROM_INSIDE_ONLY.forEach(headers::remove);
        if (edge) {
            NOT_FROM_OUTSIDE.forEach(headers::remove);
        }
    }

    private static boolean hasAny(Headers headers) {
        for (int i = 0; i < headers.size(); i++) {
            if (headers.name(i).startsWith(PREFIX)) {
                return true;
            }
        }
        return false;
    }
}
