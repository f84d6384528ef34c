package io.windrose.analysis;

import io.windrose.config.ConfigSnapshot;
import io.windrose.config.resource.MeshConfig;
import io.windrose.config.resource.Resource;
import io.windrose.registry.MeshBuilder;
import io.windrose.registry.MeshSnapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// All that checks may look at: the objects as they are written, and what the engine makes of them.
public final class Mesh {
    private final List<MeshObject> objects;
    private final Map<String, List<MeshObject>> byKind = new HashMap<>();
    private final Map<String, MeshObject> byLabel = new HashMap<>();
    private final Settings settings;
    private final MeshSnapshot snapshot;
    private final SortedSet<String> namespaces = new TreeSet<>();

    private Mesh(List<MeshObject> objects, Settings settings) {
        this.objects = objects;
        this.settings = settings;
        for (var object : objects) {
            byKind.computeIfAbsent(object.kind(), _ -> new ArrayList<>()).add(object);
            byLabel.putIfAbsent(object.label(), object);
            if (object.kind().equals(Kinds.NAMESPACE)) {
                namespaces.add(object.name());
            } else if (!object.namespace().isEmpty()) {
                namespaces.add(object.namespace());
            }
        }
        snapshot = MeshBuilder.build(config());
        namespaces.add(rootNamespace());
    }

    /// @param objects in any order
    public static Mesh of(List<MeshObject> objects, Settings settings) {
        var sorted = new ArrayList<>(objects);
        sorted.sort(
                Comparator.comparing(MeshObject::kind)
                        .thenComparing(MeshObject::namespace)
                        .thenComparing(MeshObject::name)
                        .thenComparing(MeshObject::file));
        return new Mesh(List.copyOf(sorted), settings.orFrom(sorted));
    }

    private ConfigSnapshot config() {
        var resources = new ArrayList<Resource>();
        for (var object : objects) {
            object.resource().filter(one -> !(one instanceof MeshConfig)).ifPresent(resources::add);
        }
        resources.add(settings.mesh());
        return ConfigSnapshot.of(resources);
    }

    /// By kind, namespace, name and file.
    public List<MeshObject> objects() {
        return objects;
    }

    /// @param kind see [Kinds]
    /// @return by namespace, name and file; often empty
    public List<MeshObject> all(String kind) {
        return byKind.getOrDefault(kind, List.of());
    }

    /// @param kind see [Kinds]
    public Optional<MeshObject> find(String kind, String namespace, String name) {
        return all(kind).stream()
                .filter(one -> one.name().equals(name) && one.namespace().equals(namespace))
                .findFirst();
    }

    /// As [MeshObject#label] has it; of several with one label the first.
    public Optional<MeshObject> find(String label) {
        return Optional.ofNullable(byLabel.get(label));
    }

    /// What the engine makes of all objects that an API server would take.
    public MeshSnapshot snapshot() {
        return snapshot;
    }

    public Settings settings() {
        return settings;
    }

    public String rootNamespace() {
        return settings.mesh().rootNamespace();
    }

    /// Those with a Namespace of their own, those that objects are in, and the root.
    public SortedSet<String> namespaces() {
        return namespaces;
    }
}
