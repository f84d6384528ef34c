package io.windrose.traffic.listener;

import io.windrose.traffic.match.HeaderMatch;
import java.util.List;
import java.util.Set;

/// Which requests or connections an access log is about.
public sealed interface LogFilter {

    record Everything() implements LogFilter {}

    /// @param flags short names, e.g. `NR`; empty means any flag
    record Flags(Set<String> flags) implements LogFilter {
        public Flags {
            flags = Set.copyOf(flags);
        }
    }

    record Status(Comparison comparison, long status) implements LogFilter {}

    record DurationMillis(Comparison comparison, long millis) implements LogFilter {}

    record Header(HeaderMatch match) implements LogFilter {}

    record And(List<LogFilter> filters) implements LogFilter {
        public And {
            filters = List.copyOf(filters);
        }
    }

    record Or(List<LogFilter> filters) implements LogFilter {
        public Or {
            filters = List.copyOf(filters);
        }
    }

    /// How a number is compared.
    enum Comparison {
        EQUAL,
        AT_LEAST,
        AT_MOST,
        NOT_EQUAL;

        public boolean holds(long actual, long expected) {
            return switch (this) {
                case EQUAL -> actual == expected;
                case AT_LEAST -> actual >= expected;
                case AT_MOST -> actual <= expected;
                case NOT_EQUAL -> actual != expected;
            };
        }
    }
}
