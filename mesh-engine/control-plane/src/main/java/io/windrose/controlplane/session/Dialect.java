package io.windrose.controlplane.session;

/// The two forms of the protocol; a stream speaks one of them from beginning to end.
public enum Dialect {
    /// Requests and responses tell differences.
    DELTA,
    /// Requests repeat every name; responses of wildcard types repeat every resource.
    STATE_OF_THE_WORLD
}
