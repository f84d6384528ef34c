package io.windrose.prometheus;

import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import java.time.Duration;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/// Limits of a conversation with a server that may be anything.
///
/// @param connect until the connection stands
/// @param whole from the first byte of the request to the last of the answer
/// @param maxBytes of an answer
public record Peer(Duration connect, Duration whole, long maxBytes) {
    public static final Peer DEFAULT =
            new Peer(Duration.ofSeconds(3), Duration.ofSeconds(20), 256L << 20);

    OkHttpClient client() {
        return new OkHttpClient.Builder()
                .connectTimeout(connect)
                .readTimeout(whole)
                .callTimeout(whole)
                .followRedirects(true)
                .build();
    }

    /// @param flag the command-line flag or field in which the user gave it
    static Result<HttpUrl> url(String flag, String text) {
        var url = HttpUrl.Companion.parse(text.strip());
        return url != null
                ? Result.ok(url)
                : Result.err(
                        Problem.error(
                                "MESH1500",
                                Place.NOWHERE,
                                flag
                                        + " "
                                        + text
                                        + " is not a URL; expected http://HOST:PORT or"
                                        + " https://HOST:PORT"));
    }

    /// The URL as messages may show it: without user, password and query.
    static String shown(HttpUrl url) {
        return url.newBuilder()
                .username("")
                .password("")
                .query(null)
                .fragment(null)
                .build()
                .toString();
    }

    /// A request to the URL; user and password in it become a header.
    static Request.Builder request(HttpUrl url) {
        var request =
                new Request.Builder()
                        .url(url.newBuilder().username("").password("").fragment(null).build())
                        .header("User-Agent", "windrose");
        if (!url.username().isEmpty()) {
            request.header(
                    "Authorization", okhttp3.Credentials.basic(url.username(), url.password()));
        }
        return request;
    }
}
