package io.windrose.topology.traffic;

import java.util.Locale;

/// What an edge carries; every edge carries exactly one protocol.
public enum Protocol {
    GRPC,
    HTTP,
    TCP;

    /// `grpc`, `http` or `tcp`, as in labels, keys of rates and expressions.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The unit in which its rates are counted, for people.
    public String unit() {
        return this == TCP ? "B/s" : "rps";
    }
}
