package io.windrose.telemetry;

/// Which end of an edge counted: the caller's proxy or the called one's.
public enum Reporter {
    /// Outbound listeners of sidecars, and gateways.
    SOURCE("source"),
    /// Inbound listeners.
    DESTINATION("destination");

    private final String label;

    Reporter(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
