package io.windrose.topology.build;

import static io.windrose.topology.traffic.Party.isKnown;

import io.windrose.topology.EdgeKey;
import io.windrose.topology.MeshFacts;
import io.windrose.topology.Node;
import io.windrose.topology.NodeState;
import io.windrose.topology.Response;
import io.windrose.topology.Traffic;
import io.windrose.topology.traffic.Protocol;
import java.util.List;
import java.util.TreeMap;

/// Turns flows into edges, with the service between source and workload where that is wanted.
///
/// A request that reached no workload ends at its service, so that a fault stands on the edge from
/// the source to the service it was meant for.
final class DrawEdges implements Stage {
    private static final String PASSTHROUGH = "PassthroughCluster";

    @Override
    public Draft apply(Draft draft, TopologyOptions options, MeshFacts facts) {
        var choice = new NodeChoice(options.type());
        var nodes = new TreeMap<Node, NodeState>();
        var edges = new TreeMap<EdgeKey, Traffic>();
        for (var flow : draft.flows()) {
            var response =
                    Response.of(
                            flow.outcome(),
                            flow.ratePerSecond(),
                            flow.flags(),
                            flow.pair().service().host());
            var traffic = Traffic.of(flow.code(), response, flow.security());
            var path = path(flow.pair(), choice, options);
            for (var state : path) {
                nodes.merge(state.node(), state, DrawEdges::better);
            }
            for (var key : legs(path, flow.protocol())) {
                edges.merge(key, traffic, Traffic::plus);
            }
        }
        for (var timed : draft.pairs()) {
            for (var key : legs(path(timed.pair(), choice, options), timed.protocol())) {
                edges.computeIfPresent(
                        key, (_, traffic) -> traffic.withDurations(timed.durations()));
            }
        }
        return draft.withGraph(nodes, edges);
    }

    private static List<NodeState> path(Pair pair, NodeChoice choice, TopologyOptions options) {
        var source = choice.source(pair.source());
        var destination = choice.destination(pair);
        boolean throughService =
                options.drawsServiceNodes()
                        && isKnown(pair.service().name())
                        && !pair.service().name().equals(PASSTHROUGH)
                        && !(destination.node() instanceof Node.Service)
                        && !(destination.node() instanceof Node.Unknown);
        return throughService
                ? List.of(source, choice.service(pair.destination(), pair.service()), destination)
                : List.of(source, destination);
    }

    private static List<EdgeKey> legs(List<NodeState> path, Protocol protocol) {
        var first = new EdgeKey(path.get(0).node(), path.get(1).node(), protocol);
        return path.size() == 2
                ? List.of(first)
                : List.of(first, new EdgeKey(path.get(1).node(), path.get(2).node(), protocol));
    }

    /// Labels that only one report knew; of several workloads behind one node none is named.
    private static NodeState better(NodeState left, NodeState right) {
        boolean same = left.workload().equals(right.workload());
        boolean mixed = !same && !left.workload().isEmpty() && !right.workload().isEmpty();
        return left.withLabels(
                left.app().isEmpty() ? right.app() : left.app(),
                preferred(left.version(), right.version()),
                mixed ? "" : left.workload().isEmpty() ? right.workload() : left.workload());
    }

    /// `latest` is what proxies write when there is no label, so anything else knows more.
    private static String preferred(String left, String right) {
        return left.isEmpty() || (left.equals("latest") && !right.isEmpty()) ? right : left;
    }
}
