package io.windrose.prometheus;

import io.windrose.topology.traffic.TrafficWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Looks at the same pages one after the other, from any two of which the traffic between them can
/// be told.
///
/// Kept is not what the counters showed but how much they have grown since the first look, so that
/// a counter that was reset in between counts on. A proxy that was never seen before may have
/// counted for long: its first values are where its counting starts. A proxy that is away for some
/// looks stands still until it is back.
///
/// Confined to one owner.
public final class ScrapedLooks {
    private final Duration reach;
    private final long maxValues;
    private final SeriesTable table = new SeriesTable();
    private final Map<String, Integer> pageNumbers = new HashMap<>();
    private final Set<Proxy> proxies = new HashSet<>();
    private final List<Row> rows = new ArrayList<>();
    private double[] shown = new double[0];
    private double[] grown = new double[0];
    private Instant[] seen = new Instant[0];
    private long number;

    /// One of the looks.
    ///
    /// @param number grows by one with each look; of looks that were thinned out none is given
    ///   again
    public record Mark(long number, Instant at) {}

    private record Proxy(int page, String pod) {}

    private static final class Row {
        private final Mark mark;

        /// When each page last answered.
        private final Instant[] seen;

        /// By number of the series; shorter than the table where series came later.
        private final double[] grown;

        Row(Mark mark, Instant[] seen, double[] grown) {
            this.mark = mark;
            this.seen = seen;
            this.grown = grown;
        }
    }

    /// @param reach older looks are forgotten, but never the newest two
    /// @param maxValues how many numbers may be kept; beyond it every second of the older looks
    ///   goes
    public ScrapedLooks(Duration reach, long maxValues) {
        this.reach = reach;
        this.maxValues = maxValues;
    }

    /// Looks must be added in the order of their times; one that is not later than the newest is
    /// left out.
    public void add(Look look) {
        if (!rows.isEmpty() && !look.at().isAfter(rows.getLast().mark.at())) {
            return;
        }
        look.pages().forEach(this::count);
        rows.add(
                new Row(
                        new Mark(number++, look.at()),
                        seen.clone(),
                        Arrays.copyOf(grown, table.size())));
        while (rows.size() > 2 && rows.get(1).mark.at().isBefore(look.at().minus(reach))) {
            rows.removeFirst();
        }
        thinOut();
    }

    /// Oldest first.
    public List<Mark> marks() {
        return rows.stream().map(row -> row.mark).toList();
    }

    /// What flowed from the one look to the other.
    ///
    /// @param question of which the interval and the end do not count
    /// @throws IllegalArgumentException when a mark is none of [#marks]
    public TrafficWindow between(Mark from, Mark to, TrafficQuestion question) {
        var before = row(from);
        var after = row(to);
        var seconds = new double[after.seen.length];
        for (int page = 0; page < seconds.length; page++) {
            seconds[page] = page < before.seen.length ? seconds(before, after, page) : 0;
        }
        var rates = new double[after.grown.length];
        for (int i = 0; i < rates.length; i++) {
            double elapsed = seconds[table.page(i)];
            double then = i < before.grown.length ? before.grown[i] : 0;
            rates[i] = elapsed > 0 ? (after.grown[i] - then) / elapsed : Double.NaN;
        }
        return table.window(to.at(), Duration.between(from.at(), to.at()), rates, question);
    }

    private static double seconds(Row before, Row after, int page) {
        return Duration.between(before.seen[page], after.seen[page]).toNanos() / 1e9;
    }

    private Row row(Mark mark) {
        return rows.stream()
                .filter(row -> row.mark.equals(mark))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no look is kept of " + mark));
    }

    private void count(String name, Look.Page page) {
        int number = pageNumbers.computeIfAbsent(name, _ -> pageNumbers.size());
        page.counters()
                .valueBySeries()
                .forEach((series, value) -> {
                    var pod = series.labels().getOrDefault(Exposition.POD, "");
                    int i = table.number(number, series);
                    if (i >= 0 && Double.isFinite(value)) {
                        count(i, value, proxies.contains(new Proxy(number, pod)));
                    }
                });
        page.counters().pods().forEach(pod -> proxies.add(new Proxy(number, pod)));
        if (number >= seen.length) {
            seen = Arrays.copyOf(seen, number + 1);
        }
        seen[number] = page.at();
    }

    /// @param known whether its proxy has been seen before, so that a new series began at zero
    private void count(int i, double value, boolean known) {
        if (i >= shown.length) {
            int before = shown.length;
            int length = Math.max(2 * before, Math.max(64, i + 1));
            shown = Arrays.copyOf(shown, length);
            grown = Arrays.copyOf(grown, length);
            Arrays.fill(shown, before, length, Double.NaN);
        }
        if (Double.isNaN(shown[i])) {
            grown[i] += known ? value : 0;
        } else {
            grown[i] += value < shown[i] ? value : value - shown[i];
        }
        shown[i] = value;
    }

    private void thinOut() {
        long values = rows.stream().mapToLong(row -> row.grown.length).sum();
        if (values <= maxValues || rows.size() < 4) {
            return;
        }
        for (int i = rows.size() / 2; i > 0; i -= 2) {
            rows.remove(i);
        }
    }
}
