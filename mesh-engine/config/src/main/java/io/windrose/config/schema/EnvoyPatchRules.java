package io.windrose.config.schema;

import io.windrose.config.syntax.Codes;
import java.util.List;
import java.util.Set;

/// What a patch of Envoy's configuration must say together.
///
/// @see <a href="https://github.com/istio/istio">Istio</a> `pkg/config/validation/envoyfilter`
final class EnvoyPatchRules {
    private static final String HTTP_MANAGER = "envoy.filters.network.http_connection_manager";
    private static final Set<String> OF_LISTENERS =
            Set.of("LISTENER", "FILTER_CHAIN", "NETWORK_FILTER", "HTTP_FILTER", "LISTENER_FILTER");
    private static final Set<String> OF_ROUTES =
            Set.of("ROUTE_CONFIGURATION", "VIRTUAL_HOST", "HTTP_ROUTE");
    private static final List<String> OBJECTS =
            List.of("listener", "routeConfiguration", "cluster");

    private EnvoyPatchRules() {}

    static void patch(Site patch) {
        var applyTo = patch.text("applyTo");
        if (applyTo.isEmpty() || applyTo.equals("INVALID")) {
            patch.error(Codes.MISSING, "applyTo", "A patch needs `applyTo`, what it changes.");
        }
        patch.section("match").ifPresent(match -> match(match, applyTo));
        patch.section("patch").ifPresentOrElse(EnvoyPatchRules::change, () -> missing(patch));
    }

    private static void missing(Site patch) {
        if (!patch.has("patch")) {
            patch.error(Codes.MISSING, "patch", "A patch needs `patch`, the change.");
        }
    }

    private static void change(Site change) {
        var operation = change.text("operation");
        if (operation.isEmpty() || operation.equals("INVALID")) {
            change.error(Codes.MISSING, "operation", "A change needs an `operation`.");
        } else if (!operation.equals("REMOVE") && !change.has("value")) {
            change.error(Codes.MISSING, "value", "%s needs a `value`.".formatted(operation));
        }
    }

    private static void match(Site match, String applyTo) {
        boolean waypoint = match.text("context").equals("WAYPOINT");
        if (waypoint != match.has("waypoint")) {
            match.error(
                    Codes.CONTRADICTION,
                    waypoint ? "context" : "waypoint",
                    "The context WAYPOINT and a match of `waypoint` go together.");
        }
        var wanted =
                OF_LISTENERS.contains(applyTo)
                        ? "listener"
                        : OF_ROUTES.contains(applyTo)
                                ? "routeConfiguration"
                                : applyTo.equals("CLUSTER") ? "cluster" : "";
        for (var name : OBJECTS) {
            if (match.has(name) && !wanted.isEmpty() && !name.equals(wanted)) {
                match.error(
                        Codes.CONTRADICTION,
                        name,
                        "%s is matched by `%s`, not by `%s`.".formatted(applyTo, wanted, name));
            }
        }
        match.section("listener")
                .flatMap(listener -> listener.section("filterChain"))
                .flatMap(chain -> chain.section("filter"))
                .ifPresent(filter -> filter(filter, applyTo));
    }

    private static void filter(Site filter, String applyTo) {
        var name = filter.text("name");
        if (name.isEmpty()) {
            filter.error(Codes.MISSING, "name", "A match of a filter needs its `name`.");
        }
        if (!filter.has("subFilter")) {
            return;
        }
        if (!applyTo.equals("HTTP_FILTER") || !name.equals(HTTP_MANAGER)) {
            filter.error(
                    Codes.CONTRADICTION,
                    "subFilter",
                    "`subFilter` is for HTTP_FILTER, inside of %s.".formatted(HTTP_MANAGER));
        }
        filter.section("subFilter")
                .filter(inner -> inner.text("name").isEmpty())
                .ifPresent(inner ->
                        inner.error(
                                Codes.MISSING, "name", "A match of a filter needs its `name`."));
    }
}
