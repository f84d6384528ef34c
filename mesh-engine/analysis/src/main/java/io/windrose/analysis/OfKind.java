package io.windrose.analysis;

import io.windrose.config.resource.MeshConfig;
import io.windrose.config.resource.Resource;
import io.windrose.config.resource.ResourceId;
import io.windrose.kernel.NamespacedName;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// The objects of one kind. The next mesh has the same one where nothing about them changed.
final class OfKind {
    private static final Comparator<MeshObject> IN_ORDER =
            Comparator.comparing(MeshObject::namespace)
                    .thenComparing(MeshObject::name)
                    .thenComparing(MeshObject::file)
                    .thenComparingInt(object -> object.root().place().line())
                    .thenComparingInt(object -> object.root().place().column());

    static final OfKind NONE = new OfKind(List.of());

    private final List<MeshObject> given;
    private final List<MeshObject> sorted;
    private final Map<NamespacedName, MeshObject> byName = new HashMap<>();
    private final Map<String, MeshObject> byLabel = new HashMap<>();
    private final SortedMap<ResourceId, Resource> resources = new TreeMap<>();
    private final Set<String> namespaces = new TreeSet<>();

    private OfKind(List<MeshObject> given) {
        this.given = given;
        this.sorted = given.stream().sorted(IN_ORDER).toList();
        for (var object : sorted) {
            byName.putIfAbsent(new NamespacedName(object.namespace(), object.name()), object);
            byLabel.putIfAbsent(object.label(), object);
            namespaces.add(
                    object.kind().equals(Kinds.NAMESPACE) ? object.name() : object.namespace());
            // the settings of the mesh are told apart from its objects
            object.resource()
                    .filter(one -> !(one instanceof MeshConfig))
                    .ifPresent(one -> resources.put(one.id(), one));
        }
        namespaces.remove("");
    }

    /// @param objects in any order
    OfKind next(List<MeshObject> objects) {
        if (given.equals(objects)) {
            return this;
        }
        var next = new OfKind(objects);
        return next.sorted.equals(sorted) ? this : next;
    }

    /// By namespace, name and place.
    List<MeshObject> sorted() {
        return sorted;
    }

    /// Of several with one name the first.
    Map<NamespacedName, MeshObject> byName() {
        return byName;
    }

    /// Of several with one label the first.
    Map<String, MeshObject> byLabel() {
        return byLabel;
    }

    /// Of several with one name the last, as when they are applied.
    SortedMap<ResourceId, Resource> resources() {
        return resources;
    }

    /// Those that they are in, or are.
    Set<String> namespaces() {
        return namespaces;
    }
}
