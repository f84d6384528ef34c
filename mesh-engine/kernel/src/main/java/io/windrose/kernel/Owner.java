package io.windrose.kernel;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// The one thread on which some mutable state lives; all others hand it tasks.
///
/// Tasks run one at a time in the order of their arrival. What a task throws is a bug: it goes to
/// the fault handler, and the owner carries on with the next task.
public final class Owner implements Executor {
    private final Executor serial;
    private final BooleanSupplier inside;
    private final Consumer<Throwable> faults;

    /// @param serial runs one task at a time: a Netty event loop, `Platform::runLater`, a thread
    /// @param inside whether the caller is on that thread
    public Owner(Executor serial, BooleanSupplier inside, Consumer<Throwable> faults) {
        this.serial = serial;
        this.inside = inside;
        this.faults = faults;
    }

    /// Runs every task at once on the caller's thread; for tests, which then need no waiting.
    public static Owner direct() {
        return new Owner(
                Runnable::run,
                () -> true,
                fault -> {
                    throw new IllegalStateException(fault);
                });
    }

    /// A daemon thread of that name, and the scheduler that tells the time on it.
    public static Threaded onThread(String name, Consumer<Throwable> faults) {
        var thread = new Thread[1];
        var scheduler =
                new ScheduledThreadPoolExecutor(
                        1,
                        task -> {
                            thread[0] = Thread.ofPlatform().name(name).daemon().unstarted(task);
                            return thread[0];
                        },
                        new ThreadPoolExecutor.DiscardPolicy());
        return new Threaded(
                new Owner(scheduler, () -> Thread.currentThread().equals(thread[0]), faults),
                scheduler);
    }

    /// @param scheduler runs on the owner's own thread; shutting it down ends the owner, and what
    ///   is handed over after that is dropped
    public record Threaded(Owner owner, ScheduledExecutorService scheduler)
            implements AutoCloseable {

        public Timer timer() {
            return Timer.of(owner, scheduler);
        }

        @Override
        public void close() {
            scheduler.shutdownNow();
        }
    }

    @Override
    public void execute(Runnable task) {
        serial.execute(() -> guarded(task));
    }

    /// Runs `then` here with what `stage` completes with; its failure is a fault.
    public <T> void await(CompletionStage<? extends T> stage, Consumer<? super T> then) {
        var _ =
                stage.whenComplete((value, failure) -> {
                    if (failure != null) {
                        execute(() -> {
                            throw new IllegalStateException(failure);
                        });
                    } else {
                        execute(() -> then.accept(value));
                    }
                });
    }

    public void checkInside() {
        if (!inside.getAsBoolean()) {
            throw new IllegalStateException(
                    "called on "
                            + Thread.currentThread().getName()
                            + ", not on the owner's thread");
        }
    }

    private void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error fault) {
            faults.accept(fault);
        }
    }
}
