package io.windrose.telemetry;

import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// One piece of a log line.
///
/// @param numeric whether JSON shows the value without quotes
/// @param value null when the entry has none
record LogField(boolean numeric, Function<LogEntry, @Nullable String> value) {
    private static final long NANOS_PER_MILLI = 1_000_000;

    static LogField literal(String text) {
        return new LogField(false, _ -> text);
    }

    static LogField text(Function<LogEntry, @Nullable String> value) {
        return new LogField(false, entry -> emptyToNull(value.apply(entry)));
    }

    static LogField number(ToLongFunction<LogEntry> value) {
        return new LogField(
                true,
                entry -> {
                    long number = value.applyAsLong(entry);
                    return number < 0 ? null : Long.toString(number);
                });
    }

    static LogField millis(ToLongFunction<LogEntry> nanos) {
        return number(entry -> {
            long value = nanos.applyAsLong(entry);
            return value < 0 ? -1 : value / NANOS_PER_MILLI;
        });
    }

    /// @param length the most characters to show
    LogField cutTo(int length) {
        return new LogField(
                numeric,
                entry -> {
                    var text = value.apply(entry);
                    return text == null || text.length() <= length
                            ? text
                            : text.substring(0, length);
                });
    }

    private static @Nullable String emptyToNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
