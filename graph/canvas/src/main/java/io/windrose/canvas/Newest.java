package io.windrose.canvas;

import io.windrose.kernel.Owner;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Computes one value after the other in the background and hands each to its owner. Of what is
/// asked for while one is being computed, only the newest is computed afterwards.
///
/// Confined to the owner. What fails is a fault, and does not stop what is asked for later.
final class Newest<T> {
    private final Owner owner;
    private final Executor background;
    private final Consumer<T> taker;
    private @Nullable Supplier<T> waiting;
    private boolean busy;

    private record Outcome<T>(@Nullable T value, @Nullable Throwable failure) {}

    /// @param taker takes each value, on the owner
    Newest(Owner owner, Executor background, Consumer<T> taker) {
        this.owner = owner;
        this.background = background;
        this.taker = taker;
    }

    /// @param what touches nothing that changes
    void ask(Supplier<T> what) {
        if (busy) {
            waiting = what;
        } else {
            busy = true;
            owner.await(
                    CompletableFuture.supplyAsync(what, background).handle(Outcome<T>::new),
                    this::onEnd);
        }
    }

    boolean isBusy() {
        return busy;
    }

    private void onEnd(Outcome<T> outcome) {
        busy = false;
        try {
            if (outcome.failure() != null) {
                throw new CompletionException(outcome.failure());
            }
            if (outcome.value() != null) {
                taker.accept(outcome.value());
            }
        } finally {
            var next = waiting;
            waiting = null;
            if (next != null) {
                ask(next);
            }
        }
    }
}
