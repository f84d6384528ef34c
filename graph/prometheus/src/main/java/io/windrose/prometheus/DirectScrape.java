package io.windrose.prometheus;

import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import io.windrose.prometheus.Exposition.Series;
import io.windrose.topology.traffic.LatencySample;
import io.windrose.topology.traffic.Measure;
import io.windrose.topology.traffic.TrafficSample;
import io.windrose.topology.traffic.TrafficWindow;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Traffic from the proxies' own counters, read at the beginning and at the end of the interval.
///
/// Reading therefore takes as long as the interval. The past cannot be asked for.
public final class DirectScrape implements TrafficSource {
    private final List<Address> pages;
    private final Conversation conversation;
    private final InstantSource clock;
    private final Pause pause;

    /// Waits between the two looks; a test lets counters grow instead.
    @FunctionalInterface
    public interface Pause {
        void sleep(Duration interval) throws InterruptedException;
    }

    /// @param at when the answer had arrived
    private record Look(Exposition page, Instant at) {}

    private DirectScrape(List<Address> pages, Limits limits, InstantSource clock, Pause pause) {
        this.pages = List.copyOf(pages);
        this.conversation =
                new Conversation(limits, "metrics in Prometheus' text format, as proxies expose");
        this.clock = clock;
        this.pause = pause;
    }

    /// @param urls pages of exposition text; a token may stand in the query
    /// @param pause blocks the calling thread for the interval
    public static Result<DirectScrape> of(
            List<String> urls, Limits limits, InstantSource clock, Pause pause) {
        var pages = new ArrayList<Address>();
        var problems = new ArrayList<Problem>();
        for (var url : urls) {
            switch (Address.parse("--scrape", url)) {
                case Result.Ok(var page, _) -> pages.add(page);
                case Result.Err(var reasons) -> problems.addAll(reasons);
            }
        }
        return Result.of(new DirectScrape(pages, limits, clock, pause), problems);
    }

    /// Pages that do not answer are warnings as long as one does.
    @Override
    public Result<TrafficWindow> read(TrafficQuestion question) {
        var problems = new ArrayList<Problem>();
        var before = look(problems);
        if (before.isEmpty()) {
            return new Result.Err<>(problems);
        }
        try {
            pause.sleep(question.interval());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return conversation.problem("MESH1506", "the scrape", "was interrupted");
        }
        var after = look(problems);
        if (after.isEmpty()) {
            return new Result.Err<>(problems);
        }
        var rates = new HashMap<Series, Double>();
        after.forEach((address, now) -> {
            var then = before.get(address);
            if (then != null && now.at().isAfter(then.at())) {
                Growth.between(then.page(), now.page(), Duration.between(then.at(), now.at()))
                        .forEach((series, rate) -> rates.merge(series, rate, Double::sum));
            }
        });
        return new Result.Ok<>(
                window(question, rates),
                problems.stream()
                        .map(one -> Problem.warning(one.code(), one.place(), one.message()))
                        .distinct()
                        .toList());
    }

    private TrafficWindow window(TrafficQuestion question, Map<Series, Double> rates) {
        var samples = new ArrayList<TrafficSample>();
        for (var measure : question.rates().measures()) {
            var values =
                    select(
                            rates,
                            measure.metric(),
                            Selection.of(question, measure),
                            question.idle());
            samples.addAll(SampleReader.counters(measure, values));
        }
        List<LatencySample> latencies =
                question.rates().measures().contains(Measure.REQUESTS)
                        ? SampleReader.durations(
                                select(
                                        rates,
                                        TrafficQueries.DURATIONS,
                                        Selection.of(question, Measure.REQUESTS),
                                        true))
                        : List.of();
        return new TrafficWindow(clock.instant(), question.interval(), samples, latencies);
    }

    private static List<LabelledValue> select(
            Map<Series, Double> rates, String metric, List<Selection> selections, boolean idle) {
        var values = new ArrayList<LabelledValue>();
        rates.forEach((series, rate) -> {
            if (series.metric().equals(metric)
                    && (idle || rate > 0)
                    && selections.stream().anyMatch(each -> each.matches(series.labels()))) {
                values.add(new LabelledValue(series.labels(), rate));
            }
        });
        return values;
    }

    private Map<Address, Look> look(List<Problem> problems) {
        var looks = new HashMap<Address, Look>();
        for (var address : pages) {
            switch (conversation.ask(address.request().get().build()).then(a -> page(address, a))) {
                case Result.Ok(var page, var warnings) -> {
                    looks.put(address, new Look(page, clock.instant()));
                    problems.addAll(warnings);
                }
                case Result.Err(var reasons) -> problems.addAll(reasons);
            }
        }
        return looks;
    }

    private Result<Exposition> page(Address address, Conversation.Answer answer) {
        var where = address.shown();
        if (answer.status() != 200) {
            return conversation.problem(
                    "MESH1503",
                    where,
                    "answered HTTP "
                            + answer.status()
                            + (answer.status() == 401 || answer.status() == 403
                                    ? " (is the token in the URL right?)"
                                    : ""));
        }
        if (answer.isHtml()) {
            return conversation.problem("MESH1503", where, "answered with a web page");
        }
        var page = Exposition.parse(answer.text());
        if (page.broken().isPresent()) {
            var what = "answered with text that cannot be read in " + page.broken().get();
            return page.lines() == 0
                    ? conversation.problem("MESH1503", where, what)
                    : new Result.Ok<>(
                            page, conversation.problem("MESH1503", where, what).problems());
        }
        return Result.ok(page);
    }
}
