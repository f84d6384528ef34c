package io.windrose.config.resource;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Which other origins a browser may let call.
///
/// @param maxAge how long a browser may remember the answer; whole seconds
public record CorsPolicy(
        List<StringMatch> allowOrigins,
        List<String> allowMethods,
        List<String> allowHeaders,
        List<String> exposeHeaders,
        Optional<Duration> maxAge,
        Optional<Boolean> allowCredentials,
        UnmatchedPreflights unmatchedPreflights) {

    public CorsPolicy {
        allowOrigins = List.copyOf(allowOrigins);
        allowMethods = List.copyOf(allowMethods);
        allowHeaders = List.copyOf(allowHeaders);
        exposeHeaders = List.copyOf(exposeHeaders);
    }

    /// What becomes of a preflight from an origin that is not allowed; unspecified forwards.
    public enum UnmatchedPreflights {
        UNSPECIFIED,
        FORWARD,
        IGNORE
    }
}
