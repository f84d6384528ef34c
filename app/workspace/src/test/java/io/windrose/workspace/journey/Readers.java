package io.windrose.workspace.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// People who ask for a page again and again, each as soon as the last answer has come.
record Readers(URI page) {
    private static final int AT_ONCE = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /// Blocks until so many requests have been answered, all of them with 200.
    void ask(int requests) throws InterruptedException {
        var left = new AtomicInteger(requests);
        var others = new ConcurrentSkipListMap<Integer, Integer>();
        try (var http = HttpClient.newHttpClient();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Void> reader =
                    () -> {
                        while (left.getAndDecrement() > 0) {
                            int status = status(http);
                            if (status != 200) {
                                others.merge(status, 1, Integer::sum);
                            }
                        }
                        return null;
                    };
            threads.invokeAll(Collections.nCopies(AT_ONCE, reader));
        }
        assertThat(others).as("answers other than 200 (0: none at all)").isEmpty();
    }

    private int status(HttpClient http) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(page).timeout(PATIENCE).build();
            return http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException _) {
            return 0;
        }
    }
}
