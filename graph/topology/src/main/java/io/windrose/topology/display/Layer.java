package io.windrose.topology.display;

/// What can be shown or left out of the graph.
public enum Layer {
    LABELS("Edge labels"),
    DOTS("Traffic dots"),
    MTLS("mTLS locks"),
    BADGES("Badges"),
    NAMESPACES("Namespaces"),
    APPS("Applications"),
    IDLE("Idle");

    private final String label;

    Layer(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
