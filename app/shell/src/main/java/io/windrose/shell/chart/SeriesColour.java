package io.windrose.shell.chart;

import java.util.Locale;

/// The roles that colours play in charts; each is a token of the theme.
public enum SeriesColour {
    HTTP,
    GRPC,
    TCP,
    V1,
    V2,
    V3,
    V4,
    HEALTHY,
    DEGRADED,
    FAILING,
    /// What is shown for comparison only.
    QUIET;

    /// @param number 1 for the first version; from the fifth on they begin again
    public static SeriesColour version(int number) {
        return switch (Math.floorMod(number - 1, 4)) {
            case 0 -> V1;
            case 1 -> V2;
            case 2 -> V3;
            default -> V4;
        };
    }

    String styleClass() {
        return "series-" + name().toLowerCase(Locale.ROOT);
    }
}
