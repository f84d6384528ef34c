package io.windrose.translate.route;

import com.google.protobuf.Any;
import com.google.protobuf.BoolValue;
import com.google.rpc.Code;
import io.envoyproxy.envoy.config.core.v3.RuntimeFractionalPercent;
import io.envoyproxy.envoy.extensions.filters.common.fault.v3.FaultDelay;
import io.envoyproxy.envoy.extensions.filters.http.fault.v3.FaultAbort;
import io.envoyproxy.envoy.extensions.filters.http.fault.v3.HTTPFault;
import io.envoyproxy.envoy.type.v3.FractionalPercent;
import io.envoyproxy.envoy.type.v3.FractionalPercent.DenominatorType;
import io.windrose.config.resource.CorsPolicy;
import io.windrose.config.resource.Fault;
import io.windrose.config.resource.HttpRoute;
import io.windrose.translate.wire.Durations;
import io.windrose.translate.wire.Packed;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a route sets for the fault and CORS filters in front of it.
///
/// @see <a href="https://github.com/istio/istio">Istio</a>
///   `pilot/pkg/networking/core/route/route.go`, `TranslateFault`, `TranslateCORSPolicy`
final class FilterOverrides {
    /// Percentages keep four decimals.
    private static final double MILLIONTHS_PER_PERCENT = 10_000;

    private FilterOverrides() {}

    /// Settings by filter name; empty when the route has neither.
    static SortedMap<String, Any> of(HttpRoute route) {
        var overrides = new TreeMap<String, Any>();
        fault(route.fault())
                .ifPresent(fault -> overrides.put("envoy.filters.http.fault", Packed.any(fault)));
        route.cors()
                .ifPresent(
                        cors -> overrides.put("envoy.filters.http.cors", Packed.any(cors(cors))));
        return overrides;
    }

    private static Optional<HTTPFault> fault(Fault fault) {
        if (fault.equals(Fault.NONE)) {
            return Optional.empty();
        }
        var out = HTTPFault.newBuilder();
        fault.delay()
                .ifPresent(delay ->
                        out.setDelay(
                                FaultDelay.newBuilder()
                                        .setPercentage(percent(delay.percent()))
                                        .setFixedDelay(Durations.of(delay.fixedDelay()))));
        fault.abort()
                .ifPresent(abort ->
                        out.setAbort(
                                status(abort.status()).setPercentage(percent(abort.percent()))));
        return Optional.of(out.build());
    }

    private static FaultAbort.Builder status(Fault.Status status) {
        return switch (status) {
            case Fault.Status.Http(var code) -> FaultAbort.newBuilder().setHttpStatus(code);
            case Fault.Status.Grpc(var name) ->
                    FaultAbort.newBuilder().setGrpcStatus(grpcStatus(name));
        };
    }

    /// @param name e.g. `UNAVAILABLE`; others than gRPC's count as `UNKNOWN`
    private static int grpcStatus(String name) {
        var code = Code.getDescriptor().findValueByName(name);
        return code == null ? Code.UNKNOWN_VALUE : code.getNumber();
    }

    static FractionalPercent percent(double percent) {
        return FractionalPercent.newBuilder()
                .setNumerator((int) Math.round(percent * MILLIONTHS_PER_PERCENT))
                .setDenominator(DenominatorType.MILLION)
                .build();
    }

    private static io.envoyproxy.envoy.extensions.filters.http.cors.v3.CorsPolicy cors(
            CorsPolicy cors) {
        var out =
                io.envoyproxy.envoy.extensions.filters.http.cors.v3.CorsPolicy.newBuilder()
                        .setFilterEnabled(
                                RuntimeFractionalPercent.newBuilder()
                                        .setDefaultValue(
                                                FractionalPercent.newBuilder().setNumerator(100)))
                        .setAllowMethods(String.join(",", cors.allowMethods()))
                        .setAllowHeaders(String.join(",", cors.allowHeaders()))
                        .setExposeHeaders(String.join(",", cors.exposeHeaders()))
                        .setForwardNotMatchingPreflights(
                                BoolValue.of(
                                        cors.unmatchedPreflights()
                                                != CorsPolicy.UnmatchedPreflights.IGNORE));
        cors.allowOrigins().stream()
                .flatMap(origin -> StringMatchers.of(origin).stream())
                .forEach(out::addAllowOriginStringMatch);
        cors.allowCredentials().ifPresent(allow -> out.setAllowCredentials(BoolValue.of(allow)));
        cors.maxAge().ifPresent(age -> out.setMaxAge(Long.toString(age.toSeconds())));
        return out.build();
    }
}
