package io.windrose.conformance.place;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.SplittableRandom;

/// One generated request.
///
/// @param name unique; travels as `x-case` and finds the request in the access log
record RequestCase(
        String name,
        String method,
        String host,
        String path,
        SequencedMap<String, String> headers,
        String body) {
    private static final List<String> HOSTS =
            List.of(
                    "books.example",
                    "books.example:8080",
                    "BOOKS.example",
                    "new.books.example",
                    "films.example",
                    "films.org",
                    "nobody.example");

    private static final List<String> PATHS =
            List.of(
                    "/exact",
                    "/exact?x=1",
                    "/exact/more",
                    "/mixed",
                    "/MIXED",
                    "/item/42",
                    "/item/42/pages?p=2",
                    "/item/x",
                    "/choose",
                    "/choose/this",
                    "/query?kind=science",
                    "/query?kind=art",
                    "/query?a=b&kind=scifi",
                    "/query",
                    "/old/page",
                    "/old/a/../b",
                    "/old//twice",
                    "/seg",
                    "/seg/ment",
                    "/segment",
                    "/moved/x",
                    "/swap/y?z=1",
                    "/teapot",
                    "/weighted",
                    "/slow",
                    "/aborted",
                    "/delayed",
                    "/status/503",
                    "/status/404",
                    "/status/200",
                    "/nowhere",
                    "/refused",
                    "/empty",
                    "/headers",
                    "/shared",
                    "/hashed",
                    "/hashed?user=ann",
                    "/hashed?user=bob&x=1",
                    "/once",
                    "/once?x",
                    "/mirrored",
                    "/words",
                    "/bytes",
                    "/private",
                    "/private/../private/x",
                    "/./exact",
                    "/%65xact",
                    "/");

    private static final List<String> METHODS =
            List.of("GET", "GET", "GET", "POST", "HEAD", "OPTIONS", "DELETE");

    static List<RequestCase> generate(long seed, int count) {
        var random = new SplittableRandom(seed);
        var cases = new ArrayList<RequestCase>();
        for (int i = 0; i < count; i++) {
            // Every path once in its plain form, then at random.
            var path = i < PATHS.size() ? PATHS.get(i) : pick(random, PATHS);
            var host = i < PATHS.size() ? HOSTS.getFirst() : pick(random, HOSTS);
            var method = i < PATHS.size() ? "GET" : pick(random, METHODS);
            var body = method.equals("POST") ? "x".repeat(random.nextInt(3_000)) : "";
            cases.add(new RequestCase("case-" + i, method, host, path, headers(random), body));
        }
        return cases;
    }

    private static SequencedMap<String, String> headers(SplittableRandom random) {
        var headers = new LinkedHashMap<String, String>();
        maybe(random, headers, "end-user", "jason");
        maybe(random, headers, "x-plain", "yes");
        maybe(random, headers, "x-secret", "hidden");
        maybe(random, headers, "x-set", "before");
        maybe(random, headers, "x-added", "zero");
        maybe(random, headers, "x-key", "open");
        maybe(random, headers, "origin", "https://app.example");
        maybe(random, headers, "access-control-request-method", "GET");
        maybe(random, headers, "x-forwarded-for", "203.0.113.7");
        maybe(random, headers, "x-envoy-retry-on", "5xx");
        maybe(random, headers, "te", "trailers");
        maybe(random, headers, "cookie", "a=1; seat=\"" + random.nextInt(100) + "\"");
        return headers;
    }

    private static void maybe(
            SplittableRandom random,
            SequencedMap<String, String> headers,
            String key,
            String value) {
        if (random.nextInt(4) == 0) {
            headers.put(key, value);
        }
    }

    private static String pick(SplittableRandom random, List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
