package io.windrose.workspace.story;

import io.windrose.topology.Health;
import io.windrose.topology.NodeState;
import io.windrose.topology.display.Figures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What is to be said about everything on the picture.
final class MeshStory {
    private static final Comparator<NodeState> WORST_FIRST =
            Comparator.comparing((NodeState state) -> state.health().status())
                    .reversed()
                    .thenComparing(NodeState::node);

    private final Scene scene;

    MeshStory(Scene scene) {
        this.scene = scene;
    }

    Story tell() {
        var flow = Flow.of(scene.graph(), Subject.MESH);
        var summary = MeshSummary.of(scene.picture(), scene.mesh());
        return new Story(
                Subject.MESH,
                "Whole mesh",
                "",
                "%s, %s, %s"
                        .formatted(
                                MeshSummary.count(summary.namespaces(), "namespace"),
                                MeshSummary.count(summary.services(), "service"),
                                MeshSummary.count(summary.workloads(), "workload")),
                headline(summary),
                Tiles.of(scene, flow),
                Charts.of(scene, flow),
                List.of(),
                List.of(),
                ResponseRows.of(flow.in(scene.graph()), flow.protocol()),
                List.of(),
                WrongPlaces.of(scene.mesh()).ofAll(),
                List.of(),
                List.of(),
                facts(summary),
                ill(),
                Optional.empty(),
                Optional.empty());
    }

    private Headline headline(MeshSummary summary) {
        var worst = ill(scene.graph().nodes().values().stream()).findFirst();
        if (worst.isEmpty()) {
            boolean idle = scene.graph().edges().isEmpty();
            return new Headline(
                    idle ? Health.Status.NONE : Health.Status.HEALTHY,
                    idle
                            ? scene.isMeasured()
                                    ? "Idle: no traffic"
                                    : "Configured, nothing is measured"
                            : "Healthy: nothing fails",
                    "",
                    Optional.empty());
        }
        var its = new Diagnosis(scene).of(worst.get().node());
        var counts = new ArrayList<String>();
        if (summary.failing() > 0) {
            counts.add(summary.failing() + " failing");
        }
        if (summary.degraded() > 0) {
            counts.add(summary.degraded() + " degraded");
        }
        return new Headline(
                worst.get().health().status(),
                Diagnosis.word(worst.get().health().status()) + ": " + String.join(", ", counts),
                Scene.name(worst.get()) + ": " + its.cause(),
                Optional.of(new Subject.OfNode(worst.get().node())));
    }

    private List<Fact> facts(MeshSummary summary) {
        var facts = new ArrayList<Fact>();
        summary.proxies()
                .ifPresent(proxies ->
                        facts.add(
                                new Fact(
                                        "Proxies in sync",
                                        proxies.inSync() + "/" + proxies.known())));
        if (summary.mtlsPercent().isPresent()) {
            facts.add(
                    new Fact(
                            "mTLS",
                            Figures.percent(summary.mtlsPercent().getAsDouble()) + " of requests"));
        }
        facts.add(new Fact("Edges", Integer.toString(summary.edges())));
        return facts;
    }

    /// Nodes, then edges; worst first in each.
    private List<IllRow> ill() {
        var nodes =
                ill(scene.graph().nodes().values().stream())
                        .map(state ->
                                new IllRow(
                                        new Subject.OfNode(state.node()),
                                        state.health().status(),
                                        Scene.name(state),
                                        state.health().because()));
        var edges =
                scene.graph().edges().values().stream()
                        .filter(Diagnosis::isIll)
                        .sorted(Comparator.comparingDouble(edge -> -edge.traffic().errorRate()))
                        .map(edge -> EdgeStory.row(scene, edge));
        return Stream.concat(nodes, edges).toList();
    }

    private static Stream<NodeState> ill(Stream<NodeState> states) {
        return states.filter(state -> state.health().status().compareTo(Health.Status.HEALTHY) > 0)
                .sorted(WORST_FIRST);
    }
}
