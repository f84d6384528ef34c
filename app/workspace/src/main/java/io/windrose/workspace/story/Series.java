package io.windrose.workspace.story;

import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/// One line of a chart.
///
/// @param points oldest first
public record Series(String name, Role role, List<Point> points) {

    /// What the line stands for, which decides about its colour.
    public enum Role {
        HTTP,
        GRPC,
        TCP,
        V1,
        V2,
        V3,
        V4,
        DEGRADED,
        FAILING,
        /// For comparison only.
        QUIET
    }

    /// @param value empty where nothing is known, which is not zero
    public record Point(Instant at, OptionalDouble value) {}

    public Series {
        points = List.copyOf(points);
    }
}
