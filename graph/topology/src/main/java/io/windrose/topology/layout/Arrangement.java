package io.windrose.topology.layout;

import io.windrose.topology.TopologySnapshot;

/// How to arrange a graph from scratch. Equal graphs give equal layouts.
public enum Arrangement {
    /// Callers left of callees.
    LAYERED("Layers"),
    /// Who talks with whom stands close together.
    FORCE("Forces");

    private final String label;

    Arrangement(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /// Takes up to seconds for a thousand nodes.
    public Layout of(TopologySnapshot graph) {
        return switch (this) {
            case LAYERED -> LayeredLayout.of(graph);
            case FORCE -> ForceLayout.of(graph);
        };
    }
}
