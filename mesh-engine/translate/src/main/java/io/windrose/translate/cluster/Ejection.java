package io.windrose.translate.cluster;

import io.envoyproxy.envoy.config.cluster.v3.OutlierDetection;

/// When endpoints are ejected. Ejection by success rate is always off, as Istio has no setting for
/// it; a count of 0 switches its check off.
final class Ejection {
    private static final int ALWAYS = 100;
    private static final int NEVER = 0;

    private Ejection() {}

    static OutlierDetection of(io.windrose.config.resource.OutlierDetection settings) {
        var ejection = OutlierDetection.newBuilder().setEnforcingSuccessRate(Wire.uint32(NEVER));
        settings.consecutive5xxErrors()
                .ifPresent(count ->
                        ejection.setConsecutive5Xx(Wire.uint32(count))
                                .setEnforcingConsecutive5Xx(Wire.uint32(enforcing(count))));
        settings.consecutiveGatewayErrors()
                .ifPresent(count ->
                        ejection.setConsecutiveGatewayFailure(Wire.uint32(count))
                                .setEnforcingConsecutiveGatewayFailure(
                                        Wire.uint32(enforcing(count))));
        if (settings.splitExternalLocalOriginErrors()) {
            ejection.setSplitExternalLocalOriginErrors(true)
                    .setEnforcingLocalOriginSuccessRate(Wire.uint32(NEVER));
            settings.consecutiveLocalOriginFailures()
                    .filter(count -> count > 0)
                    .ifPresent(count ->
                            ejection.setConsecutiveLocalOriginFailure(Wire.uint32(count))
                                    .setEnforcingConsecutiveLocalOriginFailure(
                                            Wire.uint32(ALWAYS)));
        }
        settings.interval().ifPresent(time -> ejection.setInterval(Wire.duration(time)));
        settings.baseEjectionTime()
                .ifPresent(time -> ejection.setBaseEjectionTime(Wire.duration(time)));
        if (settings.maxEjectionPercent() > 0) {
            ejection.setMaxEjectionPercent(Wire.uint32(settings.maxEjectionPercent()));
        }
        return ejection.build();
    }

    private static int enforcing(int count) {
        return count > 0 ? ALWAYS : NEVER;
    }
}
