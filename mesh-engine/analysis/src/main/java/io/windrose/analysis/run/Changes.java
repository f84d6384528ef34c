package io.windrose.analysis.run;

import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// What a mesh has otherwise than the one before.
final class Changes {
    private final Set<String> kinds;
    private final Map<String, Set<MeshObject>> gone = new HashMap<>();
    private final Map<String, Set<MeshObject>> come = new HashMap<>();

    Changes(Mesh before, Mesh after) {
        kinds = after.changes(before);
        for (var kind : kinds) {
            gone.put(kind, without(before.all(kind), after.all(kind)));
            come.put(kind, without(after.all(kind), before.all(kind)));
        }
    }

    private static Set<MeshObject> without(
            Collection<MeshObject> some, Collection<MeshObject> others) {
        var left = new LinkedHashSet<>(some);
        others.forEach(left::remove);
        return left;
    }

    /// See [Mesh#changes].
    Set<String> kinds() {
        return kinds;
    }

    /// Those of a kind that are there no longer.
    Set<MeshObject> gone(String kind) {
        return gone.getOrDefault(kind, Set.of());
    }

    /// Those of a kind that were not there.
    Set<MeshObject> come(String kind) {
        return come.getOrDefault(kind, Set.of());
    }
}
