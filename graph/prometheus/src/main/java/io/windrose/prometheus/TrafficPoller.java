package io.windrose.prometheus;

import io.windrose.kernel.Live;
import io.windrose.kernel.Owner;
import io.windrose.kernel.Reading;
import io.windrose.kernel.Result;
import io.windrose.topology.traffic.TrafficWindow;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/// Keeps the newest window at hand: asks again and again, and while nobody answers keeps the last
/// answer together with the reason.
///
/// State is confined to the owner; the source blocks on `blocking`.
public final class TrafficPoller {
    private final TrafficSource source;
    private final Supplier<TrafficQuestion> question;
    private final Owner owner;
    private final Executor blocking;
    private final InstantSource clock;
    private final Live<Reading<TrafficWindow>> windows = new Live<>(Reading.none());
    private boolean asking;

    /// @param question asked for anew each time, on the owner
    /// @param blocking where the source may block: virtual threads
    public TrafficPoller(
            TrafficSource source,
            Supplier<TrafficQuestion> question,
            Owner owner,
            Executor blocking,
            InstantSource clock) {
        this.source = source;
        this.question = question;
        this.owner = owner;
        this.blocking = blocking;
        this.clock = clock;
    }

    public Live<Reading<TrafficWindow>> windows() {
        return windows;
    }

    /// Asks once more, unless the last question is still open. To be called at each tick, on any
    /// thread.
    public void poll() {
        owner.execute(() -> {
            if (!asking) {
                asking = true;
                var asked = question.get();
                owner.await(
                        CompletableFuture.supplyAsync(() -> source.read(asked), blocking),
                        this::onAnswer);
            }
        });
    }

    private void onAnswer(Result<TrafficWindow> answer) {
        asking = false;
        windows.set(
                switch (answer) {
                    case Result.Ok(var window, _) -> Reading.fresh(window, clock.instant());
                    case Result.Err(var problems) -> windows.get().stale(problems);
                });
    }
}
