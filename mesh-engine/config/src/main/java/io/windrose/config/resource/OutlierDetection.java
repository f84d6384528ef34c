package io.windrose.config.resource;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// When an endpoint that answers badly is left out for a while.
///
/// @param consecutive5xxErrors 0 switches the check off; empty for Envoy's 5
/// @param consecutiveGatewayErrors 0 or empty switches the check off
/// @param consecutiveLocalOriginFailures only with `splitExternalLocalOriginErrors`
/// @param interval empty for 10 s
/// @param baseEjectionTime empty for 30 s
/// @param maxEjectionPercent of the endpoints; 0 means that nothing is set
/// @param minHealthPercent below which all endpoints are used again; 0 never
public record OutlierDetection(
        Optional<Integer> consecutive5xxErrors,
        Optional<Integer> consecutiveGatewayErrors,
        boolean splitExternalLocalOriginErrors,
        Optional<Integer> consecutiveLocalOriginFailures,
        Optional<Duration> interval,
        Optional<Duration> baseEjectionTime,
        int maxEjectionPercent,
        int minHealthPercent,
        List<Integer> httpErrorCodes) {

    public OutlierDetection {
        httpErrorCodes = List.copyOf(httpErrorCodes);
    }
}
