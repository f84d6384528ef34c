package io.windrose.translate.route;

import com.google.protobuf.BoolValue;
import io.envoyproxy.envoy.config.route.v3.HeaderMatcher;
import io.envoyproxy.envoy.config.route.v3.QueryParameterMatcher;
import io.envoyproxy.envoy.config.route.v3.RouteMatch;
import io.windrose.config.resource.HttpMatch;
import io.windrose.config.resource.StringMatch;
import java.util.ArrayList;
import java.util.Comparator;

/// The part of a match that is decided per request; source, gateway and port are decided when the
/// route is made.
///
/// @see <a href="https://github.com/istio/istio">Istio</a>
///   `pilot/pkg/networking/core/route/route.go`, `TranslateRouteMatch`
final class RouteMatches {
    static final RouteMatch EVERYTHING = RouteMatch.newBuilder().setPrefix("/").build();

    private RouteMatches() {}

    static RouteMatch of(HttpMatch match) {
        var out =
                RouteMatch.newBuilder()
                        .setPrefix("/")
                        .setCaseSensitive(BoolValue.of(!match.ignoreUriCase()));
        match.uri().ifPresent(uri -> setPath(out, uri));
        var headers = new ArrayList<HeaderMatcher>();
        match.headers().forEach((name, value) -> headers.add(header(name, value)));
        match.withoutHeaders().forEach((name, value) -> headers.add(absent(name, value)));
        headers.sort(Comparator.comparing(HeaderMatcher::getName));
        out.addAllHeaders(headers);
        match.method().ifPresent(method -> out.addHeaders(header(":method", method)));
        match.authority().ifPresent(host -> out.addHeaders(header(":authority", host)));
        match.scheme().ifPresent(scheme -> out.addHeaders(header(":scheme", scheme)));
        match.queryParams().forEach((name, value) -> out.addQueryParameters(query(name, value)));
        return out.build();
    }

    /// Whether no request can go past this match to the routes behind it.
    static boolean takesEverything(RouteMatch match) {
        boolean anyPath =
                switch (match.getPathSpecifierCase()) {
                    case PREFIX -> match.getPrefix().equals("/");
                    case SAFE_REGEX -> match.getSafeRegex().getRegex().equals(".*");
                    default -> false;
                };
        return anyPath && match.getHeadersCount() == 0 && match.getQueryParametersCount() == 0;
    }

    /// A prefix is text, not path segments: `/a` takes `/ab`.
    private static void setPath(RouteMatch.Builder out, StringMatch uri) {
        switch (uri) {
            case StringMatch.Exact(var path) -> out.setPath(path);
            case StringMatch.Prefix(var prefix) -> out.setPrefix(prefix);
            case StringMatch.Regex(var pattern) -> out.setSafeRegex(StringMatchers.regex(pattern));
            case StringMatch.Present() -> {}
        }
    }

    private static HeaderMatcher header(String name, StringMatch match) {
        var out = HeaderMatcher.newBuilder().setName(name);
        StringMatchers.of(match)
                .ifPresentOrElse(out::setStringMatch, () -> out.setPresentMatch(true));
        return out.build();
    }

    /// A missing header counts as an empty one, so that it does not match the condition and hence
    /// passes the inverted one; Envoy by itself fails both.
    private static HeaderMatcher absent(String name, StringMatch match) {
        var out = header(name, match).toBuilder().setInvertMatch(true);
        if (!out.hasPresentMatch()) {
            out.setTreatMissingHeaderAsEmpty(true);
        }
        return out.build();
    }

    private static QueryParameterMatcher query(String name, StringMatch match) {
        var out = QueryParameterMatcher.newBuilder().setName(name);
        StringMatchers.of(match)
                .ifPresentOrElse(out::setStringMatch, () -> out.setPresentMatch(true));
        return out.build();
    }
}
