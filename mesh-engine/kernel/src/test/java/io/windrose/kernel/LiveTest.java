package io.windrose.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

final class LiveTest {
    private final Live<String> live = new Live<>("first");
    private final List<String> seen = new ArrayList<>();

    @Test
    void aSubscriberSeesTheCurrentValueAndEveryChange() {
        try (var _ = live.subscribe(Owner.direct(), seen::add)) {
            live.set("second");
        }

        assertThat(seen).containsExactly("first", "second");
    }

    @Test
    void anEqualValueAnnouncesNothing() {
        try (var _ = live.subscribe(Owner.direct(), seen::add)) {
            live.set("fir" + "st");
        }

        assertThat(seen).containsExactly("first");
    }

    @Test
    void aBusySubscriberSkipsToTheNewest() {
        Queue<Runnable> waiting = new ArrayDeque<>();
        var busy = new Owner(waiting::add, () -> true, _ -> {});
        try (var _ = live.subscribe(busy, seen::add)) {
            live.set("second");
            live.set("third");
            drain(waiting);
            live.set("fourth");
            drain(waiting);
        }

        assertThat(seen).containsExactly("third", "fourth");
    }

    @Test
    void aClosedSubscriptionHearsNothingMore() {
        live.subscribe(Owner.direct(), seen::add).close();
        live.set("second");

        assertThat(seen).containsExactly("first");
    }

    private static void drain(Queue<Runnable> tasks) {
        for (var task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }
}
