package io.windrose.kernel;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The last good value from a source that may fail, and what is known of its freshness.
///
/// @param value empty until the first success
/// @param at when `value` was read; the epoch until the first success
/// @param problems why the newest attempt failed; empty when `value` is from the newest attempt
public record Reading<T>(Optional<T> value, Instant at, List<Problem> problems) {

    public Reading {
        problems = List.copyOf(problems);
    }

    public static <T> Reading<T> none() {
        return new Reading<>(Optional.empty(), Instant.EPOCH, List.of());
    }

    public static <T> Reading<T> fresh(T value, Instant at) {
        return new Reading<>(Optional.of(value), at, List.of());
    }

    /// The same value, kept because the newest attempt failed for these reasons.
    public Reading<T> stale(List<Problem> reasons) {
        return new Reading<>(value, at, reasons);
    }

    public boolean isStale() {
        return !problems.isEmpty();
    }

    public Duration age(Instant now) {
        return Duration.between(at, now);
    }
}
