package io.windrose.workspace.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

final class EndingTest {
    private static final Problem TAKEN =
            Problem.error("MESH1800", Place.NOWHERE, "port 15010 is taken");

    private final List<Object> ended = new CopyOnWriteArrayList<>();
    private final Ending ending = new Ending(ended::add);

    @Test
    void whoClosesWhileAnotherDoesWaitsUntilThatIsDone() throws Exception {
        var begun = new CountDownLatch(1);
        var released = new CountDownLatch(1);
        ending.add(() -> {
            begun.countDown();
            awaitQuietly(released);
            ended.add("sandbox");
        });
        var first = Thread.ofPlatform().start(ending::close);
        begun.await();

        var second =
                Thread.ofPlatform()
                        .start(() -> {
                            ending.close();
                            ended.add("second closer");
                        });
        while (second.getState() != Thread.State.BLOCKED
                && second.getState() != Thread.State.TERMINATED) {
            Thread.onSpinWait();
        }
        released.countDown();
        first.join();
        second.join();

        assertThat(ended).containsExactly("sandbox", "second closer");
    }

    @Test
    void whatFailsToEndIsAFaultAndTheRestEnds() {
        var bug = new IllegalStateException("a bug");
        ending.add(() -> ended.add("sandbox"));
        ending.add(() -> {
            throw bug;
        });
        ending.add(() -> ended.add("telemetry"));

        ending.close();
        ending.close();

        assertThat(ended).containsExactly("telemetry", bug, "sandbox");
    }

    @Test
    void whatWasStartedForAConnectionThatDoesNotOpenIsEnded() {
        var answer =
                ending.unlessOpen(() -> {
                    ending.add(() -> ended.add("sandbox"));
                    return Result.err(TAKEN);
                });

        assertThat(answer.problems()).containsExactly(TAKEN);
        assertThat(ended).containsExactly("sandbox");
        assertThatThrownBy(() ->
                        ending.unlessOpen(() -> {
                            ending.add(() -> ended.add("pages"));
                            throw new IllegalStateException("a bug");
                        }))
                .hasMessage("a bug");
        assertThat(ended).containsExactly("sandbox", "pages");
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
