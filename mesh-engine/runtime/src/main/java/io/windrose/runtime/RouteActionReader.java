package io.windrose.runtime;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.envoyproxy.envoy.config.route.v3.DirectResponseAction;
import io.envoyproxy.envoy.config.route.v3.RedirectAction;
import io.envoyproxy.envoy.config.route.v3.RouteAction;
import io.envoyproxy.envoy.config.route.v3.WeightedCluster;
import io.envoyproxy.envoy.type.matcher.v3.RegexMatchAndSubstitute;
import io.windrose.runtime.RouteReader.RouteLevel;
import io.windrose.traffic.match.Fraction;
import io.windrose.traffic.retry.RetryPolicy;
import io.windrose.traffic.route.Decision;
import io.windrose.traffic.route.HashRule;
import io.windrose.traffic.route.HostRewrite;
import io.windrose.traffic.route.Mirror;
import io.windrose.traffic.route.PathMatch;
import io.windrose.traffic.route.PathRewrite;
import io.windrose.traffic.route.RedirectTarget;
import io.windrose.traffic.route.Route;
import io.windrose.traffic.route.RouteFacts;
import io.windrose.traffic.route.RouteTimeouts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;
import java.util.function.BiFunction;

/// What a route does with the requests that it matches.
final class RouteActionReader {
    private static final int CLUSTER_NOT_FOUND = 503;

    private final Refusals refusals;
    private final HeaderReader headers;

    RouteActionReader(Refusals refusals, HeaderReader headers) {
        this.refusals = refusals;
        this.headers = headers;
    }

    Route.Outcome outcome(
            io.envoyproxy.envoy.config.route.v3.Route route,
            io.envoyproxy.envoy.config.route.v3.VirtualHost host,
            PathMatch path,
            RouteLevel level) {
        var facts = facts(route, host, level);
        return switch (route.getActionCase()) {
            case ROUTE -> forward(route.getRoute(), host, path, level, facts);
            case REDIRECT ->
                    new Route.Always(
                            new Decision.Redirect(
                                    facts,
                                    target(route.getRedirect(), path),
                                    status(route.getRedirect())));
            case DIRECT_RESPONSE -> new Route.Always(direct(route.getDirectResponse(), facts));
            case FILTER_ACTION, NON_FORWARDING_ACTION, ACTION_NOT_SET -> {
                refusals.add("route action " + route.getActionCase() + " is not supported");
                yield new Route.Always(new Decision.NoRoute());
            }
        };
    }

    private static RouteFacts facts(
            io.envoyproxy.envoy.config.route.v3.Route route,
            io.envoyproxy.envoy.config.route.v3.VirtualHost host,
            RouteLevel level) {
        return new RouteFacts(
                route.getName(),
                host.getName(),
                route.getDecorator().getOperation(),
                level.request(),
                level.response(),
                level.filters().fault(),
                level.filters().cors(),
                level.filters().rbac(),
                host.getIncludeRequestAttemptCount());
    }

    private Route.Outcome forward(
            RouteAction action,
            io.envoyproxy.envoy.config.route.v3.VirtualHost host,
            PathMatch path,
            RouteLevel level,
            RouteFacts facts) {
        refusals.unsupported(action.hasInternalRedirectPolicy(), "an internal redirect");
        refusals.unsupported(action.hasPathRewritePolicy(), "a path rewrite by template");
        refusals.unsupported(action.hasHedgePolicy(), "request hedging");
        var template =
                new Decision.Forward(
                        facts,
                        action.getCluster(),
                        timeouts(action),
                        retries(action, host),
                        pathRewrite(action, path),
                        hostRewrite(action),
                        action.getAppendXForwardedHost(),
                        action.getHashPolicyList().stream().map(this::hashRule).toList(),
                        action.getRequestMirrorPoliciesList().stream()
                                .map(RouteActionReader::mirror)
                                .toList(),
                        switch (action.getClusterNotFoundResponseCode()) {
                            case NOT_FOUND -> 404;
                            case INTERNAL_SERVER_ERROR -> 500;
                            default -> CLUSTER_NOT_FOUND;
                        });
        return switch (action.getClusterSpecifierCase()) {
            case CLUSTER -> new Route.Always(template);
            case CLUSTER_HEADER ->
                    new Route.ByHeader(
                            action.getClusterHeader().toLowerCase(Locale.ROOT), template);
            case WEIGHTED_CLUSTERS -> weighted(action.getWeightedClusters(), template, level);
            default -> {
                refusals.add(
                        "cluster specifier "
                                + action.getClusterSpecifierCase()
                                + " is not supported");
                yield new Route.Always(template);
            }
        };
    }

    private Route.Outcome weighted(
            WeightedCluster clusters, Decision.Forward template, RouteLevel level) {
        var decisions = new ArrayList<Decision.Forward>();
        var weights = new ArrayList<Integer>();
        for (var cluster : clusters.getClustersList()) {
            decisions.add(weighted(cluster, template, level));
            weights.add(Scalars.number(cluster.getWeight().getValue()));
        }
        if (weights.stream().mapToLong(Integer::longValue).sum() < 1) {
            refusals.add("the weights of weighted clusters sum to 0");
            return new Route.Always(template);
        }
        return Route.ByWeight.of(decisions, weights);
    }

    private Decision.Forward weighted(
            WeightedCluster.ClusterWeight cluster, Decision.Forward template, RouteLevel level) {
        var own =
                new RouteLevel(
                                headers.changes(
                                        cluster.getRequestHeadersToAddList(),
                                        cluster.getRequestHeadersToRemoveList()),
                                headers.changes(
                                        cluster.getResponseHeadersToAddList(),
                                        cluster.getResponseHeadersToRemoveList()),
                                FilterSettings.read(cluster.getTypedPerFilterConfigMap(), refusals))
                        .inside(level);
        var facts = template.facts();
        return new Decision.Forward(
                new RouteFacts(
                        facts.name(),
                        facts.virtualHost(),
                        facts.operation(),
                        own.request(),
                        own.response(),
                        own.filters().fault(),
                        own.filters().cors(),
                        own.filters().rbac(),
                        facts.countAttempts()),
                cluster.getName(),
                template.timeouts(),
                template.retries(),
                template.path(),
                cluster.getHostRewriteLiteral().isEmpty()
                        ? template.host()
                        : new HostRewrite.Literal(cluster.getHostRewriteLiteral()),
                template.appendForwardedHost(),
                template.hash(),
                template.mirrors(),
                template.clusterNotFoundStatus());
    }

    @SuppressWarnings("deprecation") // istiod sends max_grpc_timeout on outbound routes
    private static RouteTimeouts timeouts(RouteAction action) {
        var stream = action.getMaxStreamDuration();
        return new RouteTimeouts(
                Scalars.duration(
                        action.hasTimeout(), action.getTimeout(), RouteTimeouts.DEFAULT_TOTAL),
                Scalars.durationOrNull(action.hasMaxGrpcTimeout(), action.getMaxGrpcTimeout()),
                Scalars.durationOrNull(action.hasIdleTimeout(), action.getIdleTimeout()),
                Scalars.durationOrNull(
                        stream.hasMaxStreamDuration(), stream.getMaxStreamDuration()),
                Scalars.durationOrNull(
                        stream.hasGrpcTimeoutHeaderMax(), stream.getGrpcTimeoutHeaderMax()));
    }

    private RetryPolicy retries(
            RouteAction action, io.envoyproxy.envoy.config.route.v3.VirtualHost host) {
        if (action.hasRetryPolicy()) {
            return new RetryReader(refusals).policy(action.getRetryPolicy());
        }
        return host.hasRetryPolicy()
                ? new RetryReader(refusals).policy(host.getRetryPolicy())
                : RetryPolicy.NONE;
    }

    private PathRewrite pathRewrite(RouteAction action, PathMatch path) {
        if (action.hasRegexRewrite()) {
            return regexRewrite(action.getRegexRewrite());
        }
        return action.getPrefixRewrite().isEmpty()
                ? new PathRewrite.Unchanged()
                : new PathRewrite.Prefix(path.replacedLength(), action.getPrefixRewrite());
    }

    private PathRewrite regexRewrite(RegexMatchAndSubstitute rewrite) {
        return substituting(rewrite, PathRewrite::regex, new PathRewrite.Unchanged());
    }

    private HostRewrite hostRewrite(RouteAction action) {
        return switch (action.getHostRewriteSpecifierCase()) {
            case HOST_REWRITE_LITERAL -> new HostRewrite.Literal(action.getHostRewriteLiteral());
            case AUTO_HOST_REWRITE ->
                    action.getAutoHostRewrite().getValue()
                            ? new HostRewrite.OfTarget()
                            : new HostRewrite.Unchanged();
            case HOST_REWRITE_HEADER ->
                    new HostRewrite.OfHeader(
                            action.getHostRewriteHeader().toLowerCase(Locale.ROOT));
            case HOST_REWRITE_PATH_REGEX ->
                    substituting(
                            action.getHostRewritePathRegex(),
                            HostRewrite::ofPath,
                            new HostRewrite.Unchanged());
            case HOSTREWRITESPECIFIER_NOT_SET -> new HostRewrite.Unchanged();
            default -> {
                refusals.add(
                        "host rewrite "
                                + action.getHostRewriteSpecifierCase()
                                + " is not supported");
                yield new HostRewrite.Unchanged();
            }
        };
    }

    private <T> T substituting(
            RegexMatchAndSubstitute rewrite, BiFunction<Pattern, String, T> with, T otherwise) {
        var regex = rewrite.getPattern().getRegex();
        try {
            return with.apply(Pattern.compile(regex), rewrite.getSubstitution());
        } catch (PatternSyntaxException e) {
            refusals.add("rewrite pattern '%s': %s".formatted(regex, e.getDescription()));
        } catch (IllegalArgumentException e) {
            refusals.add("rewrite: " + e.getMessage());
        }
        return otherwise;
    }

    private HashRule hashRule(RouteAction.HashPolicy policy) {
        HashRule.Source source =
                switch (policy.getPolicySpecifierCase()) {
                    case HEADER ->
                            new HashRule.Header(
                                    policy.getHeader().getHeaderName().toLowerCase(Locale.ROOT));
                    case COOKIE -> {
                        var cookie = policy.getCookie();
                        yield new HashRule.Cookie(
                                cookie.getName(),
                                cookie.getPath(),
                                Scalars.duration(
                                        cookie.hasTtl(), cookie.getTtl(), Duration.ofSeconds(-1)));
                    }
                    case CONNECTION_PROPERTIES -> new HashRule.ClientAddress();
                    case QUERY_PARAMETER ->
                            new HashRule.QueryParameter(policy.getQueryParameter().getName());
                    default -> {
                        refusals.add(
                                "hash policy "
                                        + policy.getPolicySpecifierCase()
                                        + " is not supported");
                        yield new HashRule.ClientAddress();
                    }
                };
        return new HashRule(source, policy.getTerminal());
    }

    private static Mirror mirror(RouteAction.RequestMirrorPolicy policy) {
        return new Mirror(
                policy.getCluster(),
                MatchReader.fraction(
                        policy.hasRuntimeFraction(), policy.getRuntimeFraction(), Fraction.ALWAYS),
                !policy.getDisableShadowHostSuffixAppend());
    }

    private RedirectTarget target(RedirectAction redirect, PathMatch path) {
        return new RedirectTarget(
                redirect.getHttpsRedirect() ? "https" : redirect.getSchemeRedirect(),
                redirect.getHostRedirect(),
                redirect.getPortRedirect() == 0 ? "" : ":" + redirect.getPortRedirect(),
                redirect.getPathRedirect(),
                switch (redirect.getPathRewriteSpecifierCase()) {
                    case PREFIX_REWRITE ->
                            new PathRewrite.Prefix(
                                    path.replacedLength(), redirect.getPrefixRewrite());
                    case REGEX_REWRITE -> regexRewrite(redirect.getRegexRewrite());
                    default -> new PathRewrite.Unchanged();
                },
                redirect.getStripQuery());
    }

    private static int status(RedirectAction redirect) {
        return switch (redirect.getResponseCode()) {
            case MOVED_PERMANENTLY, UNRECOGNIZED -> 301;
            case FOUND -> 302;
            case SEE_OTHER -> 303;
            case TEMPORARY_REDIRECT -> 307;
            case PERMANENT_REDIRECT -> 308;
        };
    }

    private Decision direct(DirectResponseAction direct, RouteFacts facts) {
        var body = direct.getBody();
        refusals.unsupported(
                body.hasFilename() || body.hasEnvironmentVariable(),
                "a response body out of a file or variable");
        return new Decision.DirectResponse(
                facts,
                direct.getStatus(),
                body.hasInlineBytes()
                        ? body.getInlineBytes().asReadOnlyByteBuffer()
                        : body.getInlineStringBytes().asReadOnlyByteBuffer());
    }
}
