package io.windrose.analysis;

import io.windrose.config.ConfigSnapshot;
import io.windrose.config.resource.MeshConfig;
import io.windrose.config.resource.Resource;
import io.windrose.registry.MeshBuilder;
import io.windrose.registry.MeshSnapshot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// All that checks may look at: the objects as they are written, and what the engine makes of them.
public final class Mesh {
    private final List<MeshObject> objects;
    private final Map<String, List<MeshObject>> byKind = new HashMap<>();
    private final Map<String, MeshObject> byLabel = new HashMap<>();
    private final Map<Key, MeshObject> byName = new HashMap<>();
    private final Settings settings;
    private final MeshSnapshot snapshot;
    private final Hosts hosts;
    private final Workloads workloads;
    private final SortedSet<String> namespaces = new TreeSet<>();

    private record Key(String kind, String namespace, String name) {}

    private Mesh(List<MeshObject> objects, Settings settings) {
        this.objects = objects;
        this.settings = settings;
        for (var object : objects) {
            byKind.computeIfAbsent(object.kind(), _ -> new ArrayList<>()).add(object);
            byLabel.putIfAbsent(object.label(), object);
            byName.putIfAbsent(new Key(object.kind(), object.namespace(), object.name()), object);
            if (object.kind().equals(Kinds.NAMESPACE)) {
                namespaces.add(object.name());
            } else if (!object.namespace().isEmpty()) {
                namespaces.add(object.namespace());
            }
        }
        snapshot = MeshBuilder.build(config());
        hosts = new Hosts(snapshot.services());
        workloads = new Workloads(this);
        namespaces.add(rootNamespace());
    }

    /// @param objects in any order
    public static Mesh of(List<MeshObject> objects, Settings settings) {
        var sorted = new ArrayList<>(objects);
        sorted.sort(
                Comparator.comparing(MeshObject::kind)
                        .thenComparing(MeshObject::namespace)
                        .thenComparing(MeshObject::name)
                        .thenComparing(MeshObject::file)
                        .thenComparingInt(object -> object.root().place().line()));
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

    /// Of all objects.
    public Set<String> kinds() {
        return Collections.unmodifiableSet(byKind.keySet());
    }

    /// @param kind see [Kinds]
    /// @return by namespace, name and file; often empty
    public List<MeshObject> all(String kind) {
        return byKind.getOrDefault(kind, List.of());
    }

    /// @param kind see [Kinds]
    public Optional<MeshObject> find(String kind, String namespace, String name) {
        return Optional.ofNullable(byName.get(new Key(kind, namespace, name)));
    }

    /// As [MeshObject#label] has it; of several with one label the first.
    public Optional<MeshObject> find(String label) {
        return Optional.ofNullable(byLabel.get(label));
    }

    /// Whom names of hosts stand for.
    public Hosts hosts() {
        return hosts;
    }

    /// What runs, or would run.
    public Workloads workloads() {
        return workloads;
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
