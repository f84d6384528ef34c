package io.windrose.config.resource;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// One rule for HTTP requests.
///
/// @param matches one of them suffices; empty matches every request
/// @param timeout of the whole request; zero switches it off
/// @param retries empty means the mesh's default policy
public record HttpRoute(
        String name,
        List<HttpMatch> matches,
        HttpAction action,
        Optional<Duration> timeout,
        Optional<RetryPolicy> retries,
        Fault fault,
        List<Mirror> mirrors,
        Optional<CorsPolicy> cors,
        HeaderOperations headers,
        Optional<Rewrite> rewrite) {

    public HttpRoute {
        matches = List.copyOf(matches);
        mirrors = List.copyOf(mirrors);
    }

    /// Where copies of the requests go, whose answers nobody awaits.
    ///
    /// @param percent 0 to 100
    public record Mirror(Destination destination, double percent) {}

    /// @param uri replaces the matched prefix, or the whole path when the match is exact; empty
    ///   leaves the path
    /// @param authority empty leaves the host
    public record Rewrite(String uri, String authority, Optional<RegexRewrite> uriRegex) {}

    /// @param match RE2
    /// @param rewrite with `\1` for the first group
    public record RegexRewrite(String match, String rewrite) {}
}
