package io.windrose.conformance.istiodxds;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/// The facts of one proxy's resources of one type, as they are found.
final class Facts {
    private final String type;
    private final List<Fact> found = new ArrayList<>();

    private Facts(String type) {
        this.type = type;
    }

    /// @param resources what `type` holds for one proxy
    static List<Fact> of(String type, JsonArray resources) {
        var facts = new Facts(type);
        for (var resource : resources) {
            var object = resource.getAsJsonObject();
            switch (type) {
                case "cds" -> ClusterFacts.collect(object, facts);
                case "eds" -> EndpointFacts.collect(object, facts);
                case "lds" -> ListenerFacts.collect(object, facts);
                case "rds" -> RouteFacts.collect(object, facts);
                default -> throw new IllegalArgumentException(type);
            }
        }
        return Collections.unmodifiableList(facts.found);
    }

    void add(String place, String aspect, JsonElement value) {
        found.add(new Fact(type, place, aspect, Canonical.text(value)));
    }

    /// That there is something at all, as a fact of its own.
    void addPresence(String place, String aspect, String name) {
        found.add(new Fact(type, place, aspect, new JsonPrimitive(name).toString()));
    }

    /// One fact per key of `object` that is neither among `apart` nor free.
    void addEach(String place, String prefix, JsonObject object, Set<String> apart) {
        var canonical = Canonical.of("", object).getAsJsonObject();
        for (var key : canonical.keySet()) {
            if (!apart.contains(key)) {
                add(place, prefix + key, canonical.get(key));
            }
        }
    }
}
