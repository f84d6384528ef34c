package io.windrose.config.syntax;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/// Durations as Go writes them: `1h30m`, `1.5s`, `100ms`, and the rule that a field puts on them.
///
/// @see <a href="https://pkg.go.dev/time#ParseDuration">Go's time.ParseDuration</a>
public enum Durations {
    AT_LEAST_1_MS,
    /// For fields where 0 switches something off.
    ZERO_OR_MORE,
    WHOLE_SECONDS;

    private static final Pattern ALL = Pattern.compile("([0-9]*\\.?[0-9]*(ns|us|µs|μs|ms|s|m|h))+");
    private static final Pattern PART = Pattern.compile("([0-9]*\\.?[0-9]*)(ns|us|µs|μs|ms|s|m|h)");
    private static final int LONGEST_TEXT = 60;
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final BigDecimal MOST_NANOS = BigDecimal.valueOf(Long.MAX_VALUE);

    public sealed interface Parsed {
        record Good(Duration value) implements Parsed {}

        record Bad(String reason) implements Parsed {}
    }

    public Parsed parse(String text) {
        boolean negative = text.startsWith("-");
        var unsigned = negative || text.startsWith("+") ? text.substring(1) : text;
        var nanos = unsigned.equals("0") ? Optional.of(0L) : nanos(unsigned);
        if (nanos.isEmpty()) {
            return new Parsed.Bad(
                    "`%s` is not a duration; write for example 5s, 1.5s, 250ms or 1h30m."
                            .formatted(Spelling.shortened(text)));
        }
        long value = negative ? -nanos.get() : nanos.get();
        return complaint(value)
                .<Parsed>map(rule -> new Parsed.Bad("`%s` is not %s.".formatted(text, rule)))
                .orElseGet(() -> new Parsed.Good(Duration.ofNanos(value)));
    }

    private Optional<String> complaint(long nanos) {
        long least = this == ZERO_OR_MORE ? 0 : NANOS_PER_MILLI;
        if (nanos < least) {
            return Optional.of(least == 0 ? "at least 0s" : "at least 1ms");
        }
        if (nanos % NANOS_PER_MILLI != 0) {
            return Optional.of("a whole number of milliseconds");
        }
        return this == WHOLE_SECONDS && nanos % nanosOf("s") != 0
                ? Optional.of("a whole number of seconds")
                : Optional.empty();
    }

    private static Optional<Long> nanos(String text) {
        if (text.length() > LONGEST_TEXT || !ALL.matcher(text).matches()) {
            return Optional.empty();
        }
        var sum = BigDecimal.ZERO;
        var parts = PART.matcher(text);
        while (parts.find()) {
            var number = parts.group(1);
            if (number.isEmpty() || number.equals(".")) {
                return Optional.empty();
            }
            sum =
                    sum.add(
                            new BigDecimal(number)
                                    .multiply(BigDecimal.valueOf(nanosOf(parts.group(2)))));
        }
        return sum.compareTo(MOST_NANOS) > 0 ? Optional.empty() : Optional.of(sum.longValue());
    }

    private static long nanosOf(String unit) {
        return switch (unit) {
            case "ns" -> 1;
            case "us", "µs", "μs" -> 1_000;
            case "ms" -> NANOS_PER_MILLI;
            case "s" -> 1_000_000_000L;
            case "m" -> 60_000_000_000L;
            case "h" -> 3_600_000_000_000L;
            default -> throw new IllegalArgumentException("not a unit: " + unit);
        };
    }
}
