package io.windrose.telemetry;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;

/// The time at which a request began, in a format in the manner of `strftime` with Envoy's `%f`,
/// `%3f` and so on for fractions of a second. Any thread may ask.
final class StartTime {
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final long NANOS_PER_MICRO = 1_000;

    /// What the last text had in common with all others of its second.
    private record Second(long epochSecond, String text) {}

    private final DateTimeFormatter format;
    private final boolean iso;
    private volatile Second last = new Second(Long.MIN_VALUE, "");

    private StartTime(DateTimeFormatter format, boolean iso) {
        this.format = format;
        this.iso = iso;
    }

    /// @param format empty for Envoy's default, `2026-11-21T14:40:13.123Z`
    static StartTime of(String format) {
        return format.isEmpty()
                ? new StartTime(compile("%Y-%m-%dT%H:%M:%S."), true)
                : new StartTime(compile(format), false);
    }

    String text(long epochMicros) {
        long second = Math.floorDiv(epochMicros, MICROS_PER_SECOND);
        long micros = Math.floorMod(epochMicros, MICROS_PER_SECOND);
        if (!iso) {
            return format.format(Instant.ofEpochSecond(second, micros * NANOS_PER_MICRO));
        }
        var known = last;
        if (known.epochSecond() != second) {
            known = new Second(second, format.format(Instant.ofEpochSecond(second)));
            last = known;
        }
        long millis = micros / 1000;
        return known.text()
                + (char) ('0' + millis / 100)
                + (char) ('0' + millis / 10 % 10)
                + (char) ('0' + millis % 10)
                + 'Z';
    }

    private static DateTimeFormatter compile(String format) {
        var pattern = new DateTimeFormatterBuilder();
        int at = 0;
        while (at < format.length()) {
            char c = format.charAt(at++);
            if (c != '%' || at == format.length()) {
                pattern.appendLiteral(c);
                continue;
            }
            char conversion = format.charAt(at++);
            if (Character.isDigit(conversion) && at < format.length()) {
                fraction(pattern, conversion - '0');
                at++;
            } else {
                append(pattern, conversion);
            }
        }
        return pattern.toFormatter(Locale.ROOT).withZone(ZoneOffset.UTC);
    }

    private static void fraction(DateTimeFormatterBuilder pattern, int digits) {
        pattern.appendFraction(ChronoField.NANO_OF_SECOND, digits, digits, false);
    }

    private static void append(DateTimeFormatterBuilder pattern, char conversion) {
        switch (conversion) {
            case 'Y' -> pattern.appendPattern("uuuu");
            case 'y' -> pattern.appendPattern("uu");
            case 'm' -> pattern.appendPattern("MM");
            case 'd' -> pattern.appendPattern("dd");
            case 'b' -> pattern.appendPattern("MMM");
            case 'a' -> pattern.appendPattern("EEE");
            case 'j' -> pattern.appendPattern("DDD");
            case 'H' -> pattern.appendPattern("HH");
            case 'I' -> pattern.appendPattern("hh");
            case 'p' -> pattern.appendPattern("a");
            case 'M' -> pattern.appendPattern("mm");
            case 'S' -> pattern.appendPattern("ss");
            case 'T' -> pattern.appendPattern("HH:mm:ss");
            case 'F' -> pattern.appendPattern("uuuu-MM-dd");
            case 'z' -> pattern.appendPattern("xx");
            case 'Z' -> pattern.appendLiteral("UTC");
            case 's' -> pattern.appendValue(ChronoField.INSTANT_SECONDS);
            case 'f' -> fraction(pattern, 9);
            default -> pattern.appendLiteral(conversion);
        }
    }
}
