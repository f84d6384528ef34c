package io.windrose.conformance.bench;

import java.util.Locale;

/// What one contender needed in one shape.
///
/// @param cpuMicros per request, of all its proxies together
/// @param rssMegabytes of each of its proxies on average
/// @param failed requests without a good answer
record Figures(
        Contender contender,
        Shape shape,
        double cpuMicros,
        long p50Micros,
        long p99Micros,
        double rssMegabytes,
        int failed) {
    static final String HEADING =
            "shape          proxy      cpu/request (ratio)   p50          p99          rss";

    /// One line of the table, with ratios to the other's figures.
    String line(Figures base) {
        return String.format(
                Locale.ROOT,
                "%-14s %-10s %7.1f us  (x%.2f)   %5d (x%.2f) %6d (x%.2f) %6.1f MB (x%.2f)  %d failed",
                shape,
                contender,
                cpuMicros,
                cpuMicros / base.cpuMicros,
                p50Micros,
                (double) p50Micros / base.p50Micros,
                p99Micros,
                (double) p99Micros / base.p99Micros,
                rssMegabytes,
                rssMegabytes / base.rssMegabytes,
                failed);
    }
}
