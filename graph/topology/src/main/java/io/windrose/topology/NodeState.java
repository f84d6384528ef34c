package io.windrose.topology;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// What is known of a node beside its identity.
///
/// @param app empty where no label told it
/// @param version empty where no label told it, or where the node stands for several
/// @param workload empty where the node stands for several or none
/// @param badges in the order of the enum
/// @param mtlsMode configured, not measured
public record NodeState(
        Node node,
        String app,
        String version,
        String workload,
        Health health,
        Set<Badge> badges,
        MtlsMode mtlsMode) {

    public NodeState {
        var sorted = EnumSet.noneOf(Badge.class);
        sorted.addAll(badges);
        badges = Collections.unmodifiableSet(sorted);
    }

    /// A node of which nothing but its identity is known.
    public static NodeState of(Node node) {
        return switch (node) {
            case Node.App app -> blank(node, app.app(), app.version(), "");
            case Node.Workload workload -> blank(node, "", "", workload.workload());
            case Node.Service _, Node.Unknown _ -> blank(node, "", "", "");
        };
    }

    public NodeState withLabels(String newApp, String newVersion, String newWorkload) {
        return new NodeState(node, newApp, newVersion, newWorkload, health, badges, mtlsMode);
    }

    public NodeState withHealth(Health newHealth) {
        return new NodeState(node, app, version, workload, newHealth, badges, mtlsMode);
    }

    public NodeState withBadge(Badge badge) {
        var more = EnumSet.of(badge);
        more.addAll(badges);
        return new NodeState(node, app, version, workload, health, more, mtlsMode);
    }

    public NodeState withMtlsMode(MtlsMode mode) {
        return new NodeState(node, app, version, workload, health, badges, mode);
    }

    /// The version as people would call it: empty where the name says it already, and where
    /// `latest` only means that no label said anything.
    public String shownVersion() {
        return version.equals("latest") || node.name().endsWith("-" + version) ? "" : version;
    }

    public boolean has(Badge badge) {
        return badges.contains(badge);
    }

    private static NodeState blank(Node node, String app, String version, String workload) {
        return new NodeState(node, app, version, workload, Health.NONE, Set.of(), MtlsMode.UNKNOWN);
    }
}
