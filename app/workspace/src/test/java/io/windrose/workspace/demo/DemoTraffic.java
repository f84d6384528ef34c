package io.windrose.workspace.demo;

import static io.windrose.workspace.demo.DemoWorkload.API_GATEWAY;
import static io.windrose.workspace.demo.DemoWorkload.DETAILS;
import static io.windrose.workspace.demo.DemoWorkload.GATEWAY;
import static io.windrose.workspace.demo.DemoWorkload.MONGODB;
import static io.windrose.workspace.demo.DemoWorkload.PAYMENT_V1;
import static io.windrose.workspace.demo.DemoWorkload.PAYMENT_V2;
import static io.windrose.workspace.demo.DemoWorkload.PRODUCTPAGE;
import static io.windrose.workspace.demo.DemoWorkload.RATINGS;
import static io.windrose.workspace.demo.DemoWorkload.REVIEWS_V1;
import static io.windrose.workspace.demo.DemoWorkload.REVIEWS_V2;
import static io.windrose.workspace.demo.DemoWorkload.REVIEWS_V3;
import static io.windrose.workspace.demo.DemoWorkload.USERS;

import io.windrose.prometheus.Look;
import io.windrose.prometheus.ScrapedLooks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/// Five minutes of the story, looked at every five seconds.
///
/// Rates waver with a period of a minute, so that the last minute as a whole has round figures.
final class DemoTraffic {
    static final Instant END = Instant.parse("2026-11-21T14:05:00Z");
    static final Duration PACE = Duration.ofSeconds(5);
    private static final int INTERVALS = 60;
    private static final int PER_MINUTE = 12;

    /// 14:02:00.
    private static final int FAILS_FROM = 24;

    private static final List<DemoFlow> FLOWS =
            List.of(
                    http(GATEWAY, PRODUCTPAGE, steady(24.8, 1), steady(140, 2)),
                    http(PRODUCTPAGE, DETAILS, steady(24.7, 3), steady(18, 4)),
                    http(PRODUCTPAGE, REVIEWS_V1, grown(12.3, 0.2, 5), steady(92, 6)),
                    http(PRODUCTPAGE, REVIEWS_V2, grown(9.79, 0.2, 7), grown(104, 8, 8)),
                    failure("500", "-", REVIEWS_V2, steady(0.01, 9)),
                    http(PRODUCTPAGE, REVIEWS_V3, i -> 2.5 - failing(i), late(131)),
                    failure("503", "UF", REVIEWS_V3, DemoTraffic::failing),
                    http(REVIEWS_V2, RATINGS, steady(9.8, 1), steady(24, 3)),
                    http(REVIEWS_V3, RATINGS, steady(2.1, 2), steady(24, 5)),
                    flow(
                            RATINGS,
                            Optional.of(MONGODB),
                            "tcp",
                            false,
                            steady(9_000, 6),
                            steady(1, 1)),
                    grpc(GATEWAY, API_GATEWAY, true, steady(6.2, 3), steady(61, 8)),
                    grpc(API_GATEWAY, PAYMENT_V1, true, steady(5.2, 4), steady(38, 2)),
                    grpc(API_GATEWAY, PAYMENT_V2, true, steady(0.6, 8), steady(41, 6)),
                    grpc(API_GATEWAY, USERS, true, steady(3.7, 2), steady(12, 4)),
                    grpc(API_GATEWAY, USERS, false, steady(2.4, 6), steady(12, 4)),
                    flow(
                            PAYMENT_V1,
                            Optional.empty(),
                            "http",
                            false,
                            steady(1.9, 5),
                            steady(1, 1)));

    private DemoTraffic() {}

    /// Everything that has been looked at.
    static ScrapedLooks looks() {
        var looks = new ScrapedLooks(Duration.ofHours(1), Long.MAX_VALUE);
        for (int i = 0; i <= INTERVALS; i++) {
            var page = new StringBuilder();
            for (var flow : FLOWS) {
                flow.write(page, i, PACE.toMillis() / 1e3);
            }
            var at = END.minus(PACE.multipliedBy(INTERVALS - i));
            looks.add(Look.of(at, Map.of("demo", page.toString())));
        }
        return looks;
    }

    private static DoubleUnaryOperator steady(double rate, int phase) {
        return i -> rate * wave(i, phase);
    }

    private static DoubleUnaryOperator grown(double rate, double by, int phase) {
        return i ->
                (rate - by * Math.clamp((INTERVALS - PER_MINUTE - i) / 36.0, 0, 1))
                        * wave(i, phase);
    }

    /// Slower since it fails.
    private static DoubleUnaryOperator late(double p95) {
        return i -> (i < FAILS_FROM ? 0.72 * p95 : p95) * wave(i, 4);
    }

    private static double failing(double i) {
        return i < FAILS_FROM ? 0 : 0.44 * wave(i, 2);
    }

    private static double wave(double i, int phase) {
        double turn = 2 * Math.PI / PER_MINUTE;
        return 1 + 0.04 * Math.sin(turn * (i + phase)) + 0.03 * Math.sin(3 * turn * i + phase);
    }

    private static DemoFlow http(
            DemoWorkload from, DemoWorkload to, DoubleUnaryOperator rate, DoubleUnaryOperator p95) {
        return flow(from, Optional.of(to), "http", true, rate, p95);
    }

    private static DemoFlow grpc(
            DemoWorkload from,
            DemoWorkload to,
            boolean mutualTls,
            DoubleUnaryOperator rate,
            DoubleUnaryOperator p95) {
        return flow(from, Optional.of(to), "grpc", mutualTls, rate, p95);
    }

    private static DemoFlow flow(
            DemoWorkload from,
            Optional<DemoWorkload> to,
            String protocol,
            boolean mutualTls,
            DoubleUnaryOperator rate,
            DoubleUnaryOperator p95) {
        return new DemoFlow(
                from,
                to,
                to.map(DemoTraffic::host).orElse("httpbin.org"),
                protocol,
                "200",
                "-",
                to.isPresent(),
                mutualTls,
                rate,
                p95);
    }

    /// A request to reviews that did not come as far as the other proxy.
    private static DemoFlow failure(
            String code, String flags, DemoWorkload to, DoubleUnaryOperator rate) {
        return new DemoFlow(
                PRODUCTPAGE,
                Optional.of(to),
                host(to),
                "http",
                code,
                flags,
                false,
                false,
                rate,
                _ -> 1);
    }

    private static String host(DemoWorkload to) {
        return to.app() + "." + to.namespace() + ".svc.cluster.local";
    }
}
