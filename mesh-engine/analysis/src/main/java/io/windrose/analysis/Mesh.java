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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// All that checks may look at: the objects as they are written, and what the engine makes of them.
public final class Mesh {
    private final List<MeshObject> objects;
    private final Map<String, List<MeshObject>> byKind = new HashMap<>();
    private final Map<String, MeshObject> byLabel = new HashMap<>();
    private final Map<Key, MeshObject> byName = new HashMap<>();
    private final Settings settings;
    private final Clusters clusters;
    private final Set<MeshObject> borrowed;
    private final MeshSnapshot snapshot;
    private final Hosts hosts;
    private final Workloads workloads;
    private final SortedSet<String> namespaces = new TreeSet<>();

    private record Key(String kind, String namespace, String name) {}

    private Mesh(
            List<MeshObject> objects,
            Settings settings,
            Clusters clusters,
            Set<MeshObject> borrowed) {
        this.objects = objects;
        this.settings = settings;
        this.clusters = clusters;
        this.borrowed = borrowed;
        for (var object : objects) {
            byKind.computeIfAbsent(object.kind(), _ -> new ArrayList<>()).add(object);
            byLabel.putIfAbsent(object.label(), object);
            byName.putIfAbsent(key(object), object);
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
        return of(objects, settings, Clusters.ONE);
    }

    /// The mesh as one of its clusters has it: what runs in the others is there, too, unless its
    /// own has an object of that name.
    ///
    /// @param objects of its own, in any order
    public static Mesh of(List<MeshObject> objects, Settings settings, Clusters clusters) {
        var names = objects.stream().map(Mesh::key).collect(Collectors.toCollection(HashSet::new));
        var borrowed =
                clusters.running().stream()
                        .filter(object -> names.add(key(object)))
                        .collect(Collectors.toSet());
        var sorted = new ArrayList<>(objects);
        sorted.addAll(borrowed);
        sorted.sort(
                Comparator.comparing(MeshObject::kind)
                        .thenComparing(MeshObject::namespace)
                        .thenComparing(MeshObject::name)
                        .thenComparing(MeshObject::file)
                        .thenComparingInt(object -> object.root().place().line()));
        return new Mesh(List.copyOf(sorted), settings.orFrom(sorted), clusters, borrowed);
    }

    private static Key key(MeshObject object) {
        return new Key(object.kind(), object.namespace(), object.name());
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

    /// Those that the mesh is made of.
    public Clusters clusters() {
        return clusters;
    }

    /// Whether it is an object of this cluster, and not seen in another one.
    public boolean isOwn(MeshObject object) {
        return !borrowed.contains(object);
    }

    /// Those with a Namespace of their own, those that objects are in, and the root.
    public SortedSet<String> namespaces() {
        return namespaces;
    }
}
