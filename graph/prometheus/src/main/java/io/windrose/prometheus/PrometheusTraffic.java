package io.windrose.prometheus;

import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import io.windrose.topology.traffic.LatencySample;
import io.windrose.topology.traffic.TrafficSample;
import io.windrose.topology.traffic.TrafficWindow;
import java.time.InstantSource;
import java.util.ArrayList;

/// Traffic as a Prometheus remembers it.
public final class PrometheusTraffic implements TrafficSource {
    private final PrometheusClient client;
    private final InstantSource clock;

    public PrometheusTraffic(PrometheusClient client, InstantSource clock) {
        this.client = client;
        this.clock = clock;
    }

    /// One failed counter query fails the whole; without durations the rest still stands, with a
    /// warning.
    @Override
    public Result<TrafficWindow> read(TrafficQuestion question) {
        var now = clock.instant();
        var samples = new ArrayList<TrafficSample>();
        for (var query : TrafficQueries.counters(question)) {
            switch (client.instant(query.promql(), question.end())) {
                case Result.Ok(var values, _) ->
                        samples.addAll(SampleReader.counters(query.measure(), values));
                case Result.Err(var problems) -> {
                    return new Result.Err<>(problems);
                }
            }
        }
        var latencies = new ArrayList<LatencySample>();
        var warnings = new ArrayList<Problem>();
        for (var query : TrafficQueries.durations(question)) {
            if (warnings.isEmpty()) {
                switch (client.instant(query, question.end())) {
                    case Result.Ok(var values, _) ->
                            latencies.addAll(SampleReader.durations(values));
                    case Result.Err(var problems) ->
                            problems.forEach(problem ->
                                    warnings.add(
                                            Problem.warning(
                                                    problem.code(),
                                                    problem.place(),
                                                    "no response times: " + problem.message())));
                }
            }
        }
        return new Result.Ok<>(
                new TrafficWindow(
                        question.end().orElse(now), question.interval(), samples, latencies),
                warnings);
    }
}
