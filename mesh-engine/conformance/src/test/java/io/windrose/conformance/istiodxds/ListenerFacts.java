package io.windrose.conformance.istiodxds;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Set;

/// What a listener says: its own settings, and those of each filter chain, known by its match.
final class ListenerFacts {
    private static final Set<String> LISTENER_APART =
            Set.of("name", "filterChains", "defaultFilterChain", "listenerFilters");
    private static final Set<String> CHAIN_APART =
            Set.of("filterChainMatch", "filters", "transportSocket");

    private ListenerFacts() {}

    static void collect(JsonObject listener, Facts facts) {
        var name = listener.get("name").getAsString();
        facts.addPresence(name, "listener", name);
        facts.addEach(name, "", listener, LISTENER_APART);
        if (listener.has("listenerFilters")) {
            var names = new JsonArray();
            for (var element : listener.getAsJsonArray("listenerFilters")) {
                var filter = element.getAsJsonObject();
                names.add(filter.get("name"));
                var key = filter.get("name").getAsString();
                facts.addEach(name, "listenerFilter." + key + ".", filter, Set.of("name"));
            }
            facts.add(name, "listenerFilters", names);
        }
        if (listener.has("filterChains")) {
            for (var chain : listener.getAsJsonArray("filterChains")) {
                var object = chain.getAsJsonObject();
                var match = Canonical.text(match(object));
                collectChain(object, name + " " + match, match, facts);
            }
        }
        if (listener.has("defaultFilterChain")) {
            var chain = listener.getAsJsonObject("defaultFilterChain");
            collectChain(chain, name + " default", "default", facts);
        }
    }

    private static JsonObject match(JsonObject chain) {
        return chain.has("filterChainMatch")
                ? chain.getAsJsonObject("filterChainMatch")
                : new JsonObject();
    }

    private static void collectChain(JsonObject chain, String place, String match, Facts facts) {
        facts.addPresence(place, "chain", match);
        facts.addEach(place, "chain.", chain, CHAIN_APART);
        if (chain.has("transportSocket")) {
            TlsFacts.collect(chain.getAsJsonObject("transportSocket"), place, "chain.tls", facts);
        } else {
            facts.add(place, "chain.tls", new JsonPrimitive("plaintext"));
        }
        var filters = chain.has("filters") ? chain.getAsJsonArray("filters") : new JsonArray();
        FilterFacts.collect(filters, place, "network", facts);
    }
}
