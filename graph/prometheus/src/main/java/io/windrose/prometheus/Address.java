package io.windrose.prometheus;

import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import okhttp3.Request;

/// A URL that a user gave, which may hold secrets: a user and password, or a token in the query.
record Address(HttpUrl url) {

    /// @param flag the command-line flag or field in which the user gave it
    static Result<Address> parse(String flag, String text) {
        var url = HttpUrl.Companion.parse(text.strip());
        return url != null
                ? Result.ok(new Address(url))
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

    /// As messages may show it: without user, password and query.
    String shown() {
        return url.newBuilder()
                .username("")
                .password("")
                .query(null)
                .fragment(null)
                .build()
                .toString();
    }

    /// User and password become a header.
    Request.Builder request() {
        var request =
                new Request.Builder()
                        .url(url.newBuilder().username("").password("").fragment(null).build())
                        .header("User-Agent", "windrose");
        if (!url.username().isEmpty()) {
            request.header("Authorization", Credentials.basic(url.username(), url.password()));
        }
        return request;
    }
}
