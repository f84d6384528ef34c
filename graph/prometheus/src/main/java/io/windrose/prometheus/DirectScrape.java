package io.windrose.prometheus;

import io.windrose.kernel.Result;
import io.windrose.topology.traffic.TrafficWindow;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/// Traffic from the proxies' own counters, read at the beginning and at the end of the interval.
///
/// Reading therefore takes as long as the interval. The past cannot be asked for.
public final class DirectScrape implements TrafficSource {
    private final MetricsPages pages;
    private final InstantSource clock;
    private final Pause pause;

    /// Waits between the two looks; a test lets counters grow instead.
    @FunctionalInterface
    public interface Pause {
        void sleep(Duration interval) throws InterruptedException;
    }

    private DirectScrape(MetricsPages pages, InstantSource clock, Pause pause) {
        this.pages = pages;
        this.clock = clock;
        this.pause = pause;
    }

    /// @param urls pages of exposition text; a token may stand in the query
    /// @param pause blocks the calling thread for the interval
    public static Result<DirectScrape> of(
            List<String> urls, Limits limits, InstantSource clock, Pause pause) {
        return MetricsPages.of(urls, limits, clock)
                .map(pages -> new DirectScrape(pages, clock, pause));
    }

    /// Pages that do not answer are warnings as long as one does.
    @Override
    public Result<TrafficWindow> read(TrafficQuestion question) {
        var read =
                pages.look()
                        .then(before ->
                                slept(question.interval())
                                        .then(_ -> pages.look())
                                        .map(after -> window(question, before, after)));
        return switch (read) {
            case Result.Err<TrafficWindow> _ -> read;
            case Result.Ok<TrafficWindow>(var window, var warnings) ->
                    new Result.Ok<>(window, warnings.stream().distinct().toList());
        };
    }

    private Result<Duration> slept(Duration interval) {
        try {
            pause.sleep(interval);
            return Result.ok(interval);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return pages.interrupted();
        }
    }

    private TrafficWindow window(TrafficQuestion question, Look before, Look after) {
        var looks = new ScrapedLooks(Duration.ofDays(1), Long.MAX_VALUE);
        looks.add(before);
        looks.add(after);
        var marks = looks.marks();
        var grown = looks.between(marks.getFirst(), marks.getLast(), question);
        return new TrafficWindow(
                clock.instant(), question.interval(), grown.samples(), grown.latencies());
    }
}
