package io.windrose.topology;

import java.util.Set;

/// Traffic of one protocol from one node to another.
///
/// @param health [Health#NONE] while nothing flows
/// @param badges [Badge#CONFIG_ERROR] or [Badge#CONFIG_WARNING] where the configuration that names
///   both ends is wrong; often none
public record Edge(EdgeKey key, Traffic traffic, Health health, Set<Badge> badges) {

    public Edge {
        badges = Set.copyOf(badges);
    }

    /// Without badges.
    public Edge(EdgeKey key, Traffic traffic, Health health) {
        this(key, traffic, health, Set.of());
    }

    public Node source() {
        return key.source();
    }

    public Node target() {
        return key.target();
    }

    public Edge with(Set<Badge> newBadges) {
        return new Edge(key, traffic, health, newBadges);
    }
}
