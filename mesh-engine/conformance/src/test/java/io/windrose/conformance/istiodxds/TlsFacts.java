package io.windrose.conformance.istiodxds;

import com.google.gson.JsonObject;
import java.util.Set;

/// What a transport socket says: SNI, ALPN, the secrets' names, subject names, versions.
final class TlsFacts {
    private static final Set<String> APART = Set.of("@type", "commonTlsContext");

    private TlsFacts() {}

    static void collect(JsonObject socket, String place, String aspect, Facts facts) {
        facts.add(place, aspect + ".socket", socket.get("name"));
        var settings = socket.getAsJsonObject("typedConfig");
        if (settings == null) {
            return;
        }
        facts.addEach(place, aspect + ".", settings, APART);
        var common = settings.getAsJsonObject("commonTlsContext");
        if (common != null) {
            facts.addEach(place, aspect + ".common.", common, Set.of());
        }
    }
}
