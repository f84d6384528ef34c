package io.windrose.conformance.istiodxds;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.Set;

/// What a chain of network or HTTP filters says: their order, and each one's settings.
final class FilterFacts {
    private static final Set<String> MANAGER_APART = Set.of("@type", "httpFilters", "routeConfig");

    private FilterFacts() {}

    static void collect(JsonArray filters, String place, String kind, Facts facts) {
        var names = new JsonArray();
        var seen = new HashMap<String, Integer>();
        for (var element : filters) {
            if (Canonical.isIstioFilter(element)) {
                continue;
            }
            var filter = element.getAsJsonObject();
            var name = filter.get("name").getAsString();
            names.add(filter.get("name"));
            int times = seen.merge(name, 1, Integer::sum);
            var where = times == 1 ? place : place + " #" + times;
            collectOne(filter, name, where, kind, facts);
        }
        facts.add(place, kind + "Filters", names);
    }

    private static void collectOne(
            JsonObject filter, String name, String place, String kind, Facts facts) {
        var prefix = kind + "." + name + ".";
        facts.addEach(place, prefix, filter, Set.of("name", "typedConfig"));
        var settings = filter.getAsJsonObject("typedConfig");
        if (settings == null) {
            return;
        }
        boolean manager = settings.has("httpFilters");
        if (manager) {
            facts.addEach(place, prefix, settings, MANAGER_APART);
            collect(settings.getAsJsonArray("httpFilters"), place, "http", facts);
            if (settings.has("routeConfig")) {
                var routes = settings.getAsJsonObject("routeConfig");
                RouteFacts.collectInline(routes, place, facts);
            }
        } else {
            facts.addEach(place, prefix, settings, Set.of());
        }
    }
}
