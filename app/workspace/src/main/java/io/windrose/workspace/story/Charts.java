package io.windrose.workspace.story;

import io.windrose.topology.Edge;
import io.windrose.topology.Node;
import io.windrose.topology.TopologySnapshot;
import io.windrose.topology.Traffic;
import io.windrose.topology.display.Figures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/// Figures of a subject over the history.
final class Charts {
    private final Scene scene;
    private final Flow flow;

    private Charts(Scene scene, Flow flow) {
        this.scene = scene;
        this.flow = flow;
    }

    /// Requests, errors and latency; for bytes only their rate. Empty without a history.
    static List<ChartStory> of(Scene scene, Flow flow) {
        if (scene.picture().history().isEmpty()) {
            return List.of();
        }
        var charts = new Charts(scene, flow);
        return flow.isTcp()
                ? List.of(charts.rate())
                : List.of(charts.rate(), charts.errors(), charts.latency());
    }

    private ChartStory rate() {
        var figure = Figures.rate(flow.in(scene.graph()).ratePerSecond(), flow.protocol());
        var role =
                switch (flow.protocol()) {
                    case HTTP -> Series.Role.HTTP;
                    case GRPC -> Series.Role.GRPC;
                    case TCP -> Series.Role.TCP;
                };
        return new ChartStory(
                flow.isTcp() ? "Bytes per second" : "Requests per second",
                flow.isTcp() ? figure : Words.value(figure),
                flow.isTcp() ? "B/s" : "rps",
                List.of(
                        series(
                                flow.isTcp() ? "bytes" : "requests",
                                role,
                                graph -> OptionalDouble.of(flow.in(graph).ratePerSecond()))),
                OptionalDouble.empty());
    }

    private ChartStory errors() {
        var versions = versions();
        if (versions.size() < 2) {
            double percent = flow.in(scene.graph()).errorPercent();
            return new ChartStory(
                    "Errors, %",
                    Words.value(Figures.percent(percent)),
                    "%",
                    List.of(
                            series(
                                    "errors",
                                    Series.Role.FAILING,
                                    graph -> percent(flow.in(graph)))),
                    OptionalDouble.empty());
        }
        var lines = new ArrayList<Series>();
        for (var edge : versions) {
            var version = scene.state(edge.target()).version();
            lines.add(series(version, scene.role(version), graph -> percent(traffic(graph, edge))));
        }
        return new ChartStory(
                "Errors by version, %", worst(versions), "%", lines, OptionalDouble.empty());
    }

    /// Of a service: the edges to the versions behind it, by version.
    private List<Edge> versions() {
        if (!(flow.subject() instanceof Subject.OfNode(Node.Service service))) {
            return List.of();
        }
        return scene.graph().from(service).stream()
                .filter(edge -> !scene.state(edge.target()).version().isEmpty())
                .sorted(Comparator.comparing(edge -> scene.state(edge.target()).version()))
                .toList();
    }

    /// `v3 17.6`; nothing where nobody fails.
    private String worst(List<Edge> versions) {
        return versions.stream()
                .filter(edge -> edge.traffic().errorRate() > 0)
                .max(Comparator.comparingDouble(edge -> edge.traffic().errorPercent()))
                .map(edge ->
                        scene.state(edge.target()).version()
                                + " "
                                + Words.value(Figures.percent(edge.traffic().errorPercent())))
                .orElse("0");
    }

    private ChartStory latency() {
        var now = flow.in(scene.graph());
        return new ChartStory(
                "Latency, ms",
                "p50 %s, p95 %s"
                        .formatted(
                                millis(now.durationMillis(0.5)), millis(now.durationMillis(0.95))),
                "ms",
                List.of(
                        series(
                                "p50",
                                Series.Role.QUIET,
                                graph -> flow.in(graph).durationMillis(0.5)),
                        series(
                                "p95",
                                Series.Role.DEGRADED,
                                graph -> flow.in(graph).durationMillis(0.95))),
                OptionalDouble.empty());
    }

    private static String millis(OptionalDouble millis) {
        return millis.isPresent() ? Long.toString(Math.round(millis.getAsDouble())) : Words.DASH;
    }

    private static OptionalDouble percent(Traffic traffic) {
        return traffic.isIdle()
                ? OptionalDouble.empty()
                : OptionalDouble.of(traffic.errorPercent());
    }

    private static Traffic traffic(TopologySnapshot graph, Edge edge) {
        return Optional.ofNullable(graph.edges().get(edge.key()))
                .map(Edge::traffic)
                .orElse(Traffic.IDLE);
    }

    private Series series(
            String name, Series.Role role, Function<TopologySnapshot, OptionalDouble> value) {
        return new Series(
                name,
                role,
                scene.picture().history().stream()
                        .map(moment -> new Series.Point(moment.at(), value.apply(moment.graph())))
                        .toList());
    }
}
