package io.windrose.session.rollout;

import java.util.List;

/// What the guard rails say.
public sealed interface Verdict {

    record Holds() implements Verdict {}

    /// Above a limit, not yet for as long as it takes to count.
    ///
    /// @param breaches never empty, the longest first
    record Exceeded(List<Breach> breaches) implements Verdict {
        public Exceeded {
            breaches = List.copyOf(breaches);
        }
    }

    /// @param breaches never empty, the longest first; only those that have lasted
    record Breached(List<Breach> breaches) implements Verdict {
        public Breached {
            breaches = List.copyOf(breaches);
        }
    }

    /// No version that is watched had enough requests.
    ///
    /// @param most requests that one of them had in the newest sample
    record Unknown(double most, long needed) implements Verdict {}
}
