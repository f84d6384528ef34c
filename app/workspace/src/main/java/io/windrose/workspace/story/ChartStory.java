package io.windrose.workspace.story;

import java.util.List;
import java.util.OptionalDouble;

/// Figures over time.
///
/// @param latest the newest figures in words, such as `p50 31, p95 112`
/// @param unit of the values, such as `ms`
/// @param limit a value that should not be crossed; empty for none
public record ChartStory(
        String title, String latest, String unit, List<Series> series, OptionalDouble limit) {

    public ChartStory {
        series = List.copyOf(series);
    }
}
