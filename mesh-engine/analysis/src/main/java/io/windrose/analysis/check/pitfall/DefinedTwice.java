package io.windrose.analysis.check.pitfall;

import io.windrose.analysis.Finding;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;

/// One object of a cluster that is written down twice, each time with something else in it.
final class DefinedTwice extends Pitfall {
    DefinedTwice() {
        super("WR0308");
    }

    private record Key(String kind, String namespace, String name) {}

    @Override
    public void run(Mesh mesh, Consumer<Finding> found) {
        var byKey = new LinkedHashMap<Key, List<MeshObject>>();
        for (var object : mesh.objects()) {
            if (!object.kind().isEmpty() && !object.name().isEmpty()) {
                var key = new Key(object.kind(), object.namespace(), object.name());
                byKey.computeIfAbsent(key, _ -> new ArrayList<>(1)).add(object);
            }
        }
        byKey.values().removeIf(same -> same.size() == 1);
        for (var same : byKey.values()) {
            for (var object : same) {
                same.stream()
                        .filter(other -> !text(other).equals(text(object)))
                        .findFirst()
                        .ifPresent(other -> found.accept(finding(object, other)));
            }
        }
    }

    /// All that it says, however it is laid out.
    private static Object text(MeshObject object) {
        return object.root().value();
    }

    private Finding finding(MeshObject object, MeshObject other) {
        var there = other.root().get("metadata", "name").place();
        return Finding.of(
                code(),
                object.root().get("metadata", "name"),
                "%s is in %s:%d, too, with other contents; whatever is applied last replaces the other."
                        .formatted(object.label(), there.file(), there.line()));
    }
}
