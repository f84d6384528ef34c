package io.windrose.controlplane.push;

import io.windrose.kernel.Owner;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/// The proxies that wait for a push, each at most once, served in the order in which they came.
///
/// A proxy that is asked for while its push runs is pushed once more afterwards. State lives on
/// `owner`.
///
/// @param <P> stands for a proxy; equal values are the same one
public final class PushQueue<P> {
    private final Owner owner;
    private final int atOnce;
    private final Function<? super P, ? extends CompletionStage<?>> push;
    private final SequencedSet<P> waiting = new LinkedHashSet<>();
    private final SequencedSet<P> running = new LinkedHashSet<>();

    /// @param atOnce how many pushes may run at a time
    /// @param push starts the push of the newest state and completes, on any thread, when it is
    ///   done; a failure counts as done
    public PushQueue(
            Owner owner, int atOnce, Function<? super P, ? extends CompletionStage<?>> push) {
        this.owner = owner;
        this.atOnce = atOnce;
        this.push = push;
    }

    /// The push will show whatever is newest when it begins, so asking again before then is one.
    public void add(P proxy) {
        owner.checkInside();
        waiting.add(proxy);
        startNext();
    }

    public void remove(P proxy) {
        owner.checkInside();
        waiting.remove(proxy);
    }

    public int waiting() {
        owner.checkInside();
        return waiting.size();
    }

    private void startNext() {
        while (running.size() < atOnce) {
            var next = waiting.stream().filter(proxy -> !running.contains(proxy)).findFirst();
            if (next.isEmpty()) {
                return;
            }
            start(next.get());
        }
    }

    private void start(P proxy) {
        waiting.remove(proxy);
        running.add(proxy);
        var _ =
                push.apply(proxy)
                        .whenComplete((_, _) ->
                                owner.execute(() -> {
                                    running.remove(proxy);
                                    startNext();
                                }));
    }
}
