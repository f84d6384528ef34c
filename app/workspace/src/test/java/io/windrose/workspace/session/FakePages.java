package io.windrose.workspace.session;

import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import io.windrose.prometheus.Look;
import io.windrose.testkit.FakeClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/// Counters of two proxies that a test lets grow with its clock.
final class FakePages implements Supplier<Result<Look>> {
    private final FakeClock clock;
    private final Map<String, Double> counts = new TreeMap<>();
    private final Map<String, Double> rates = new TreeMap<>();
    private Instant counted;
    private Optional<Problem> failure = Optional.empty();
    private boolean broken;
    private int asked;

    FakePages(FakeClock clock) {
        this.clock = clock;
        counted = clock.instant();
    }

    /// From now on the callers of `pod` count so many requests to it a second.
    void flow(String pod, double ratePerSecond) {
        grow();
        rates.put(pod, ratePerSecond);
        counts.putIfAbsent(pod, 0.0);
    }

    void set(String pod, double count) {
        grow();
        counts.put(pod, count);
    }

    /// The proxy answers no more; what it has counted is forgotten here.
    void away(String pod) {
        grow();
        counts.remove(pod);
        rates.remove(pod);
    }

    void fail(String reason) {
        failure = Optional.of(Problem.error("MESH1501", Place.NOWHERE, reason));
    }

    /// From now on it throws what no mesh can be blamed for.
    void breakDown() {
        broken = true;
    }

    void answerAgain() {
        broken = false;
        failure = Optional.empty();
    }

    int asked() {
        return asked;
    }

    @Override
    public Result<Look> get() {
        asked++;
        if (broken) {
            throw new IllegalStateException("a bug");
        }
        grow();
        var page = new StringBuilder();
        counts.forEach((pod, count) -> page.append(line(pod, count)));
        return failure.map(Result::<Look>err)
                .orElseGet(() -> Result.ok(Look.of(clock.instant(), Map.of("", page.toString()))));
    }

    private void grow() {
        double seconds = Duration.between(counted, clock.instant()).toMillis() / 1e3;
        counted = clock.instant();
        rates.forEach((pod, rate) -> counts.merge(pod, rate * seconds, Double::sum));
    }

    private static String line(String pod, double count) {
        return """
        istio_requests_total{reporter="source",pod="%1$s",source_cluster="c",source_workload_namespace="n",source_workload="%1$s",source_canonical_service="%1$s",source_canonical_revision="v1",destination_cluster="c",destination_service="shop.n.svc.cluster.local",destination_service_name="shop",destination_service_namespace="n",destination_workload_namespace="n",destination_workload="shop-v1",destination_canonical_service="shop",destination_canonical_revision="v1",request_protocol="http",response_code="200",response_flags="-",connection_security_policy="unknown"} %2$s
        """
                .formatted(pod, count);
    }
}
