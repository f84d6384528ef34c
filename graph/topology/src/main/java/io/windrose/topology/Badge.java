package io.windrose.topology;

/// What else is worth a mark on a node.
public enum Badge {
    GATEWAY("gateway"),
    IDLE("idle"),
    /// Nobody calls it, but it calls others: where traffic comes from.
    ROOT("root"),
    /// Found by the user's expression.
    FOUND("found"),
    VIRTUAL_SERVICE("virtualService"),
    TRAFFIC_SHIFTING("trafficShifting"),
    FAULT_INJECTION("faultInjection"),
    CIRCUIT_BREAKER("circuitBreaker"),
    /// Of the configuration that is about it something is wrong.
    CONFIG_ERROR("configError"),
    /// As above, and nothing of that is an error.
    CONFIG_WARNING("configWarning"),
    /// Outside of every namespace that was asked for.
    OUTSIDE("outside");

    private final String label;

    Badge(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
