package io.windrose.prometheus;

import java.time.Duration;
import okhttp3.OkHttpClient;

/// How far a server that may be anything is trusted.
///
/// @param connect until the connection stands
/// @param whole from the first byte of the request to the last of the answer
/// @param maxBytes of an answer
public record Limits(Duration connect, Duration whole, long maxBytes) {
    public static final Limits DEFAULT =
            new Limits(Duration.ofSeconds(3), Duration.ofSeconds(20), 256L << 20);

    OkHttpClient client() {
        return new OkHttpClient.Builder()
                .connectTimeout(connect)
                .readTimeout(whole)
                .callTimeout(whole)
                .build();
    }
}
