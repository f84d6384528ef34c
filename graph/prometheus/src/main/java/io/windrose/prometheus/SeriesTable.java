package io.windrose.prometheus;

import io.windrose.prometheus.Exposition.Series;
import io.windrose.topology.traffic.Histogram;
import io.windrose.topology.traffic.LatencySample;
import io.windrose.topology.traffic.Measure;
import io.windrose.topology.traffic.TrafficSample;
import io.windrose.topology.traffic.TrafficWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The series of some pages, numbered, their labels read once.
final class SeriesTable {
    private final Map<Place, Integer> numbers = new HashMap<>();
    private final List<Known> series = new ArrayList<>();
    private final Map<Place, Integer> groupNumbers = new HashMap<>();
    private final List<LatencySample> groups = new ArrayList<>();

    /// Which series the last question was about; most questions are asked again and again.
    private @Nullable TrafficQuestion asked;

    private final List<Boolean> wanted = new ArrayList<>();

    private record Place(int page, Series series) {}

    /// A counter has a sample, a bucket of a histogram a group that it belongs to.
    ///
    /// @param sample without a rate
    /// @param group -1 for a counter
    /// @param bound of a bucket
    private record Known(
            int page,
            Map<String, String> labels,
            Measure measure,
            @Nullable TrafficSample sample,
            int group,
            double bound) {}

    int size() {
        return series.size();
    }

    int page(int number) {
        return series.get(number).page();
    }

    /// @return -1 for a series that no question is about
    int number(int page, Series one) {
        return numbers.computeIfAbsent(new Place(page, one), this::enter);
    }

    private int enter(Place place) {
        var one = place.series();
        if (one.metric().equals(TrafficQueries.DURATIONS)) {
            return enterBucket(place);
        }
        for (var measure : Measure.values()) {
            if (measure.metric().equals(one.metric())) {
                var sample = SampleReader.sample(measure, one.labels(), 0);
                series.add(new Known(place.page(), one.labels(), measure, sample, -1, Double.NaN));
                return series.size() - 1;
            }
        }
        return -1;
    }

    private int enterBucket(Place place) {
        var rest = new TreeMap<>(place.series().labels());
        double bound = SampleReader.bound(rest.remove("le"));
        if (Double.isNaN(bound)) {
            return -1;
        }
        var group = new Place(place.page(), new Series(place.series().metric(), rest));
        int number =
                groupNumbers.computeIfAbsent(
                        group,
                        _ -> {
                            groups.add(SampleReader.latency(rest, Histogram.EMPTY));
                            return groups.size() - 1;
                        });
        series.add(
                new Known(
                        place.page(),
                        place.series().labels(),
                        Measure.REQUESTS,
                        null,
                        number,
                        bound));
        return series.size() - 1;
    }

    /// @param rates by number, per second; NaN where nothing is known
    TrafficWindow window(Instant end, Duration interval, double[] rates, TrafficQuestion question) {
        choose(question);
        var samples = new ArrayList<TrafficSample>();
        var buckets = new HashMap<Integer, TreeMap<Double, Double>>();
        for (int i = 0; i < rates.length; i++) {
            if (Double.isNaN(rates[i]) || !wanted.get(i)) {
                continue;
            }
            var one = series.get(i);
            if (one.sample() == null) {
                buckets.computeIfAbsent(one.group(), _ -> new TreeMap<>())
                        .merge(one.bound(), rates[i], Double::sum);
            } else if (question.idle() || rates[i] > 0) {
                samples.add(one.sample().withRate(rates[i]));
            }
        }
        var latencies = new ArrayList<LatencySample>();
        buckets.forEach((group, durations) ->
                latencies.add(groups.get(group).withDurations(new Histogram(durations))));
        return new TrafficWindow(end, interval, samples, latencies);
    }

    private void choose(TrafficQuestion question) {
        if (asked == null || !isSame(asked, question)) {
            asked = question;
            wanted.clear();
        }
        var selections = new HashMap<Measure, List<Selection>>();
        question.rates()
                .measures()
                .forEach(measure -> selections.put(measure, Selection.of(question, measure)));
        for (int i = wanted.size(); i < series.size(); i++) {
            var one = series.get(i);
            wanted.add(
                    selections.getOrDefault(one.measure(), List.of()).stream()
                            .anyMatch(selection -> selection.matches(one.labels())));
        }
    }

    private static boolean isSame(TrafficQuestion one, TrafficQuestion other) {
        return one.namespaces().equals(other.namespaces())
                && one.focus().equals(other.focus())
                && one.rates().equals(other.rates());
    }
}
