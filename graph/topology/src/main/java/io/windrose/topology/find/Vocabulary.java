package io.windrose.topology.find;

import io.windrose.topology.Badge;
import io.windrose.topology.Edge;
import io.windrose.topology.Health;
import io.windrose.topology.Node;
import io.windrose.topology.NodeState;
import io.windrose.topology.TopologySnapshot;
import io.windrose.topology.Traffic;
import io.windrose.topology.traffic.Protocol;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;

/// The names that an expression may use: Kiali's where Kiali has them.
///
/// @see <a href="https://kiali.io/docs/features/topology/">Kiali's find and hide</a>
final class Vocabulary {
    static final Map<String, Function<NodeState, String>> NODE_TEXT =
            Map.ofEntries(
                    Map.entry("app", NodeState::app),
                    Map.entry("cluster", state -> state.node().cluster()),
                    Map.entry("name", state -> state.node().name()),
                    Map.entry("namespace", state -> state.node().namespace()),
                    Map.entry("ns", state -> state.node().namespace()),
                    Map.entry("node", state -> state.node().kind()),
                    Map.entry("service", Vocabulary::service),
                    Map.entry("svc", Vocabulary::service),
                    Map.entry("version", NodeState::version),
                    Map.entry("workload", NodeState::workload),
                    Map.entry("wl", NodeState::workload));

    static final Map<String, ToDoubleBiFunction<NodeState, TopologySnapshot>> NODE_NUMBERS =
            Map.of(
                    "grpcin", (state, in) -> rate(in.inbound(state.node()), Protocol.GRPC),
                    "grpcout", (state, in) -> rate(in.outbound(state.node()), Protocol.GRPC),
                    "httpin", (state, in) -> rate(in.inbound(state.node()), Protocol.HTTP),
                    "httpout", (state, in) -> rate(in.outbound(state.node()), Protocol.HTTP),
                    "tcpin", (state, in) -> rate(in.inbound(state.node()), Protocol.TCP),
                    "tcpout", (state, in) -> rate(in.outbound(state.node()), Protocol.TCP));

    static final Map<String, Predicate<NodeState>> NODE_CLAIMS =
            Map.ofEntries(
                    claim("circuitbreaker", Badge.CIRCUIT_BREAKER),
                    claim("cb", Badge.CIRCUIT_BREAKER),
                    claim("configerror", Badge.CONFIG_ERROR),
                    claim("configwarning", Badge.CONFIG_WARNING),
                    claim("faultinjection", Badge.FAULT_INJECTION),
                    claim("fi", Badge.FAULT_INJECTION),
                    claim("gateway", Badge.GATEWAY),
                    claim("idle", Badge.IDLE),
                    claim("outside", Badge.OUTSIDE),
                    claim("root", Badge.ROOT),
                    claim("trafficsource", Badge.ROOT),
                    claim("trafficshifting", Badge.TRAFFIC_SHIFTING),
                    claim("ts", Badge.TRAFFIC_SHIFTING),
                    claim("virtualservice", Badge.VIRTUAL_SERVICE),
                    claim("vs", Badge.VIRTUAL_SERVICE),
                    Map.entry("healthy", state -> !isIll(state.health())),
                    Map.entry(
                            "degraded", state -> state.health().status() == Health.Status.DEGRADED),
                    Map.entry(
                            "failing", state -> state.health().status() == Health.Status.FAILING));

    static final Map<String, Function<Edge, String>> EDGE_TEXT =
            Map.of("protocol", edge -> edge.key().protocol().label());

    /// NaN where the edge has no such figure, so that no comparison but `!=` holds.
    static final Map<String, ToDoubleFunction<Edge>> EDGE_NUMBERS =
            Map.ofEntries(
                    Map.entry("http", edge -> rateOf(edge, Protocol.HTTP)),
                    Map.entry("grpc", edge -> rateOf(edge, Protocol.GRPC)),
                    Map.entry("tcp", edge -> rateOf(edge, Protocol.TCP)),
                    Map.entry("%httperr", edge -> errorsOf(edge, Protocol.HTTP)),
                    Map.entry("%httperror", edge -> errorsOf(edge, Protocol.HTTP)),
                    Map.entry("%grpcerr", edge -> errorsOf(edge, Protocol.GRPC)),
                    Map.entry("%grpcerror", edge -> errorsOf(edge, Protocol.GRPC)),
                    Map.entry("responsetime", Vocabulary::p95),
                    Map.entry("rt", Vocabulary::p95));

    static final Map<String, Predicate<Edge>> EDGE_CLAIMS =
            Map.of(
                    "mtls", edge -> edge.traffic().mutualTlsRate() > 0,
                    "traffic", edge -> !edge.traffic().isIdle());

    private Vocabulary() {}

    /// All names in alphabetical order, for messages and completion.
    static String names() {
        var names = new TreeSet<String>();
        names.addAll(NODE_TEXT.keySet());
        names.addAll(NODE_NUMBERS.keySet());
        names.addAll(NODE_CLAIMS.keySet());
        names.addAll(EDGE_TEXT.keySet());
        names.addAll(EDGE_NUMBERS.keySet());
        names.addAll(EDGE_CLAIMS.keySet());
        return String.join(", ", names);
    }

    private static Map.Entry<String, Predicate<NodeState>> claim(String name, Badge badge) {
        return Map.entry(name, state -> state.has(badge));
    }

    private static boolean isIll(Health health) {
        return health.status().compareTo(Health.Status.HEALTHY) > 0;
    }

    private static String service(NodeState state) {
        return state.node() instanceof Node.Service service ? service.service() : "";
    }

    private static double rate(Map<Protocol, Traffic> traffic, Protocol protocol) {
        return traffic.getOrDefault(protocol, Traffic.IDLE).ratePerSecond();
    }

    private static double rateOf(Edge edge, Protocol protocol) {
        return edge.key().protocol() == protocol ? edge.traffic().ratePerSecond() : Double.NaN;
    }

    private static double errorsOf(Edge edge, Protocol protocol) {
        return edge.key().protocol() == protocol ? edge.traffic().errorPercent() : Double.NaN;
    }

    private static double p95(Edge edge) {
        return edge.traffic().durationMillis(0.95).orElse(Double.NaN);
    }
}
