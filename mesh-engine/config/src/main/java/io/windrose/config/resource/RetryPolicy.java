package io.windrose.config.resource;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// @param attempts retries after the first try; 0 switches them off
/// @param perTryTimeout empty for the route's timeout
/// @param retryOn Envoy's conditions and status codes; empty for the mesh's default
/// @param backoff the base interval; empty for Envoy's 25 ms
public record RetryPolicy(
        int attempts,
        Optional<Duration> perTryTimeout,
        List<String> retryOn,
        Optional<Boolean> retryRemoteLocalities,
        Optional<Boolean> retryIgnorePreviousHosts,
        Optional<Duration> backoff) {

    public RetryPolicy {
        retryOn = List.copyOf(retryOn);
    }
}
