package io.windrose.topology.build;

import static io.windrose.topology.traffic.Party.isKnown;

import io.windrose.topology.GraphType;
import io.windrose.topology.Node;
import io.windrose.topology.NodeState;
import io.windrose.topology.traffic.Party;
import io.windrose.topology.traffic.ServiceName;

/// Which node stands for one end of a pair, depending on the type of the graph.
final class NodeChoice {
    private final GraphType type;

    NodeChoice(GraphType type) {
        this.type = type;
    }

    NodeState source(Party source) {
        return of(source, "", "");
    }

    NodeState destination(Pair pair) {
        return of(pair.destination(), pair.service().name(), pair.service().namespace());
    }

    NodeState service(Party destination, ServiceName service) {
        var namespace = isKnown(service.namespace()) ? service.namespace() : "unknown";
        return NodeState.of(new Node.Service(destination.cluster(), namespace, service.name()));
    }

    private NodeState of(Party party, String service, String serviceNamespace) {
        var namespace = isKnown(party.namespace()) ? party.namespace() : serviceNamespace;
        boolean byApp = type == GraphType.APP || type == GraphType.VERSIONED_APP;
        if (byApp && party.hasApp()) {
            var version = type == GraphType.VERSIONED_APP ? known(party.version()) : "";
            var workload = type == GraphType.VERSIONED_APP ? known(party.workload()) : "";
            return NodeState.of(new Node.App(party.cluster(), namespace, party.app(), version))
                    .withLabels(party.app(), version, workload);
        }
        if (party.hasWorkload()) {
            return NodeState.of(new Node.Workload(party.cluster(), namespace, party.workload()))
                    .withLabels(known(party.app()), known(party.version()), party.workload());
        }
        if (isKnown(service)) {
            return NodeState.of(
                    new Node.Service(
                            party.cluster(), namespace.isEmpty() ? "unknown" : namespace, service));
        }
        if (party.hasApp()) {
            return NodeState.of(
                    new Node.App(party.cluster(), namespace, party.app(), known(party.version())));
        }
        return NodeState.of(new Node.Unknown());
    }

    private static String known(String label) {
        return isKnown(label) ? label : "";
    }
}
