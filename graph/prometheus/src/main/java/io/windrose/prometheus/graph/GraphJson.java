package io.windrose.prometheus.graph;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.windrose.topology.Badge;
import io.windrose.topology.Edge;
import io.windrose.topology.Node;
import io.windrose.topology.NodeState;
import io.windrose.topology.Outcome;
import io.windrose.topology.Response;
import io.windrose.topology.TopologySnapshot;
import io.windrose.topology.Traffic;
import io.windrose.topology.traffic.Protocol;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;

/// A graph as the JSON that scripts read; the members are a contract and only ever grow.
///
/// Rates are per second, shares percent from 0 to 100; figures that nobody measured are null, and
/// rates of zero are left out.
public final class GraphJson {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private GraphJson() {}

    public static String write(GraphAnswer answer) {
        var root = JSON.createObjectNode();
        root.put("timestamp", answer.at().getEpochSecond());
        root.put("duration", answer.duration().toSeconds());
        root.put("graphType", answer.graph().type().label());
        var nodes = root.putArray("nodes");
        answer.graph()
                .nodes()
                .values()
                .forEach(state -> node(nodes.addObject(), state, answer.graph()));
        var edges = root.putArray("edges");
        var percents = answer.graph().percentOfSource();
        answer.graph()
                .edges()
                .forEach((key, edge) ->
                        edge(edges.addObject(), edge, percents.getOrDefault(key, 0.0)));
        try {
            return JSON.writeValueAsString(root);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("writing a tree", impossible);
        }
    }

    private static void node(ObjectNode json, NodeState state, TopologySnapshot graph) {
        json.put("id", state.node().id());
        json.put("kind", state.node().kind());
        json.put("cluster", state.node().cluster());
        json.put("namespace", state.node().namespace());
        text(json, "app", state.app());
        text(json, "version", state.version());
        text(json, "workload", state.workload());
        text(json, "service", state.node() instanceof Node.Service s ? s.service() : "");
        json.put("health", state.health().status().label());
        text(json, "healthReason", state.health().because());
        text(
                json,
                "mtlsMode",
                state.mtlsMode() == io.windrose.topology.MtlsMode.UNKNOWN
                        ? ""
                        : state.mtlsMode().label());
        var badges = json.putArray("badges");
        state.badges().stream().map(Badge::label).forEach(badges::add);
        var rates = json.putObject("rates");
        nodeRates(rates, graph.inbound(state.node()), "In");
        nodeRates(rates, graph.outbound(state.node()), "Out");
    }

    private static void nodeRates(
            ObjectNode rates, SortedMap<Protocol, Traffic> traffic, String direction) {
        traffic.forEach((protocol, sum) -> {
            var name = protocol.label() + direction;
            rate(rates, name, sum.ratePerSecond());
            if (direction.equals("In")) {
                failures(rates, name, protocol, sum);
            }
        });
    }

    private static void edge(ObjectNode json, Edge edge, double percentOfSource) {
        var traffic = edge.traffic();
        var protocol = edge.key().protocol();
        var name = protocol.label();
        json.put("source", edge.source().id());
        json.put("target", edge.target().id());
        json.put("protocol", name);
        json.put("health", edge.health().status().label());
        var rates = json.putObject("rates");
        rate(rates, name, traffic.ratePerSecond());
        failures(rates, name, protocol, traffic);
        if (protocol != Protocol.TCP) {
            percent(rates, name + "PercentErr", traffic.errorPercent());
            percent(rates, name + "PercentReq", percentOfSource);
        }
        var responses = json.putObject("responses");
        traffic.responses()
                .forEach((code, response) ->
                        response(responses.putObject(code), response, traffic.ratePerSecond()));
        json.put("errorPercent", rounded(traffic.errorPercent(), 2));
        var times = json.putObject("responseTimeMillis");
        optional(times, "p50", traffic.durationMillis(0.5));
        optional(times, "p95", traffic.durationMillis(0.95));
        optional(times, "p99", traffic.durationMillis(0.99));
        optional(json, "mtlsPercent", traffic.mtlsPercent());
    }

    private static void failures(
            ObjectNode rates, String name, Protocol protocol, Traffic traffic) {
        switch (protocol) {
            case HTTP -> {
                rate(rates, name + "3xx", traffic.rateOf(Outcome.REDIRECT::equals));
                rate(rates, name + "4xx", traffic.rateOf(Outcome.CLIENT_ERROR::equals));
                rate(rates, name + "5xx", traffic.rateOf(Outcome.SERVER_ERROR::equals));
                rate(rates, name + "NoResponse", traffic.rateOf(Outcome.NO_RESPONSE::equals));
            }
            case GRPC -> {
                rate(rates, name + "Err", traffic.rateOf(Outcome.GRPC_ERROR::equals));
                rate(rates, name + "NoResponse", traffic.rateOf(Outcome.NO_RESPONSE::equals));
            }
            case TCP -> {}
        }
    }

    private static void response(ObjectNode json, Response response, double all) {
        shares(json.putObject("flags"), response.rateByFlags(), all);
        shares(json.putObject("hosts"), response.rateByHost(), all);
    }

    private static void shares(ObjectNode json, Map<String, Double> rates, double all) {
        rates.forEach((name, rate) -> json.put(name, rounded(100 * rate / all, 2)));
    }

    private static void text(ObjectNode json, String name, String value) {
        json.put(name, value.isEmpty() ? null : value);
    }

    private static void rate(ObjectNode json, String name, double rate) {
        double shown = rounded(rate, 5);
        if (shown > 0) {
            json.put(name, shown);
        }
    }

    private static void percent(ObjectNode json, String name, double percent) {
        double shown = rounded(percent, 2);
        if (shown > 0) {
            json.put(name, shown);
        }
    }

    private static void optional(ObjectNode json, String name, OptionalDouble value) {
        if (value.isPresent()) {
            json.put(name, rounded(value.getAsDouble(), 2));
        } else {
            json.putNull(name);
        }
    }

    private static double rounded(double value, int decimals) {
        double scale = Math.pow(10, decimals);
        return Math.round(value * scale) / scale;
    }
}
