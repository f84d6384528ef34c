package io.windrose.prometheus;

import io.windrose.prometheus.Exposition.Series;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// How fast the counters of one page grew between two looks at it.
final class Growth {
    private Growth() {}

    /// A counter that shrank was reset in between and has counted from zero since; one that is new
    /// has, too. A counter that is gone did not grow.
    ///
    /// @param elapsed positive
    /// @return per second, zero included
    static Map<Series, Double> between(Exposition before, Exposition after, Duration elapsed) {
        double seconds = elapsed.toNanos() / 1e9;
        var rates = new HashMap<Series, Double>();
        after.valueBySeries()
                .forEach((series, now) -> {
                    double then = before.valueBySeries().getOrDefault(series, 0.0);
                    double grown = now < then ? now : now - then;
                    rates.put(series, grown / seconds);
                });
        return rates;
    }
}
