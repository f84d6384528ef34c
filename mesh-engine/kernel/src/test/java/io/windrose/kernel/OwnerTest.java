package io.windrose.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class OwnerTest {
    private final List<Throwable> faults = new ArrayList<>();
    private final Owner owner = new Owner(Runnable::run, () -> false, faults::add);

    @Test
    void aFaultIsReportedAndTheNextTaskRuns() {
        var bug = new IllegalStateException("bug");
        var ran = new ArrayList<String>();

        owner.execute(() -> {
            throw bug;
        });
        owner.execute(() -> ran.add("next"));

        assertThat(faults).containsExactly(bug);
        assertThat(ran).containsExactly("next");
    }

    @Test
    void anAwaitedValueArrivesOnTheOwner() {
        var answer = new CompletableFuture<String>();
        var got = new ArrayList<String>();

        owner.await(answer, got::add);
        answer.complete("value");

        assertThat(got).containsExactly("value");
    }

    @Test
    void anAwaitedFailureIsAFault() {
        var failure = new IllegalArgumentException("no");

        owner.await(CompletableFuture.failedFuture(failure), _ -> {});

        assertThat(faults).singleElement().extracting(Throwable::getCause).isEqualTo(failure);
    }

    @Test
    void aCallFromOutsideNamesItsThread() {
        assertThatThrownBy(owner::checkInside)
                .hasMessage(
                        "called on "
                                + Thread.currentThread().getName()
                                + ", not on the owner's thread");
    }
}
