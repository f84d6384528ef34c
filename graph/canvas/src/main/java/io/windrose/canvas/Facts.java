package io.windrose.canvas;

import io.windrose.topology.Badge;
import io.windrose.topology.Edge;
import io.windrose.topology.Health;
import io.windrose.topology.Traffic;
import io.windrose.topology.display.Figures;
import io.windrose.topology.display.Words;
import io.windrose.topology.traffic.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What a hover card says.
///
/// @param because the figure that decided; empty when there is nothing to say
record Facts(String title, String kind, Health.Status status, String because, List<Fact> facts) {

    record Fact(String label, String value) {}

    Facts {
        facts = List.copyOf(facts);
    }

    /// Empty for nothing, and for what is not in the graph.
    static Optional<Facts> of(Selection what, Shown shown) {
        return switch (what) {
            case Selection.Nothing() -> Optional.empty();
            case Selection.OfNode(var node) ->
                    Optional.ofNullable(shown.graph().nodes().get(node))
                            .map(state -> {
                                var facts = new ArrayList<Fact>();
                                shown.graph()
                                        .inbound(node)
                                        .forEach((protocol, traffic) ->
                                                facts.addAll(flow(protocol, traffic)));
                                return new Facts(
                                        Words.name(node),
                                        Words.kind(state)
                                                + (node.namespace().isEmpty()
                                                        ? ""
                                                        : " in " + node.namespace()),
                                        state.health().status(),
                                        state.health().because(),
                                        with(
                                                state.badges(),
                                                facts.isEmpty()
                                                        ? List.of(new Fact("Requests", "none"))
                                                        : facts));
                            });
            case Selection.OfEdge(var key) ->
                    Optional.ofNullable(shown.graph().edges().get(key)).map(Facts::of);
        };
    }

    private static Facts of(Edge edge) {
        var protocol = edge.key().protocol();
        return new Facts(
                Words.name(edge.source()) + " → " + Words.name(edge.target()),
                protocol == Protocol.GRPC ? "gRPC" : protocol.label().toUpperCase(Locale.ROOT),
                edge.health().status(),
                edge.health().because(),
                with(
                        edge.badges(),
                        edge.traffic().isIdle()
                                ? List.of(new Fact("Requests", "none"))
                                : flow(protocol, edge.traffic())));
    }

    private static List<Fact> with(Set<Badge> badges, List<Fact> facts) {
        var all = new ArrayList<>(facts);
        if (badges.contains(Badge.CONFIG_ERROR)) {
            all.add(new Fact("Config", "error"));
        } else if (badges.contains(Badge.CONFIG_WARNING)) {
            all.add(new Fact("Config", "warning"));
        }
        return all;
    }

    private static List<Fact> flow(Protocol protocol, Traffic traffic) {
        var facts = new ArrayList<Fact>();
        boolean tcp = protocol == Protocol.TCP;
        facts.add(
                new Fact(
                        tcp ? "Throughput" : "Requests",
                        Figures.rate(traffic.ratePerSecond(), protocol)));
        if (!tcp) {
            facts.add(new Fact("Errors", Figures.percent(traffic.errorPercent())));
            facts.add(new Fact("p50", millis(traffic, 0.5)));
            facts.add(new Fact("p95", millis(traffic, 0.95)));
        }
        facts.add(new Fact("mTLS", mtls(traffic)));
        return facts;
    }

    private static String millis(Traffic traffic, double q) {
        var millis = traffic.durationMillis(q);
        return millis.isPresent() ? Figures.millis(millis.getAsDouble()) : "not measured";
    }

    private static String mtls(Traffic traffic) {
        var percent = traffic.mtlsPercent();
        return percent.isPresent() ? Figures.percent(percent.getAsDouble()) : "not measured";
    }
}
