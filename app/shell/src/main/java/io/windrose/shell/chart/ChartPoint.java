package io.windrose.shell.chart;

import java.time.Instant;
import java.util.OptionalDouble;

/// @param value empty where nothing is known; the line has a gap there
public record ChartPoint(Instant at, OptionalDouble value) {

    public static ChartPoint of(Instant at, double value) {
        return new ChartPoint(at, OptionalDouble.of(value));
    }
}
