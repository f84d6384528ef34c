package io.windrose.shell.canary;

import io.windrose.registry.MeshSnapshot;
import io.windrose.session.ShiftableRoute;
import io.windrose.session.rollout.GuardRails;
import io.windrose.session.rollout.HealthSample;
import io.windrose.session.rollout.ObservedSplit;
import io.windrose.topology.Edge;
import io.windrose.topology.EdgeKey;
import io.windrose.topology.GraphType;
import io.windrose.topology.Node;
import io.windrose.topology.TopologySnapshot;
import io.windrose.topology.Traffic;
import io.windrose.topology.traffic.Protocol;
import io.windrose.workspace.session.Picture;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What was measured of the versions behind one service.
///
/// @param unknown why nothing was, in one sentence; empty when something could be
/// @param edges from the service to the nodes of each subset, as the newest graph has them
/// @param nodes the service and its versions
/// @param history oldest first
record Observation(
        String unknown,
        SortedMap<String, List<Edge>> edges,
        List<Node> nodes,
        List<Interval> history) {

    /// A sample reaches back this far at most to gather enough requests.
    private static final Duration LOOK_BACK = Duration.ofMinutes(1);

    /// What flowed between two looks.
    ///
    /// @param at its end
    record Interval(Instant at, Duration length, SortedMap<String, Traffic> bySubset) {
        Interval {
            bySubset = Collections.unmodifiableSortedMap(new TreeMap<>(bySubset));
        }

        double requests(String subset) {
            return traffic(subset).ratePerSecond() * length.toMillis() / 1e3;
        }

        Traffic traffic(String subset) {
            return bySubset.getOrDefault(subset, Traffic.IDLE);
        }
    }

    Observation {
        edges = Collections.unmodifiableSortedMap(new TreeMap<>(edges));
        nodes = List.copyOf(nodes);
        history = List.copyOf(history);
    }

    static Observation nothing(String why) {
        return new Observation(why, new TreeMap<>(), List.of(), List.of());
    }

    static Observation of(Picture picture, MeshSnapshot mesh, ShiftableRoute route) {
        if (picture.graph().value().isEmpty()) {
            return nothing("No graph has been read yet.");
        }
        var type = picture.question().type();
        if (type != GraphType.VERSIONED_APP && type != GraphType.WORKLOAD) {
            return nothing("The graph shows no versions; choose Version or Workload above it.");
        }
        var versions = VersionNodes.of(route, mesh);
        var graph = picture.graph().value().get();
        var edges = edges(graph, route, versions);
        var nodes = new ArrayList<Node>();
        service(graph, route).ifPresent(nodes::add);
        edges.values().forEach(all -> all.forEach(edge -> nodes.add(edge.target())));
        var history = new ArrayList<Interval>();
        for (var moment : picture.history()) {
            var traffic = new TreeMap<String, Traffic>();
            edges(moment.graph(), route, versions)
                    .forEach((subset, all) -> traffic.put(subset, sum(all)));
            history.add(new Interval(moment.at(), moment.interval(), traffic));
        }
        return new Observation("", edges, nodes, history);
    }

    private static Optional<Node> service(TopologySnapshot graph, ShiftableRoute route) {
        return graph.nodes().keySet().stream()
                .filter(node -> node instanceof Node.Service)
                .filter(node -> node.name().equals(route.service().name()))
                .filter(node -> node.namespace().equals(route.service().namespace()))
                .findFirst();
    }

    /// From the service to its versions; where a lone version stands for the service in the graph,
    /// what ends at that version.
    private static SortedMap<String, List<Edge>> edges(
            TopologySnapshot graph, ShiftableRoute route, VersionNodes versions) {
        var edges = new TreeMap<String, List<Edge>>();
        service(graph, route)
                .map(graph::from)
                .orElseGet(() -> List.copyOf(graph.edges().values()))
                .stream()
                .filter(edge -> edge.key().protocol() != Protocol.TCP)
                .forEach(edge ->
                        Optional.ofNullable(graph.nodes().get(edge.target()))
                                .flatMap(versions::subset)
                                .ifPresent(subset ->
                                        edges.computeIfAbsent(subset, _ -> new ArrayList<>())
                                                .add(edge)));
        return edges;
    }

    private static Traffic sum(List<Edge> edges) {
        return edges.stream().map(Edge::traffic).reduce(Traffic.IDLE, Traffic::plus);
    }

    boolean isKnown() {
        return unknown.isEmpty();
    }

    /// In the window of the graph.
    Traffic now(String subset) {
        return sum(edges.getOrDefault(subset, List.of()));
    }

    /// Of all versions together, in the window of the graph.
    double ratePerSecond() {
        return edges.keySet().stream().mapToDouble(subset -> now(subset).ratePerSecond()).sum();
    }

    /// Requests of the intervals that began at `start` or later.
    ObservedSplit since(Instant start, List<String> subsets) {
        var counts = new LinkedHashMap<String, Long>();
        for (var subset : subsets) {
            double sum = from(start).stream().mapToDouble(one -> one.requests(subset)).sum();
            counts.put(subset, Math.round(sum));
        }
        return new ObservedSplit(counts);
    }

    /// One sample for each interval that began at `start` or later; it reaches back, not beyond
    /// `start`, until it has enough requests.
    List<HealthSample> samples(Instant start, long enough, List<String> subsets) {
        var intervals = from(start);
        var samples = new ArrayList<HealthSample>();
        for (int i = 0; i < intervals.size(); i++) {
            var versions = new TreeMap<String, HealthSample.Version>();
            for (var subset : subsets) {
                versions.put(subset, version(intervals.subList(0, i + 1), subset, enough));
            }
            samples.add(new HealthSample(intervals.get(i).at(), versions));
        }
        return samples;
    }

    private static HealthSample.Version version(
            List<Interval> intervals, String subset, long enough) {
        var traffic = Traffic.IDLE;
        double requests = 0;
        var oldest = intervals.getLast().at().minus(LOOK_BACK);
        for (var interval : intervals.reversed()) {
            if (requests >= enough || interval.at().isBefore(oldest)) {
                break;
            }
            traffic = traffic.plus(interval.traffic(subset));
            requests += interval.requests(subset);
        }
        return new HealthSample.Version(
                requests, traffic.errorPercent(), traffic.durationMillis(GuardRails.QUANTILE));
    }

    private List<Interval> from(Instant start) {
        return history.stream()
                .filter(one -> !one.at().minus(one.length()).isBefore(start))
                .toList();
    }

    /// What each edge carries now, and would if all requests took the split.
    ///
    /// @param percents of the draft, by subset
    SortedMap<EdgeKey, Change> wouldCarry(Map<String, Integer> percents) {
        var changes = new TreeMap<EdgeKey, Change>();
        double all = ratePerSecond();
        edges.forEach((subset, some) -> {
            double now = now(subset).ratePerSecond();
            double then = all * percents.getOrDefault(subset, 0) / 100;
            for (var edge : some) {
                double part = edge.traffic().ratePerSecond();
                double share = now > 0 ? part / now : 1.0 / some.size();
                changes.put(edge.key(), new Change(subset, part, then * share));
            }
        });
        return changes;
    }

    /// @param now requests per second
    /// @param then requests per second
    record Change(String subset, double now, double then) {}
}
