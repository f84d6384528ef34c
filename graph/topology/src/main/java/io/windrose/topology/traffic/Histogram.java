package io.windrose.topology.traffic;

import java.util.Collections;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/// A cumulative histogram: how much weight lies at or below each bound.
///
/// @param cumulativeByBound upper bound (inclusive, the last usually +Inf) to weight
public record Histogram(SortedMap<Double, Double> cumulativeByBound) {
    public static final Histogram EMPTY = new Histogram(new TreeMap<>());

    public Histogram {
        cumulativeByBound = Collections.unmodifiableSortedMap(new TreeMap<>(cumulativeByBound));
    }

    public Histogram plus(Histogram other) {
        if (other.cumulativeByBound.isEmpty()) {
            return this;
        }
        var sum = new TreeMap<>(cumulativeByBound);
        other.cumulativeByBound.forEach((bound, weight) -> sum.merge(bound, weight, Double::sum));
        return new Histogram(sum);
    }

    /// The value below which the share `q` of the weight lies, by linear interpolation inside the
    /// bucket where it falls; the highest finite bound when it falls beyond all of them.
    ///
    /// @param q 0 to 1
    /// @return empty without weight, without the bucket +Inf, or with no other bucket than that
    /// @see <a
    ///   href="https://prometheus.io/docs/prometheus/latest/querying/functions/#histogram_quantile">histogram_quantile</a>
    public OptionalDouble quantile(double q) {
        if (cumulativeByBound.size() < 2
                || cumulativeByBound.lastKey() != Double.POSITIVE_INFINITY) {
            return OptionalDouble.empty();
        }
        double total = monotonicTotal();
        if (!(total > 0)) {
            return OptionalDouble.empty();
        }
        double rank = q * total;
        double lowerBound = 0;
        double below = 0;
        boolean first = true;
        for (var bucket : cumulativeByBound.entrySet()) {
            double bound = bucket.getKey();
            double upTo = Math.max(below, bucket.getValue());
            if (upTo >= rank) {
                if (bound == Double.POSITIVE_INFINITY || (first && bound <= 0)) {
                    return OptionalDouble.of(first ? bound : lowerBound);
                }
                double share = upTo > below ? (rank - below) / (upTo - below) : 0;
                return OptionalDouble.of(lowerBound + (bound - lowerBound) * share);
            }
            below = upTo;
            lowerBound = bound;
            first = false;
        }
        return OptionalDouble.of(lowerBound);
    }

    /// Scrapes are not atomic, so a later bucket may lag behind an earlier one by a few requests.
    private double monotonicTotal() {
        double highest = 0;
        for (double weight : cumulativeByBound.values()) {
            highest = Math.max(highest, weight);
        }
        return highest;
    }
}
