package io.windrose.translate.route;

import com.google.protobuf.BoolValue;
import com.google.protobuf.Duration;
import com.google.protobuf.UInt32Value;
import io.envoyproxy.envoy.config.core.v3.RuntimeFractionalPercent;
import io.envoyproxy.envoy.config.route.v3.Route;
import io.envoyproxy.envoy.config.route.v3.RouteAction;
import io.envoyproxy.envoy.config.route.v3.RouteAction.RequestMirrorPolicy;
import io.envoyproxy.envoy.config.route.v3.WeightedCluster;
import io.envoyproxy.envoy.config.route.v3.WeightedCluster.ClusterWeight;
import io.envoyproxy.envoy.type.matcher.v3.RegexMatchAndSubstitute;
import io.windrose.config.resource.HttpRoute;
import io.windrose.config.resource.HttpRoute.Mirror;
import io.windrose.config.resource.HttpRoute.Rewrite;
import io.windrose.config.resource.RetryPolicy;
import io.windrose.config.resource.WeightedDestination;
import io.windrose.translate.wire.Durations;
import java.util.List;
import java.util.Optional;

/// Routes that send requests on.
///
/// @see <a href="https://github.com/istio/istio">Istio</a>
///   `pilot/pkg/networking/core/route/route.go`, `applyHTTPRouteDestination`
final class ForwardActions {
    private ForwardActions() {}

    /// To one cluster, as a request is sent where no rule says otherwise: without time-out.
    ///
    /// @param retries empty for Istio's default
    static RouteAction plain(String cluster, Optional<RetryPolicy> retries) {
        return timed(Duration.getDefaultInstance(), retries, false).setCluster(cluster).build();
    }

    /// To one cluster, without retries.
    static RouteAction untried(String cluster, Duration timeout) {
        var action = RouteAction.newBuilder().setCluster(cluster).setTimeout(timeout);
        limitGrpc(action, timeout);
        return action.build();
    }

    static void apply(
            Route.Builder out, HttpRoute route, List<WeightedDestination> to, Viewpoint from) {
        var sharing =
                to.size() == 1
                        ? to
                        : to.stream().filter(destination -> destination.weight() > 0).toList();
        var hashing =
                sharing.stream()
                        .flatMap(share -> from.hashing(share.destination()).stream())
                        .distinct()
                        .toList();
        var timeout = route.timeout().map(Durations::of).orElse(Duration.getDefaultInstance());
        var action =
                timed(
                        timeout,
                        route.retries().or(from::retries),
                        route.retries().isPresent() && !hashing.isEmpty());
        action.addAllHashPolicy(hashing);
        route.rewrite().ifPresent(rewrite -> rewrite(action, rewrite));
        route.mirrors().stream()
                .filter(mirror -> mirror.percent() > 0)
                .forEach(mirror -> action.addRequestMirrorPolicies(mirror(mirror, from)));
        HeaderChanges.of(route.headers().request())
                .rewrittenHost()
                .ifPresent(action::setHostRewriteLiteral);
        if (sharing.size() == 1) {
            toOne(out, action, sharing.getFirst(), from);
        } else {
            action.setWeightedClusters(shares(sharing, from));
        }
        out.setRoute(action);
    }

    private static RouteAction.Builder timed(
            Duration timeout, Optional<RetryPolicy> retries, boolean sticky) {
        var action = RouteAction.newBuilder().setTimeout(timeout);
        limitGrpc(action, timeout);
        Retries.of(retries, sticky).ifPresent(action::setRetryPolicy);
        return action;
    }

    /// The deadline that a gRPC client asks for in a header holds up to the route's time-out.
    @SuppressWarnings("deprecation") // Istio still sends this field: its successor regressed
    private static void limitGrpc(RouteAction.Builder action, Duration timeout) {
        action.setMaxGrpcTimeout(timeout);
    }

    private static void rewrite(RouteAction.Builder action, Rewrite rewrite) {
        rewrite.uriRegex()
                .ifPresentOrElse(
                        regex ->
                                action.setRegexRewrite(
                                        RegexMatchAndSubstitute.newBuilder()
                                                .setPattern(StringMatchers.regex(regex.match()))
                                                .setSubstitution(regex.rewrite())),
                        () -> action.setPrefixRewrite(rewrite.uri()));
        if (!rewrite.authority().isEmpty()) {
            action.setHostRewriteLiteral(rewrite.authority());
        }
    }

    private static RequestMirrorPolicy mirror(Mirror mirror, Viewpoint from) {
        return RequestMirrorPolicy.newBuilder()
                .setCluster(from.cluster(mirror.destination()))
                .setRuntimeFraction(
                        RuntimeFractionalPercent.newBuilder()
                                .setDefaultValue(FilterOverrides.percent(mirror.percent())))
                .setTraceSampled(BoolValue.of(false))
                .setDisableShadowHostSuffixAppend(true)
                .build();
    }

    /// A lone destination becomes a plain cluster, and its header operations those of the route.
    private static void toOne(
            Route.Builder out,
            RouteAction.Builder action,
            WeightedDestination share,
            Viewpoint from) {
        action.setCluster(from.cluster(share.destination()));
        var request = HeaderChanges.of(share.headers().request());
        var response = HeaderChanges.of(share.headers().response());
        request.rewrittenHost().ifPresent(action::setHostRewriteLiteral);
        out.addAllRequestHeadersToAdd(request.toAdd())
                .addAllRequestHeadersToRemove(request.toRemove())
                .addAllResponseHeadersToAdd(response.toAdd())
                .addAllResponseHeadersToRemove(response.toRemove());
    }

    private static WeightedCluster shares(List<WeightedDestination> to, Viewpoint from) {
        var clusters = WeightedCluster.newBuilder();
        for (var share : to) {
            var request = HeaderChanges.of(share.headers().request());
            var response = HeaderChanges.of(share.headers().response());
            var cluster =
                    ClusterWeight.newBuilder()
                            .setName(from.cluster(share.destination()))
                            .setWeight(UInt32Value.of(share.weight()))
                            .addAllRequestHeadersToAdd(request.toAdd())
                            .addAllRequestHeadersToRemove(request.toRemove())
                            .addAllResponseHeadersToAdd(response.toAdd())
                            .addAllResponseHeadersToRemove(response.toRemove());
            request.rewrittenHost().ifPresent(cluster::setHostRewriteLiteral);
            clusters.addClusters(cluster);
        }
        return clusters.build();
    }
}
