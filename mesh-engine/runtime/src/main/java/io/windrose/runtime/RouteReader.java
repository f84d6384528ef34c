package io.windrose.runtime;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.config.route.v3.RouteMatch.PathSpecifierCase;
import io.windrose.traffic.header.HeaderChanges;
import io.windrose.traffic.match.Fraction;
import io.windrose.traffic.route.PathMatch;
import io.windrose.traffic.route.Route;
import io.windrose.traffic.route.RouteMatch;
import io.windrose.traffic.route.RouteTable;
import io.windrose.traffic.route.VirtualHost;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Route configurations.
final class RouteReader {
    private final Refusals refusals;
    private final MatchReader matches;
    private final HeaderReader headers;

    RouteReader(Refusals refusals) {
        this.refusals = refusals;
        matches = new MatchReader(refusals);
        headers = new HeaderReader(refusals);
    }

    RouteTable table(RouteConfiguration configuration) {
        refusals.unsupported(configuration.hasVhds(), "virtual host discovery");
        refusals.unsupported(
                configuration.getMostSpecificHeaderMutationsWins(),
                "most_specific_header_mutations_wins");
        var top =
                new RouteLevel(
                        headers.changes(
                                configuration.getRequestHeadersToAddList(),
                                configuration.getRequestHeadersToRemoveList()),
                        headers.changes(
                                configuration.getResponseHeadersToAddList(),
                                configuration.getResponseHeadersToRemoveList()),
                        FilterSettings.read(configuration.getTypedPerFilterConfigMap(), refusals));
        var hosts =
                configuration.getVirtualHostsList().stream().map(host -> host(host, top)).toList();
        try {
            return new RouteTable(
                    configuration.getName(), hosts, configuration.getIgnorePortInHostMatching());
        } catch (IllegalArgumentException e) {
            refusals.add(String.valueOf(e.getMessage()));
            return new RouteTable(configuration.getName(), List.of(), false);
        }
    }

    private VirtualHost host(io.envoyproxy.envoy.config.route.v3.VirtualHost host, RouteLevel top) {
        var level =
                new RouteLevel(
                                headers.changes(
                                        host.getRequestHeadersToAddList(),
                                        host.getRequestHeadersToRemoveList()),
                                headers.changes(
                                        host.getResponseHeadersToAddList(),
                                        host.getResponseHeadersToRemoveList()),
                                FilterSettings.read(host.getTypedPerFilterConfigMap(), refusals))
                        .inside(top);
        var routes = new ArrayList<Route>();
        for (var route : host.getRoutesList()) {
            routes.add(route(route, host, level));
        }
        return new VirtualHost(
                host.getName(),
                host.getDomainsList().stream().map(d -> d.toLowerCase(Locale.ROOT)).toList(),
                switch (host.getRequireTls()) {
                    case NONE, UNRECOGNIZED -> VirtualHost.TlsDemand.NONE;
                    case EXTERNAL_ONLY -> VirtualHost.TlsDemand.EXTERNAL;
                    case ALL -> VirtualHost.TlsDemand.ALL;
                },
                routes);
    }

    private Route route(
            io.envoyproxy.envoy.config.route.v3.Route route,
            io.envoyproxy.envoy.config.route.v3.VirtualHost host,
            RouteLevel hostLevel) {
        var match = match(route.getMatch());
        var level =
                new RouteLevel(
                                headers.changes(
                                        route.getRequestHeadersToAddList(),
                                        route.getRequestHeadersToRemoveList()),
                                headers.changes(
                                        route.getResponseHeadersToAddList(),
                                        route.getResponseHeadersToRemoveList()),
                                FilterSettings.read(route.getTypedPerFilterConfigMap(), refusals))
                        .inside(hostLevel);
        return new Route(
                match,
                new RouteActionReader(refusals, headers).outcome(route, host, match.path(), level));
    }

    private RouteMatch match(io.envoyproxy.envoy.config.route.v3.RouteMatch match) {
        refusals.unsupported(match.hasTlsContext(), "a route match on TLS");
        refusals.unsupported(match.getDynamicMetadataCount() > 0, "a route match on metadata");
        refusals.unsupported(match.getFilterStateCount() > 0, "a route match on filter state");
        return new RouteMatch(
                path(match),
                matches.headers(match.getHeadersList()),
                matches.query(match.getQueryParametersList()),
                MatchReader.fraction(
                        match.hasRuntimeFraction(), match.getRuntimeFraction(), Fraction.ALWAYS),
                match.hasGrpc());
    }

    private PathMatch path(io.envoyproxy.envoy.config.route.v3.RouteMatch match) {
        boolean ignoreCase =
                !Scalars.flag(match.hasCaseSensitive(), match.getCaseSensitive(), true);
        return switch (match.getPathSpecifierCase()) {
            case PREFIX -> new PathMatch.Prefix(match.getPrefix(), ignoreCase);
            case PATH -> new PathMatch.Exact(match.getPath(), ignoreCase);
            case PATH_SEPARATED_PREFIX ->
                    new PathMatch.Segments(match.getPathSeparatedPrefix(), ignoreCase);
            case SAFE_REGEX -> {
                try {
                    yield new PathMatch.Regex(Pattern.compile(match.getSafeRegex().getRegex()));
                } catch (PatternSyntaxException e) {
                    refusals.add(
                            "path pattern '%s': %s".formatted(e.getPattern(), e.getDescription()));
                    yield new PathMatch.Exact("", false);
                }
            }
            case CONNECT_MATCHER, PATH_MATCH_POLICY, PATHSPECIFIER_NOT_SET ->
                    unsupported(match.getPathSpecifierCase());
        };
    }

    private PathMatch unsupported(PathSpecifierCase specifier) {
        refusals.add("a route match by " + specifier + " is not supported");
        return new PathMatch.Exact("", false);
    }

    /// What one level of the routes adds to those around it.
    record RouteLevel(HeaderChanges request, HeaderChanges response, FilterSettings filters) {

        RouteLevel inside(RouteLevel wider) {
            return new RouteLevel(
                    request.then(wider.request),
                    response.then(wider.response),
                    filters.over(wider.filters));
        }
    }
}
