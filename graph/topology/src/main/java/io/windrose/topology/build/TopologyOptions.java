package io.windrose.topology.build;

import io.windrose.topology.Focus;
import io.windrose.topology.GraphType;
import io.windrose.topology.find.Expression;
import io.windrose.topology.traffic.RateChoice;
import java.util.Optional;
import java.util.Set;

/// What kind of graph is wanted.
///
/// @param namespaces the ones that were asked for; empty means all
/// @param injectServiceNodes source -> service -> workload in place of source -> workload
/// @param foldServices takes out the services that stand in front of one app alone; only in graphs
///   of apps
/// @param idleEdges also edges over which nothing flows
/// @param idleNodes also workloads and services of `namespaces` that have no traffic, as far as a
///   mesh source knows them
/// @param find marks what it matches with the badge `found`
/// @param hide removes what it matches
public record TopologyOptions(
        GraphType type,
        Set<String> namespaces,
        Optional<Focus> focus,
        RateChoice rates,
        boolean injectServiceNodes,
        boolean foldServices,
        boolean idleEdges,
        boolean idleNodes,
        Optional<Expression> find,
        Optional<Expression> hide) {

    public TopologyOptions {
        namespaces = Set.copyOf(namespaces);
    }

    public static TopologyOptions of(GraphType type, Set<String> namespaces) {
        return new TopologyOptions(
                type,
                namespaces,
                Optional.empty(),
                RateChoice.DEFAULT,
                false,
                false,
                false,
                false,
                Optional.empty(),
                Optional.empty());
    }

    public TopologyOptions withServiceNodes() {
        return new TopologyOptions(
                type,
                namespaces,
                focus,
                rates,
                true,
                foldServices,
                idleEdges,
                idleNodes,
                find,
                hide);
    }

    public TopologyOptions withFoldedServices() {
        return new TopologyOptions(
                type, namespaces, focus, rates, true, true, idleEdges, idleNodes, find, hide);
    }

    /// A graph of services is first drawn with workloads, and then they are taken out.
    boolean drawsServiceNodes() {
        return injectServiceNodes || type == GraphType.SERVICE;
    }

    boolean isAskedFor(String namespace) {
        return namespaces.isEmpty() || namespaces.contains(namespace);
    }
}
