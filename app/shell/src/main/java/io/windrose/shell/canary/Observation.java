package io.windrose.shell.canary;

import io.windrose.session.ShiftableRoute;
import io.windrose.session.rollout.GuardRails;
import io.windrose.session.rollout.HealthSample;
import io.windrose.session.rollout.ObservedSplit;
import io.windrose.topology.Edge;
import io.windrose.topology.EdgeKey;
import io.windrose.topology.Node;
import io.windrose.topology.TopologySnapshot;
import io.windrose.topology.Traffic;
import io.windrose.topology.traffic.Protocol;
import io.windrose.workspace.session.MeshView;
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
/// @param edges from the service to the nodes of each subset, as far as the graph on the screen has
///   them
/// @param nodes the service and its versions, as far as the graph on the screen has them
/// @param now what each subset answered in the window of the graph, whatever that leaves out
/// @param history oldest first; whatever the graph leaves out
record Observation(
        String unknown,
        SortedMap<String, List<Edge>> edges,
        List<Node> nodes,
        SortedMap<String, Traffic> now,
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
        now = Collections.unmodifiableSortedMap(new TreeMap<>(now));
        history = List.copyOf(history);
    }

    static Observation nothing(String why) {
        return new Observation(why, new TreeMap<>(), List.of(), new TreeMap<>(), List.of());
    }

    /// @param intervals of the same route, where those of moments that stay are kept
    static Observation of(
            Picture picture, MeshView mesh, ShiftableRoute route, Intervals intervals) {
        if (picture.graph().value().isEmpty()) {
            return nothing("No graph has been read yet.");
        }
        var versions = VersionNodes.of(route, mesh.mesh());
        var graph = picture.graph().value().get();
        var edges = edges(graph, route, versions);
        var nodes = new ArrayList<Node>();
        service(graph, route).ifPresent(nodes::add);
        edges.values().forEach(all -> all.forEach(edge -> nodes.add(edge.target())));
        var history =
                intervals.of(
                        picture.versions().moments(),
                        mesh.config().version(),
                        route,
                        moment ->
                                new Interval(
                                        moment.at(),
                                        moment.interval(),
                                        traffic(moment.graph(), route, versions)));
        var now = traffic(picture.versions().graph(), route, versions);
        return new Observation("", edges, nodes, now, history);
    }

    private static SortedMap<String, Traffic> traffic(
            TopologySnapshot graph, ShiftableRoute route, VersionNodes versions) {
        var traffic = new TreeMap<String, Traffic>();
        edges(graph, route, versions).forEach((subset, all) -> traffic.put(subset, sum(all)));
        return traffic;
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
        service(graph, route).map(graph::from).orElseGet(() -> calls(graph, route)).stream()
                .filter(edge -> edge.key().protocol() != Protocol.TCP)
                .forEach(edge ->
                        Optional.ofNullable(graph.nodes().get(edge.target()))
                                .flatMap(versions::subset)
                                .ifPresent(subset ->
                                        edges.computeIfAbsent(subset, _ -> new ArrayList<>())
                                                .add(edge)));
        return edges;
    }

    private static List<Edge> calls(TopologySnapshot graph, ShiftableRoute route) {
        return graph.edges().values().stream()
                .filter(edge -> edge.target().namespace().equals(route.service().namespace()))
                .toList();
    }

    private static Traffic sum(List<Edge> edges) {
        return edges.stream().map(Edge::traffic).reduce(Traffic.IDLE, Traffic::plus);
    }

    boolean isKnown() {
        return unknown.isEmpty();
    }

    /// In the window of the graph.
    Traffic now(String subset) {
        return now.getOrDefault(subset, Traffic.IDLE);
    }

    /// Of all versions together, in the window of the graph.
    double ratePerSecond() {
        return now.values().stream().mapToDouble(Traffic::ratePerSecond).sum();
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
            double now = sum(some).ratePerSecond();
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
