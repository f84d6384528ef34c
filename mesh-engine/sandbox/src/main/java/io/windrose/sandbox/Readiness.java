package io.windrose.sandbox;

import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits until a mesh that was just started carries traffic.
final class Readiness {
    /// Ample: a computer that is busy with other things still gets there.
    private static final Duration LIMIT = Duration.ofSeconds(90);

    private static final Duration PAUSE = Duration.ofMillis(25);
    private final HttpClient http;

    Readiness(HttpClient http) {
        this.http = http;
    }

    /// Blocks until every proxy says that it is ready.
    Result<AdminAddresses> proxies(AdminAddresses admins) {
        var waiting = new ArrayList<>(admins.byPod().keySet());
        boolean allReady =
                until(() -> {
                    waiting.removeIf(pod -> isReady(admins, pod));
                    return waiting.isEmpty();
                });
        return allReady
                ? Result.ok(admins)
                : failed("these proxies did not become ready within " + LIMIT + ": " + waiting);
    }

    Result<Boolean> traffic(BooleanSupplier flows) {
        return until(flows)
                ? Result.ok(true)
                : failed("no request was answered well within " + LIMIT);
    }

    private static boolean until(BooleanSupplier state) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!state.getAsBoolean()) {
            if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE.toMillis()));
        }
        return true;
    }

    private boolean isReady(AdminAddresses admins, String pod) {
        var request =
                HttpRequest.newBuilder(admins.url(pod, "/ready"))
                        .timeout(Duration.ofSeconds(2))
                        .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static <T> Result<T> failed(String message) {
        return new Result.Err<>(List.of(Problem.error("MESH1603", Place.NOWHERE, message)));
    }
}
