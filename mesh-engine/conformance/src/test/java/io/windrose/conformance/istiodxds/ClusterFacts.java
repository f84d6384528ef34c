package io.windrose.conformance.istiodxds;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Set;

/// What a cluster says: each setting is a fact, TLS and load balancing are taken apart.
final class ClusterFacts {
    private static final Set<String> APART =
            Set.of(
                    "name",
                    "filters",
                    "edsClusterConfig",
                    "commonLbConfig",
                    "transportSocket",
                    "transportSocketMatches",
                    "typedExtensionProtocolOptions");

    private ClusterFacts() {}

    static void collect(JsonObject cluster, Facts facts) {
        var name = cluster.get("name").getAsString();
        facts.addPresence(name, "cluster", name);
        facts.addEach(name, "", cluster, APART);
        if (!cluster.has("lbPolicy")) {
            facts.add(name, "lbPolicy", new JsonPrimitive("ROUND_ROBIN"));
        }
        if (!cluster.has("type") && !cluster.has("clusterType")) {
            facts.add(name, "type", new JsonPrimitive("STATIC"));
        }
        each(cluster, "edsClusterConfig", name, "eds.", facts);
        each(cluster, "commonLbConfig", name, "commonLb.", facts);
        each(cluster, "typedExtensionProtocolOptions", name, "options.", facts);
        if (cluster.has("filters")) {
            var own = new JsonArray();
            for (var filter : cluster.getAsJsonArray("filters")) {
                if (!Canonical.isIstioFilter(filter)) {
                    own.add(filter);
                }
            }
            if (own.size() > 0) {
                facts.add(name, "filters", own);
            }
        }
        if (cluster.has("transportSocket")) {
            TlsFacts.collect(cluster.getAsJsonObject("transportSocket"), name, "tls", facts);
        }
        if (cluster.has("transportSocketMatches")) {
            for (var element : cluster.getAsJsonArray("transportSocketMatches")) {
                var match = element.getAsJsonObject();
                var when = Canonical.text(match.get("match"));
                TlsFacts.collect(
                        match.getAsJsonObject("transportSocket"), name, "tls" + when, facts);
            }
        }
    }

    private static void each(
            JsonObject cluster, String key, String name, String prefix, Facts facts) {
        if (cluster.has(key)) {
            facts.addEach(name, prefix, cluster.getAsJsonObject(key), Set.of());
        }
    }
}
