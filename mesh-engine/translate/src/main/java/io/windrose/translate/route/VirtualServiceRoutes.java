package io.windrose.translate.route;

import com.google.protobuf.ByteString;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.envoyproxy.envoy.config.core.v3.DataSource;
import io.envoyproxy.envoy.config.core.v3.Metadata;
import io.envoyproxy.envoy.config.route.v3.Decorator;
import io.envoyproxy.envoy.config.route.v3.DirectResponseAction;
import io.envoyproxy.envoy.config.route.v3.Route;
import io.envoyproxy.envoy.config.route.v3.RouteMatch;
import io.windrose.config.resource.HttpAction;
import io.windrose.config.resource.HttpMatch;
import io.windrose.config.resource.HttpRoute;
import io.windrose.config.resource.VirtualService;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// The HTTP routes of a VirtualService in its order, as seen from one place: one route per match,
/// without those that requests from there cannot meet, and none after one that takes everything.
///
/// @see <a href="https://github.com/istio/istio">Istio</a>
///   `pilot/pkg/networking/core/route/route.go`, `BuildHTTPRoutesForVirtualService`
final class VirtualServiceRoutes {
    private final VirtualService rule;
    private final Viewpoint from;

    private VirtualServiceRoutes(VirtualService rule, Viewpoint from) {
        this.rule = rule;
        this.from = from;
    }

    static List<Route> of(VirtualService rule, Viewpoint from) {
        return new VirtualServiceRoutes(rule, from).all();
    }

    private List<Route> all() {
        var routes = new ArrayList<Route>();
        for (var route : rule.http()) {
            if (route.matches().isEmpty()) {
                routes.add(route(route, route.name(), RouteMatches.EVERYTHING));
                return routes;
            }
            for (var match : route.matches()) {
                if (!from.meets(match)) {
                    continue;
                }
                var made = route(route, name(route, match), RouteMatches.of(match));
                routes.add(made);
                if (RouteMatches.takesEverything(made.getMatch())) {
                    return routes;
                }
            }
        }
        return routes;
    }

    private static String name(HttpRoute route, HttpMatch match) {
        return match.name().isEmpty() ? route.name() : route.name() + "." + match.name();
    }

    private Route route(HttpRoute route, String name, RouteMatch match) {
        var request = HeaderChanges.of(route.headers().request());
        var response = HeaderChanges.of(route.headers().response());
        var out =
                Route.newBuilder()
                        .setName(name)
                        .setMatch(match)
                        .setMetadata(origin())
                        .addAllRequestHeadersToAdd(request.toAdd())
                        .addAllRequestHeadersToRemove(request.toRemove())
                        .addAllResponseHeadersToAdd(response.toAdd())
                        .addAllResponseHeadersToRemove(response.toRemove());
        switch (route.action()) {
            case HttpAction.Forward(var to) -> ForwardActions.apply(out, route, to, from);
            case HttpAction.Redirect redirect ->
                    out.setRedirect(Redirects.of(redirect, from.port(), from.tls()));
            case HttpAction.DirectResponse answer -> out.setDirectResponse(direct(answer));
            case HttpAction.Delegate(var target) ->
                    throw new IllegalStateException("delegate not resolved: " + target);
        }
        return out.setDecorator(
                        Decorator.newBuilder().setOperation(operation(route.action(), match)))
                .putAllTypedPerFilterConfig(FilterOverrides.of(route))
                .build();
    }

    private static DirectResponseAction direct(HttpAction.DirectResponse response) {
        var out = DirectResponseAction.newBuilder().setStatus(response.status());
        response.body().ifPresent(body -> out.setBody(source(body)));
        return out.build();
    }

    private static DataSource source(HttpAction.Body body) {
        var out = DataSource.newBuilder();
        switch (body) {
            case HttpAction.Body.Text(var text) -> out.setInlineString(text);
            case HttpAction.Body.Bytes(var base64) ->
                    out.setInlineBytes(ByteString.copyFrom(Base64.getDecoder().decode(base64)));
        }
        return out.build();
    }

    /// How spans are named: by where the route leads if that is one place, else by the rule.
    private String operation(HttpAction action, RouteMatch match) {
        var path =
                switch (match.getPathSpecifierCase()) {
                    case PREFIX -> match.getPrefix() + "*";
                    case PATH -> match.getPath();
                    case SAFE_REGEX -> match.getSafeRegex().getRegex();
                    default -> "/*";
                };
        var place =
                action instanceof HttpAction.Forward(var to) && to.size() == 1
                        ? from.address(to.getFirst().destination())
                        : rule.meta().name().name() + ":" + from.port();
        return place + path;
    }

    /// The rule that a request went by, for those who read access logs and configuration dumps.
    private Metadata origin() {
        var path =
                "/apis/networking.istio.io/v1/namespaces/%s/virtual-service/%s"
                        .formatted(rule.meta().namespace(), rule.meta().name().name());
        return Metadata.newBuilder()
                .putFilterMetadata(
                        "istio",
                        Struct.newBuilder()
                                .putFields(
                                        "config", Value.newBuilder().setStringValue(path).build())
                                .build())
                .build();
    }
}
