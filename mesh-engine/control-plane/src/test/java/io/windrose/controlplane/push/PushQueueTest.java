package io.windrose.controlplane.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.kernel.Owner;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class PushQueueTest {
    private final List<String> started = new ArrayList<>();
    private final Map<String, CompletableFuture<String>> running = new LinkedHashMap<>();
    private final PushQueue<String> queue = new PushQueue<>(Owner.direct(), 2, this::push);

    @Test
    void soManyRunAtOnceAndTheOthersFollowInOrder() {
        for (var proxy : List.of("a", "b", "c", "d")) {
            queue.add(proxy);
        }
        var first = List.copyOf(started);

        finish("b");

        assertThat(first).containsExactly("a", "b");
        assertThat(started).containsExactly("a", "b", "c");
        assertThat(queue.waiting()).isEqualTo(1);
    }

    @Test
    void aProxyThatWaitsIsPushedOnceHoweverOftenItIsAdded() {
        queue.add("a");
        queue.add("b");
        for (int i = 0; i < 10; i++) {
            queue.add("c");
        }

        finish("a");
        finish("b");
        finish("c");

        assertThat(started).containsExactly("a", "b", "c");
    }

    @Test
    void aProxyThatIsAddedWhileItsPushRunsIsPushedOnceMoreAfterwards() {
        queue.add("a");
        queue.add("a");
        queue.add("a");
        var during = List.copyOf(started);

        finish("a");

        assertThat(during).containsExactly("a");
        assertThat(started).containsExactly("a", "a");
    }

    @Test
    void aProxyThatLeftIsNotPushed() {
        queue.add("a");
        queue.add("b");
        queue.add("c");
        queue.remove("c");

        finish("a");

        assertThat(started).containsExactly("a", "b");
    }

    @Test
    void aPushThatFailsMakesRoom() {
        queue.add("a");
        queue.add("b");
        queue.add("c");

        Optional.ofNullable(running.remove("a"))
                .orElseThrow()
                .completeExceptionally(new IllegalStateException("bug"));

        assertThat(started).containsExactly("a", "b", "c");
    }

    private CompletableFuture<String> push(String proxy) {
        started.add(proxy);
        var done = new CompletableFuture<String>();
        running.put(proxy, done);
        return done;
    }

    private void finish(String proxy) {
        Optional.ofNullable(running.remove(proxy)).orElseThrow().complete(proxy);
    }
}
