package io.windrose.traffic.tls;

import io.windrose.traffic.match.StringMatch;

/// A subject alternative name that makes a peer's certificate acceptable.
public record SanMatch(Kind kind, StringMatch match) {

    /// Which names are looked at; `ANY` is Envoy's deprecated untyped form.
    public enum Kind {
        ANY,
        URI,
        DNS,
        EMAIL,
        IP
    }
}
