package io.windrose.telemetry;

/// Whether the connection that carried a request was mutual TLS, as far as the reporter can tell.
public enum SecurityPolicy {
    /// Both ends showed a SPIFFE name.
    MUTUAL_TLS("mutual_tls"),
    NONE("none"),
    /// What the source side always says.
    UNKNOWN("unknown");

    private final String label;

    SecurityPolicy(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
