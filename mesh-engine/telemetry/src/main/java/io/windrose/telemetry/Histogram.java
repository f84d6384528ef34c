package io.windrose.telemetry;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;

/// How often which size occurred, in Envoy's default buckets; whole milliseconds or bytes.
///
/// Any thread may record at any time; a reader sees each value in its bucket before the sum.
final class Histogram {
    /// Upper bounds as Envoy prints them; the last bucket, `+Inf`, has none.
    private static final String[] BOUND_TEXTS = {
        "0.5", "1", "5", "10", "25", "50", "100", "250", "500", "1000", "2500", "5000", "10000",
        "30000", "60000", "300000", "600000", "1800000", "3600000"
    };

    private static final double[] BOUNDS =
            Arrays.stream(BOUND_TEXTS).mapToDouble(Double::parseDouble).toArray();
    private static final int INFINITE = BOUNDS.length;
    private static final int SUM = INFINITE + 1;

    private final AtomicLongArray cells = new AtomicLongArray(SUM + 1);

    /// @param value not negative
    void record(long value) {
        int bucket = 0;
        while (bucket < INFINITE && value > BOUNDS[bucket]) {
            bucket++;
        }
        cells.getAndIncrement(bucket);
        cells.getAndAdd(SUM, value);
    }

    /// How many values were recorded.
    long count() {
        long count = 0;
        for (int bucket = 0; bucket <= INFINITE; bucket++) {
            count += cells.get(bucket);
        }
        return count;
    }

    /// A new histogram of what both hold.
    Histogram plus(Histogram other) {
        var both = new Histogram();
        for (int cell = 0; cell <= SUM; cell++) {
            both.cells.set(cell, cells.get(cell) + other.cells.get(cell));
        }
        return both;
    }

    /// Appends the lines of one series: buckets from the smallest up, sum and count.
    void write(Appendable out, String name, String labels) throws IOException {
        long count = 0;
        for (int bucket = 0; bucket <= INFINITE; bucket++) {
            count += cells.get(bucket);
            out.append(name).append("_bucket{").append(labels).append(",le=\"");
            out.append(bucket == INFINITE ? "+Inf" : BOUND_TEXTS[bucket]).append("\"} ");
            out.append(Long.toString(count)).append('\n');
        }
        out.append(name).append("_sum{").append(labels).append("} ");
        out.append(Long.toString(cells.get(SUM))).append('\n');
        out.append(name).append("_count{").append(labels).append("} ");
        out.append(Long.toString(count)).append('\n');
    }
}
