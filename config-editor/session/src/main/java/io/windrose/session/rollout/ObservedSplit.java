package io.windrose.session.rollout;

import io.windrose.kernel.TrafficSplit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// How requests that were counted divided among subsets.
///
/// Margins are Wilson's, which hold for few requests and for shares near 0 and 100 too.
///
/// @param requests subset to its requests, 0 or more
/// @see <a href="https://en.wikipedia.org/wiki/Binomial_proportion_confidence_interval">Wilson
///   score interval</a>
public record ObservedSplit(SequencedMap<String, Long> requests) {
    public static final ObservedSplit NONE = new ObservedSplit(new LinkedHashMap<>());

    /// Fewer say nothing that is worth a number.
    public static final long MIN_REQUESTS = 100;

    /// Standard deviations: of the margin that is shown, 95 times in 100 around the truth.
    private static final double SHOWN = 1.96;

    /// Of what counts as a contradiction; several subsets are looked at again and again, so chance
    /// alone must hardly ever do it.
    private static final double CONTRADICTION = 3.9;

    /// Points that need no explanation: requests that were under way when the proxies acknowledged
    /// are counted when they end, by the split before.
    private static final double STRAY = 1;

    /// Points to each side from which on the answer is called precise.
    private static final double PRECISE = 5;

    public ObservedSplit {
        requests = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(requests));
        requests.forEach((subset, count) -> {
            if (count < 0) {
                throw new IllegalArgumentException("fewer than no requests: " + subset + count);
            }
        });
    }

    /// What is known of one subset's share.
    public sealed interface Share {

        /// @param requests of all subsets together
        record TooFew(long requests, long needed) implements Share {}

        /// @param percent 0 to 100
        /// @param low the true share lies above, 95 times in 100
        /// @param high the true share lies below, 95 times in 100
        /// @param of requests of all subsets together
        record Measured(double percent, double low, double high, long of) implements Share {}
    }

    /// How what was observed stands to what was asked.
    public enum Agreement {
        /// Not enough requests to tell.
        UNKNOWN,
        /// Nothing contradicts, and the margins are within 5 points.
        AGREES,
        /// A share lies where chance does not put it.
        DIFFERS
    }

    public long total() {
        return requests.values().stream().mapToLong(Long::longValue).sum();
    }

    public Share share(String subset) {
        long total = total();
        if (total < MIN_REQUESTS) {
            return new Share.TooFew(total, MIN_REQUESTS);
        }
        long count = requests.getOrDefault(subset, 0L);
        var range = range(count, total, SHOWN);
        return new Share.Measured(100.0 * count / total, range.low, range.high, total);
    }

    public Agreement with(TrafficSplit asked) {
        long total = total();
        if (total < MIN_REQUESTS) {
            return Agreement.UNKNOWN;
        }
        boolean precise = true;
        var subsets = new LinkedHashMap<String, Integer>(asked.percentBySubset());
        requests.keySet().forEach(subset -> subsets.putIfAbsent(subset, 0));
        for (var subset : subsets.entrySet()) {
            long count = requests.getOrDefault(subset.getKey(), 0L);
            var possible = range(count, total, CONTRADICTION);
            int share = subset.getValue();
            if (share < possible.low - STRAY || share > possible.high + STRAY) {
                return Agreement.DIFFERS;
            }
            var shown = range(count, total, SHOWN);
            precise &= shown.high - shown.low <= 2 * PRECISE;
        }
        return precise ? Agreement.AGREES : Agreement.UNKNOWN;
    }

    private record Range(double low, double high) {}

    private static Range range(long count, long total, double deviations) {
        double share = (double) count / total;
        double square = deviations * deviations / total;
        double centre = (share + square / 2) / (1 + square);
        double half =
                deviations
                        * Math.sqrt(share * (1 - share) / total + square / (4.0 * total))
                        / (1 + square);
        // exact at the ends, where the formula leaves a rounding error
        double low = count == 0 ? 0 : 100 * (centre - half);
        double high = count == total ? 100 : 100 * (centre + half);
        return new Range(low, high);
    }
}
