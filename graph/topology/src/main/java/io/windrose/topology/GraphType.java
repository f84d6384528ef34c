package io.windrose.topology;

import java.util.Arrays;
import java.util.Optional;

/// What the nodes of a graph stand for.
public enum GraphType {
    APP("app"),
    VERSIONED_APP("versionedApp"),
    SERVICE("service"),
    WORKLOAD("workload");

    private final String label;

    GraphType(String label) {
        this.label = label;
    }

    /// The spelling on the command line and in JSON.
    public String label() {
        return label;
    }

    public static Optional<GraphType> of(String label) {
        return Arrays.stream(values())
                .filter(type -> type.label.equalsIgnoreCase(label))
                .findFirst();
    }
}
