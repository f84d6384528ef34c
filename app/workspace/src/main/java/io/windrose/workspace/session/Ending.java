package io.windrose.workspace.session;

import io.windrose.kernel.Result;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// How everything that a session has started is ended: in the opposite order, each once.
///
/// Filled by the one thread that opens the session, before anybody else has it.
final class Ending implements AutoCloseable {
    private final Deque<Runnable> ends = new ArrayDeque<>();
    private final Consumer<Throwable> faults;

    /// @param faults takes what fails to end; the rest is ended all the same
    Ending(Consumer<Throwable> faults) {
        this.faults = faults;
    }

    void add(Runnable end) {
        ends.push(end);
    }

    /// Ends what `opening` has started unless it succeeds.
    <T> Result<T> unlessOpen(Supplier<Result<T>> opening) {
        boolean open = false;
        try {
            var answer = opening.get();
            open = answer instanceof Result.Ok<T>;
            return answer;
        } finally {
            if (!open) {
                close();
            }
        }
    }

    /// Returns when everything has ended, also while another thread is at it.
    @Override
    public synchronized void close() {
        while (!ends.isEmpty()) {
            try {
                ends.pop().run();
            } catch (RuntimeException fault) {
                faults.accept(fault);
            }
        }
    }
}
