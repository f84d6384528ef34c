package io.windrose.shell.chart;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Numbers and moments as charts write them.
final class ChartText {
    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    /// Below this, minutes alone would repeat themselves along the axis.
    private static final Duration SHORT = Duration.ofMinutes(4);

    private static final String[] THOUSANDS = {"", " k", " M", " G"};

    private ChartText() {}

    /// Three digits at most, `12 k` from ten thousand on.
    static String number(double value) {
        int unit = 0;
        double rest = value;
        while (Math.abs(rest) >= 10_000 && unit < THOUSANDS.length - 1) {
            rest /= 1000;
            unit++;
        }
        double size = Math.abs(rest);
        int digits = size >= 100 || size == 0 ? 0 : size >= 1 ? 1 : 2;
        var text = String.format(Locale.ROOT, "%." + digits + "f", rest);
        if (digits > 0) {
            text = text.replaceFirst("\\.?0+$", "");
        }
        return text + THOUSANDS[unit];
    }

    static String withUnit(double value, String unit) {
        return unit.isEmpty() ? number(value) : number(value) + " " + unit;
    }

    /// With seconds only where the whole axis is short.
    static String moment(Instant at, ChartScale scale, ZoneId zone) {
        boolean brief = Duration.between(scale.from(), scale.to()).compareTo(SHORT) < 0;
        return (brief ? SECONDS : MINUTES).format(at.atZone(zone));
    }

    static String exactMoment(Instant at, ZoneId zone) {
        return SECONDS.format(at.atZone(zone));
    }
}
