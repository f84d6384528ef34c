package io.windrose.controlplane.push;

import io.windrose.kernel.Owner;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Runs its tasks one at a time on the threads of a pool, so that thousands of streams each have an
/// owner without a thread each. When the pool has ended, tasks are dropped.
public final class SerialLane implements Executor {
    /// After so many tasks a lane goes to the end of the pool's queue, to let others have a turn.
    private static final int TURN = 32;

    private final Executor pool;
    private final ConcurrentLinkedQueue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private volatile @Nullable Thread running;

    private SerialLane(Executor pool) {
        this.pool = pool;
    }

    public static Owner owner(Executor pool, Consumer<Throwable> faults) {
        var lane = new SerialLane(pool);
        return new Owner(lane, () -> Thread.currentThread().equals(lane.running), faults);
    }

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
        schedule();
    }

    private void schedule() {
        if (scheduled.compareAndSet(false, true)) {
            try {
                pool.execute(this::turn);
            } catch (RejectedExecutionException _) {
                tasks.clear();
            }
        }
    }

    private void turn() {
        running = Thread.currentThread();
        try {
            for (int i = 0; i < TURN; i++) {
                var task = tasks.poll();
                if (task == null) {
                    break;
                }
                task.run();
            }
        } finally {
            running = null;
            scheduled.set(false);
            if (!tasks.isEmpty()) {
                schedule();
            }
        }
    }
}
