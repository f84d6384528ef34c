package io.windrose.topology.display;

import io.windrose.topology.traffic.Protocol;
import java.util.Locale;

/// Numbers as people read them: three digits, a space, the unit.
public final class Figures {
    private static final String[] BYTES = {"B/s", "kB/s", "MB/s", "GB/s"};

    private Figures() {}

    /// `24.6 rps`, `0.05 rps`, `9 kB/s`.
    public static String rate(double perSecond, Protocol protocol) {
        if (protocol != Protocol.TCP) {
            return number(perSecond) + " rps";
        }
        int unit = 0;
        double value = perSecond;
        while (value >= 1000 && unit < BYTES.length - 1) {
            value /= 1000;
            unit++;
        }
        return number(value) + " " + BYTES[unit];
    }

    /// `17.6 %`, `0 %`, `100 %`.
    public static String percent(double percent) {
        boolean whole = Math.abs(percent - Math.rint(percent)) < 0.05;
        return whole ? Math.round(percent) + " %" : String.format(Locale.ROOT, "%.1f %%", percent);
    }

    /// `0.8 ms`, `112 ms`, `1.25 s`.
    public static String millis(double millis) {
        if (millis >= 1000) {
            return number(millis / 1000) + " s";
        }
        return number(millis) + " ms";
    }

    private static String number(double value) {
        if (value >= 100) {
            return Long.toString(Math.round(value));
        }
        if (value >= 1 || value == 0) {
            double rounded = Math.rint(value * 10) / 10;
            return rounded == Math.rint(rounded)
                    ? Long.toString(Math.round(rounded))
                    : String.format(Locale.ROOT, "%.1f", rounded);
        }
        return String.format(Locale.ROOT, value < 0.01 ? "%.3f" : "%.2f", value);
    }
}
