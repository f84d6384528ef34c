package io.windrose.session.rollout;

import java.time.Instant;

/// A limit that a version does not keep.
///
/// @param measured the newest figure: percent for errors, milliseconds for p95
/// @param limit in the same unit
/// @param since the first sample from which on it was above the limit all the time
public record Breach(String subset, Rail rail, double measured, double limit, Instant since) {

    public enum Rail {
        ERRORS,
        P95
    }
}
