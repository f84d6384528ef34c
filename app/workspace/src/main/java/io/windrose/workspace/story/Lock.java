package io.windrose.workspace.story;

/// How much of the traffic was measured to be mutual TLS.
public enum Lock {
    CLOSED,
    HALF,
    OPEN,
    /// Nobody who received it reported.
    UNKNOWN
}
