package io.windrose.shell.chart;

/// Which values the vertical axis covers.
public sealed interface ChartRange {

    /// From zero to a round number above the highest value.
    record FromZero() implements ChartRange {}

    /// Up to that value, from a round number below the lowest one: for what is nearly always close
    /// to its best, such as 100 %.
    record UpTo(double top) implements ChartRange {}
}
