package io.windrose.sandbox.load;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/// Sends requests at the times that its profile asks for, whether or not earlier ones have been
/// answered, so that a slow mesh is seen as slow instead of being asked less. Only before anything
/// was answered well it waits for each answer: what piles up before a mesh that is still starting
/// would be seen as a burst that nobody sends.
public final class LoadGenerator implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /// Beyond this many unanswered requests more would only measure the queue.
    private static final int MAX_UNDER_WAY = 2_000;

    private static final Duration TICK = Duration.ofMillis(10);

    private final HttpClient http;
    private final LoadProfile profile;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("load").daemon().factory());
    private final LongAdder ok = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder answeredNanos = new LongAdder();
    private final LongAdder answered = new LongAdder();
    private final LongAdder underWay = new LongAdder();
    private long ticked = System.nanoTime();
    private double due;
    private long sent;

    private LoadGenerator(HttpClient http, LoadProfile profile) {
        this.http = http;
        this.profile = profile;
    }

    public static LoadGenerator start(HttpClient http, LoadProfile profile) {
        var load = new LoadGenerator(http, profile);
        var _ =
                load.clock.scheduleAtFixedRate(
                        load::sendWhatIsDue, 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
        return load;
    }

    public Totals totals() {
        long good = ok.sum();
        long bad = failed.sum();
        long counted = answered.sum();
        double mean = counted == 0 ? 0 : answeredNanos.sum() / 1e6 / counted;
        return new Totals(good + bad, good, bad, mean);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    private void sendWhatIsDue() {
        long now = System.nanoTime();
        boolean waits = ok.sum() == 0 && underWay.sum() > 0;
        if (!waits) {
            due += (now - ticked) / 1e9 * profile.requestsPerSecond();
        }
        ticked = now;
        for (; sent < (long) due; sent++) {
            if (underWay.sum() >= MAX_UNDER_WAY) {
                failed.increment();
            } else {
                send(profile.target(sent));
            }
        }
    }

    private void send(URI target) {
        underWay.increment();
        long begin = System.nanoTime();
        var request = HttpRequest.newBuilder(target).timeout(PATIENCE).build();
        var _ =
                http.sendAsync(request, BodyHandlers.discarding())
                        .whenComplete((answer, failure) -> count(answer, failure, begin));
    }

    private void count(HttpResponse<Void> answer, Throwable failure, long begin) {
        underWay.decrement();
        if (failure != null) {
            failed.increment();
            return;
        }
        answered.increment();
        answeredNanos.add(System.nanoTime() - begin);
        (answer.statusCode() < 400 ? ok : failed).increment();
    }
}
