package io.windrose.view.config;

import io.windrose.kernel.Owner;
import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Work that waits for the disk or thinks long, done away from the owner of the view model.
record Aside(Executor blocking, Owner fx) {

    /// @param what it is, as a noun: `Reading the folder`
    /// @param then gets the answer on the owner
    /// @param failed told on the owner of what the task threw, so that nothing waits for ever; the
    ///   throw itself goes on to the owner's fault handler
    <T> void run(
            String what,
            Supplier<T> task,
            Consumer<? super T> then,
            Consumer<? super Problem> failed) {
        blocking.execute(() -> {
            T answer;
            try {
                answer = task.get();
            } catch (RuntimeException | Error fault) {
                fx.execute(() -> {
                    failed.accept(bug(what));
                    throw new IllegalStateException(what + " failed", fault);
                });
                return;
            }
            fx.execute(() -> then.accept(answer));
        });
    }

    private static Problem bug(String what) {
        return Problem.error(
                "MESH1850",
                Place.NOWHERE,
                what + " met a bug of Windrose itself; its report says more.");
    }
}
