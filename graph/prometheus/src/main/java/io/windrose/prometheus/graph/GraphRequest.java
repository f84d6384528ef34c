package io.windrose.prometheus.graph;

import io.windrose.kernel.Result;
import io.windrose.prometheus.TrafficQuestion;
import io.windrose.prometheus.TrafficSource;
import io.windrose.topology.Focus;
import io.windrose.topology.GraphType;
import io.windrose.topology.MeshFacts;
import io.windrose.topology.build.TopologyBuilder;
import io.windrose.topology.build.TopologyOptions;
import io.windrose.topology.find.Expression;
import io.windrose.topology.traffic.RateChoice;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// Which graph is wanted.
///
/// @param namespaces empty means all
/// @param time empty means now
/// @param node the only node that matters, with its neighbours
/// @param includeIdleEdges also edges without traffic and, where a mesh source is given, nodes
///   without traffic
public record GraphRequest(
        GraphType type,
        List<String> namespaces,
        Duration duration,
        Optional<Instant> time,
        Optional<Focus> node,
        RateChoice rates,
        boolean injectServiceNodes,
        boolean includeIdleEdges,
        Optional<Expression> find,
        Optional<Expression> hide) {

    public GraphRequest {
        namespaces = List.copyOf(namespaces);
    }

    /// Asks the source, which may block for as long as `duration`, and builds the graph.
    public Result<GraphAnswer> answer(TrafficSource source, MeshFacts facts) {
        return source.read(question())
                .map(window ->
                        new GraphAnswer(
                                window.end(),
                                window.interval(),
                                this,
                                TopologyBuilder.build(window, options(), facts)));
    }

    public TrafficQuestion question() {
        return new TrafficQuestion(
                namespaces, graphFocus(), rates, duration, time, includeIdleEdges);
    }

    /// A graph of services around one service first needs the whole namespace: what leaves the
    /// service is what leaves its workloads.
    private Optional<Focus> graphFocus() {
        return type == GraphType.SERVICE ? Optional.empty() : node;
    }

    public TopologyOptions options() {
        var shown = new HashSet<>(namespaces);
        node.ifPresent(focus -> shown.add(focus.namespace()));
        return new TopologyOptions(
                type,
                namespaces.isEmpty() ? new HashSet<>() : shown,
                node,
                rates,
                injectServiceNodes,
                false,
                includeIdleEdges,
                includeIdleEdges,
                find,
                hide);
    }
}
