package io.windrose.traffic.balance;

import java.util.PriorityQueue;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// Weighted round robin: the entry with the earliest deadline is next, and its new deadline lies
/// one over its weight later.
///
/// @see <a href="https://en.wikipedia.org/wiki/Earliest_deadline_first_scheduling">Earliest
///   deadline first</a>
final class Schedule<T> {

    private record Entry<T>(double deadline, long order, T value) implements Comparable<Entry<T>> {
        @Override
        public int compareTo(Entry<T> other) {
            int byDeadline = Double.compare(deadline, other.deadline);
            return byDeadline != 0 ? byDeadline : Long.compare(order, other.order);
        }
    }

    private final PriorityQueue<Entry<T>> queue = new PriorityQueue<>();
    private double now;
    private long order;

    void add(T value, double weight) {
        queue.add(new Entry<>(now + 1 / weight, order++, value));
    }

    /// @param weight of an entry from now on
    /// @return null when there are no entries
    @Nullable T next(ToDoubleFunction<T> weight) {
        var first = queue.poll();
        if (first == null) {
            return null;
        }
        now = first.deadline();
        add(first.value(), weight.applyAsDouble(first.value()));
        return first.value();
    }
}
