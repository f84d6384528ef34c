package io.windrose.workspace.session;

import io.windrose.kernel.Live;
import io.windrose.kernel.Owner;
import io.windrose.kernel.Reading;
import io.windrose.topology.GraphType;
import io.windrose.topology.MeshFacts;
import io.windrose.topology.layout.Layout;
import io.windrose.topology.layout.StableLayout;
import io.windrose.topology.traffic.TrafficWindow;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Pictures of a mesh in which nothing is measured: what is configured, all of it idle.
///
/// May be called from any thread; the state is confined to the owner.
final class ConfiguredPictures {
    private final Owner owner;
    private final InstantSource clock;
    private final Live<Picture> pictures;
    private final Map<GraphType, Layout> layouts = new EnumMap<>(GraphType.class);
    private Asked asked = Asked.of(GraphQuestion.DEFAULT);
    private MeshFacts facts = MeshFacts.NONE;

    ConfiguredPictures(Owner owner, InstantSource clock) {
        this.owner = owner;
        this.clock = clock;
        pictures =
                new Live<>(
                        new Picture(
                                asked.question(),
                                Reading.none(),
                                Layout.EMPTY,
                                Duration.ZERO,
                                List.of(),
                                List.of()));
    }

    Live<Picture> pictures() {
        return pictures;
    }

    void know(MeshFacts newFacts) {
        owner.execute(() -> {
            facts = newFacts;
            draw();
        });
    }

    void ask(GraphQuestion question) {
        owner.execute(() -> {
            asked = Asked.of(question);
            draw();
        });
    }

    void refresh() {
        owner.execute(this::draw);
    }

    private void draw() {
        var now = clock.instant();
        var nothing = new TrafficWindow(now, Duration.ZERO, List.of(), List.of());
        var graph = asked.configured(nothing, facts);
        var layout = StableLayout.next(layouts.getOrDefault(graph.type(), Layout.EMPTY), graph);
        layouts.put(graph.type(), layout);
        pictures.set(
                new Picture(
                        asked.question(),
                        Reading.fresh(graph, now),
                        layout,
                        Duration.ZERO,
                        List.of(),
                        asked.problems()));
    }
}
