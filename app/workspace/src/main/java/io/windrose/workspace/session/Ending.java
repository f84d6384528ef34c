package io.windrose.workspace.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// What a session has started, to be ended in the opposite order, once.
///
/// Filled by the one thread that opens the session, before anybody else has it.
final class Ending implements AutoCloseable {
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final Consumer<Throwable> faults;

    /// @param faults takes what fails to end; the rest is ended all the same
    Ending(Consumer<Throwable> faults) {
        this.faults = faults;
    }

    <T extends AutoCloseable> T add(T something) {
        started.push(something);
        return something;
    }

    @Override
    public void close() {
        if (!ended.compareAndSet(false, true)) {
            return;
        }
        for (var each : started) {
            try {
                each.close();
            } catch (Exception failure) {
                faults.accept(failure);
            }
        }
    }
}
