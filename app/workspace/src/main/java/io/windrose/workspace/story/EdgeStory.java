package io.windrose.workspace.story;

import io.windrose.session.edit.Finding;
import io.windrose.topology.Edge;
import io.windrose.topology.Health;
import io.windrose.topology.MtlsMode;
import io.windrose.topology.Traffic;
import io.windrose.topology.display.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What is to be said about an edge.
final class EdgeStory {
    private final Scene scene;
    private final Edge edge;

    EdgeStory(Scene scene, Edge edge) {
        this.scene = scene;
        this.edge = edge;
    }

    Story tell() {
        var subject = new Subject.OfEdge(edge.key());
        var flow = Flow.of(scene.graph(), subject);
        var target = Configured.of(scene.mesh(), edge.target());
        var config = AppliedConfig.of(scene.mesh(), target);
        return new Story(
                subject,
                title(scene, edge),
                "",
                NodeStory.word(edge.key().protocol()) + kinds(),
                new Diagnosis(scene).of(edge),
                Tiles.of(scene, flow),
                Charts.of(scene, flow),
                List.of(),
                List.of(),
                ResponseRows.of(edge.traffic(), edge.key().protocol()),
                config,
                findings(target, config),
                List.of(),
                List.of(),
                facts(),
                Diagnosis.isIll(edge) ? List.of(row(scene, edge)) : List.of(),
                NodeStory.shift(scene, target.services()),
                NodeStory.file(config));
    }

    /// What is about this traffic first, then what is about its target.
    private List<Finding> findings(Configured target, List<ConfigRow> config) {
        return Stream.concat(
                        WrongPlaces.of(scene.mesh()).of(scene.graph(), edge.key()).stream(),
                        AppliedConfig.findings(scene.mesh(), target, config).stream())
                .distinct()
                .toList();
    }

    /// `productpage → reviews`.
    static String title(Scene scene, Edge edge) {
        return scene.name(edge.source()) + " → " + scene.name(edge.target());
    }

    static IllRow row(Scene scene, Edge edge) {
        return new IllRow(
                new Subject.OfEdge(edge.key()),
                edge.health().status(),
                title(scene, edge),
                edge.health().because());
    }

    private String kinds() {
        return ", from %s %s to %s %s"
                .formatted(
                        edge.source().kind(),
                        scene.name(edge.source()),
                        edge.target().kind(),
                        scene.name(edge.target()));
    }

    private List<Fact> facts() {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("Protocol", NodeStory.word(edge.key().protocol())));
        var percent = edge.traffic().mtlsPercent();
        facts.add(
                new Fact(
                        "mTLS measured",
                        percent.isPresent()
                                ? TrafficRows.share(percent.getAsDouble(), edge.key().protocol())
                                : "not measured"));
        var mode = new TrafficRows(scene).mode(edge.target());
        facts.add(
                new Fact("mTLS configured", mode == MtlsMode.UNKNOWN ? "not known" : mode.label()));
        latency(edge.traffic(), facts);
        if (edge.health().status() == Health.Status.NONE && scene.isMeasured()) {
            facts.add(new Fact("Traffic", "none at present"));
        }
        return facts;
    }

    /// Adds three quantiles, or nothing where nobody measured.
    static void latency(Traffic traffic, List<Fact> facts) {
        for (int percent : new int[] {50, 95, 99}) {
            var millis = traffic.durationMillis(percent / 100.0);
            if (millis.isPresent()) {
                facts.add(new Fact("p" + percent, Figures.millis(millis.getAsDouble())));
            }
        }
    }
}
