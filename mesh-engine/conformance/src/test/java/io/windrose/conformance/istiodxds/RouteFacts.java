package io.windrose.conformance.istiodxds;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.Set;

/// What a route configuration says: per virtual host its domains and options, per route, known by
/// its match, each setting, and the order of the routes.
final class RouteFacts {
    private static final Set<String> ROUTE_APART = Set.of("match", "route", "name");

    private RouteFacts() {}

    static void collect(JsonObject routes, Facts facts) {
        var name = routes.get("name").getAsString();
        facts.addPresence(name, "routeConfiguration", name);
        collectBody(routes, name, facts);
    }

    /// @param place of the filter chain in which the routes stand
    static void collectInline(JsonObject routes, String place, Facts facts) {
        facts.add(place, "routeConfig.name", routes.get("name"));
        collectBody(routes, place, facts);
    }

    private static void collectBody(JsonObject routes, String place, Facts facts) {
        facts.addEach(place, "routeConfig.", routes, Set.of("name", "virtualHosts"));
        if (!routes.has("virtualHosts")) {
            return;
        }
        for (var element : routes.getAsJsonArray("virtualHosts")) {
            var host = element.getAsJsonObject();
            collectHost(host, place + " " + host.get("name").getAsString(), facts);
        }
    }

    private static void collectHost(JsonObject host, String place, Facts facts) {
        facts.add(place, "virtualHost", host.get("name"));
        facts.addEach(place, "virtualHost.", host, Set.of("name", "routes"));
        var order = new JsonArray();
        var seen = new HashMap<String, Integer>();
        var all = host.has("routes") ? host.getAsJsonArray("routes") : new JsonArray();
        for (var element : all) {
            var route = element.getAsJsonObject();
            JsonElement match = Canonical.of("match", route.get("match"));
            order.add(match);
            int times = seen.merge(match.toString(), 1, Integer::sum);
            var where = place + " " + match + (times == 1 ? "" : " #" + times);
            collectRoute(route, where, match.toString(), facts);
        }
        facts.add(place, "routeOrder", order);
    }

    private static void collectRoute(JsonObject route, String place, String match, Facts facts) {
        facts.addPresence(place, "route", match);
        facts.addEach(place, "route.", route, ROUTE_APART);
        if (route.has("route")) {
            facts.addEach(place, "route.action.", route.getAsJsonObject("route"), Set.of());
        }
    }
}
