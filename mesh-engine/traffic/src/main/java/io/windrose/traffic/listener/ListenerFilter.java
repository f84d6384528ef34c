package io.windrose.traffic.listener;

import io.windrose.traffic.match.PortSet;

/// A look at a fresh connection before its filter chain is chosen.
///
/// @param off original destination ports on which the look is not taken
public record ListenerFilter(Kind kind, PortSet off) {

    /// What is looked for.
    public enum Kind {
        ORIGINAL_DST,
        TLS_INSPECTOR,
        HTTP_INSPECTOR,
        PROXY_PROTOCOL
    }
}
