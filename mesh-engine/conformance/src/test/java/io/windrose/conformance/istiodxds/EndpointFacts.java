package io.windrose.conformance.istiodxds;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Optional;
import java.util.Set;

/// What a load assignment says: per locality its weight and priority, per host its port, weight,
/// health and TLS mode.
final class EndpointFacts {
    private static final String TLS_MODE_KEY = "envoy.transport_socket_match";

    private EndpointFacts() {}

    static void collect(JsonObject assignment, Facts facts) {
        var name = assignment.get("clusterName").getAsString();
        facts.addPresence(name, "assignment", name);
        facts.addEach(name, "", assignment, Set.of("clusterName", "endpoints"));
        if (assignment.has("endpoints")) {
            for (var group : assignment.getAsJsonArray("endpoints")) {
                collectLocality(group.getAsJsonObject(), name, facts);
            }
        }
    }

    private static void collectLocality(JsonObject group, String name, Facts facts) {
        var locality = group.has("locality") ? Canonical.text(group.get("locality")) : "{}";
        var place = name + " " + locality;
        facts.addEach(place, "locality.", group, Set.of("locality", "lbEndpoints"));
        var hosts =
                group.has("lbEndpoints") ? group.getAsJsonArray("lbEndpoints") : new JsonArray();
        for (var element : hosts) {
            var host = element.getAsJsonObject();
            var address = Canonical.text(host.getAsJsonObject("endpoint").get("address"));
            facts.addPresence(place + " " + address, "host", address);
            facts.addEach(place + " " + address, "host.", host, Set.of("endpoint"));
            tlsMode(host).ifPresent(mode -> facts.add(place + " " + address, "host.tlsMode", mode));
        }
    }

    private static Optional<JsonElement> tlsMode(JsonObject host) {
        if (!host.has("metadata")) {
            return Optional.empty();
        }
        var metadata = host.getAsJsonObject("metadata").getAsJsonObject("filterMetadata");
        if (metadata == null || !metadata.has(TLS_MODE_KEY)) {
            return Optional.empty();
        }
        return Optional.of(
                new JsonPrimitive(
                        metadata.getAsJsonObject(TLS_MODE_KEY).get("tlsMode").getAsString()));
    }
}
