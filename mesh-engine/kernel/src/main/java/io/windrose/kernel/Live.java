package io.windrose.kernel;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// The latest value of something that changes, readable from any thread and written by one owner.
///
/// Subscribers see the current value first and then the newest one after each change. Values that
/// arrive while a subscriber is busy are conflated: it skips straight to the newest. Setting a
/// value equal to the current one announces nothing, which is why `T` should be a record.
public final class Live<T> {
    /// Ends when it is closed; a call that has already begun runs to its end.
    @FunctionalInterface
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    private final AtomicReference<T> current;
    private final List<Subscriber<T>> subscribers = new CopyOnWriteArrayList<>();

    public Live(T first) {
        current = new AtomicReference<>(first);
    }

    public T get() {
        return current.get();
    }

    public void set(T value) {
        if (!current.getAndSet(value).equals(value)) {
            subscribers.forEach(Subscriber::wake);
        }
    }

    public Subscription subscribe(Owner owner, Consumer<? super T> listener) {
        var subscriber = new Subscriber<>(current, owner, listener);
        subscribers.add(subscriber);
        subscriber.wake();
        return () -> {
            subscriber.ended.set(true);
            subscribers.remove(subscriber);
        };
    }

    private static final class Subscriber<T> {
        private final AtomicReference<T> source;
        private final Owner owner;
        private final Consumer<? super T> listener;
        private final AtomicBoolean pending = new AtomicBoolean();
        private final AtomicBoolean ended = new AtomicBoolean();

        Subscriber(AtomicReference<T> source, Owner owner, Consumer<? super T> listener) {
            this.source = source;
            this.owner = owner;
            this.listener = listener;
        }

        void wake() {
            if (pending.compareAndSet(false, true)) {
                owner.execute(() -> {
                    pending.set(false);
                    if (!ended.get()) {
                        listener.accept(source.get());
                    }
                });
            }
        }
    }
}
