package io.windrose.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.kernel.Owner;
import io.windrose.topology.TopologySnapshot;
import io.windrose.topology.layout.Point;
import io.windrose.topology.layout.StableLayout;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

final class NewestTest {
    private final Deque<Runnable> background = new ArrayDeque<>();
    private final List<Throwable> faults = new ArrayList<>();
    private final Owner owner = new Owner(Runnable::run, () -> true, faults::add);
    private final List<Integer> taken = new ArrayList<>();
    private final Newest<Integer> newest = new Newest<>(owner, background::add, taken::add);

    @Test
    void ofWhatWaitsOnlyTheNewestIsComputed() {
        newest.ask(() -> 1);
        newest.ask(() -> 2);
        newest.ask(() -> 3);
        assertThat(background).hasSize(1);

        work();

        assertThat(taken).containsExactly(1, 3);
    }

    @Test
    void whatFailsIsAFaultAndTheNextIsComputed() {
        newest.ask(() -> {
            throw new IllegalStateException("a bug");
        });
        newest.ask(() -> 2);

        work();

        assertThat(faults).singleElement().extracting("cause.cause.message").isEqualTo("a bug");
        assertThat(taken).containsExactly(2);
    }

    @Test
    void whatIsDraggedWhileAPictureIsMadeStaysWhereItWasPut() {
        var model = new TopologyViewModel(owner, background::add);
        var story = MeshSample.story();
        var layout = StableLayout.arrange(story);
        model.show(story, layout);
        assertThat(model.shownProperty().get()).isEqualTo(Shown.NOTHING);
        work();
        var there = new Point(-300, -200);

        model.show(story, layout);
        model.place(MeshSample.RATINGS, there, /* dropped= */ false);
        work();

        assertThat(model.shownProperty().get().layout().spots().get(MeshSample.RATINGS))
                .extracting(spot -> spot.centre())
                .isEqualTo(there);
        assertThat(faults).isEmpty();
    }

    @Test
    void aGraphThatIsNoLongerAskedForIsNeverShown() {
        var model = new TopologyViewModel(owner, background::add);
        model.resize(800, 600, List.of());
        var story = MeshSample.story();
        var other = MeshSample.any(9, 3);
        model.show(story, StableLayout.arrange(story));
        var shown = new ArrayList<TopologySnapshot>();
        model.shownProperty().subscribe((_, now) -> shown.add(now.graph()));

        model.show(other, StableLayout.arrange(other));
        assertThat(model.isPlacing()).isTrue();
        work();

        assertThat(shown).containsExactly(other);
        assertThat(model.isPlacing()).isFalse();
    }

    private void work() {
        while (!background.isEmpty()) {
            background.remove().run();
        }
    }
}
