package io.windrose.analysis;

import io.windrose.config.ConfigSnapshot;
import io.windrose.config.resource.AuthorizationPolicy;
import io.windrose.config.resource.Resource;
import io.windrose.config.resource.ResourceId;
import io.windrose.kernel.Labels;
import io.windrose.kernel.NamespacedName;
import io.windrose.registry.AppliedRule;
import io.windrose.registry.DestinationPolicy;
import io.windrose.registry.MeshBuilder;
import io.windrose.registry.MeshSnapshot;
import io.windrose.registry.MutualTlsModes;
import io.windrose.registry.Service;
import io.windrose.registry.Services;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// All that checks may look at: the objects as they are written, and what the engine makes of them.
/// Immutable; on any thread.
public final class Mesh {
    /// In place of a kind: any of them.
    public static final String EVERYTHING = "*";

    /// In place of a kind: which namespaces there are. An object of any kind makes its own known.
    public static final String NAMESPACES = "namespaces";

    /// In place of a kind: [#hosts] and [#services].
    public static final String HOSTS = "hosts";

    /// In place of a kind: [#workloads].
    public static final String WORKLOADS = "workloads";

    private static final String CONFIG_MAP = "ConfigMap";

    private final SortedMap<String, OfKind> byKind;
    private final List<MeshObject> objects;
    private final SortedSet<String> namespaces;
    private final Settings given;
    private final Settings settings;
    private final Clusters clusters;
    private final Set<MeshObject> borrowed;

    /// Of this mesh and of those that follow it; guarded by itself. What it makes of a mesh does
    /// not depend on the ones before.
    private final MeshBuilder builder;

    private final ConfigSnapshot config;
    private final MeshSnapshot snapshot;
    private final WorkloadTable workloads;
    private final Map<Asked<?>, Known<?>> known;

    /// Of this mesh and of those that follow it.
    private final Sorts sorts;

    /// Of whom this mesh is for; none of a mesh that is for all.
    private final @Nullable Notes notes;

    /// Since a mesh of which the facts are of use.
    private final @Nullable Changes changes;

    private record Key(String kind, String namespace, String name) {
        static Key of(MeshObject object) {
            return new Key(object.kind(), object.namespace(), object.name());
        }
    }

    /// @param reads of whoever found it out
    record Known<T>(Asked<T> asked, T answer, Reads reads) {}

    /// One without objects.
    private Mesh(Clusters clusters) {
        this.clusters = clusters;
        borrowed = Set.of();
        byKind = new TreeMap<>();
        objects = List.of();
        namespaces = new TreeSet<>();
        given = Settings.DEFAULT;
        settings = Settings.DEFAULT;
        builder = new MeshBuilder();
        config = ConfigSnapshot.EMPTY;
        snapshot = MeshSnapshot.EMPTY;
        known = new ConcurrentHashMap<>();
        sorts = new Sorts();
        notes = null;
        changes = null;
        workloads = WorkloadTable.NONE;
    }

    /// The same mesh for somebody else.
    private Mesh(Mesh same, @Nullable Notes notes, @Nullable Changes changes) {
        byKind = same.byKind;
        objects = same.objects;
        namespaces = same.namespaces;
        given = same.given;
        settings = same.settings;
        clusters = same.clusters;
        borrowed = same.borrowed;
        builder = same.builder;
        config = same.config;
        snapshot = same.snapshot;
        workloads = same.workloads;
        known = same.known;
        sorts = same.sorts;
        this.notes = notes;
        this.changes = changes;
    }

    private Mesh(
            Mesh before,
            SortedMap<String, OfKind> byKind,
            Settings given,
            Set<MeshObject> borrowed) {
        this.byKind = byKind;
        this.given = given;
        this.clusters = before.clusters;
        this.borrowed = borrowed;
        known = new ConcurrentHashMap<>(before.known.size());
        sorts = before.sorts;
        notes = null;
        changes = null;
        objects = byKind.values().stream().flatMap(one -> one.sorted().stream()).toList();
        settings =
                given.equals(before.given) && isAsIn(before, CONFIG_MAP)
                        ? before.settings
                        : given.orFrom(all(CONFIG_MAP));
        namespaces = new TreeSet<>();
        namespaces.add(rootNamespace());
        byKind.values().forEach(one -> namespaces.addAll(one.namespaces()));
        config = new ConfigSnapshot(1, resources(before), List.of());
        builder = before.builder;
        synchronized (builder) {
            snapshot = builder.next(config);
        }
        workloads =
                Workloads.KINDS.stream().allMatch(kind -> isAsIn(before, kind))
                        ? before.workloads
                        : WorkloadTable.of(this, before.workloads);
    }

    /// @param objects in any order
    public static Mesh of(Collection<MeshObject> objects, Settings settings) {
        return of(objects, settings, Clusters.ONE);
    }

    /// The mesh as one of its clusters has it: what runs in the others is there, too, unless its
    /// own has an object of that name.
    ///
    /// @param objects of its own, in any order
    public static Mesh of(Collection<MeshObject> objects, Settings settings, Clusters clusters) {
        return new Mesh(clusters).next(objects, settings);
    }

    /// The same as [#of] for the clusters of this mesh, in less time where there is little that
    /// this mesh has not.
    ///
    /// @param own as there
    public Mesh next(Collection<MeshObject> own, Settings next) {
        var borrowed = borrowed(own);
        var byKind = new HashMap<String, List<MeshObject>>();
        for (var object : own) {
            byKind.computeIfAbsent(object.kind(), _ -> new ArrayList<>()).add(object);
        }
        for (var object : borrowed) {
            byKind.computeIfAbsent(object.kind(), _ -> new ArrayList<>()).add(object);
        }
        var kinds = new TreeMap<String, OfKind>();
        byKind.forEach((kind, some) -> kinds.put(kind, ofKind(kind).next(some)));
        return new Mesh(this, kinds, next, borrowed);
    }

    private Set<MeshObject> borrowed(Collection<MeshObject> own) {
        var running = clusters.running();
        if (running.isEmpty()) {
            return Set.of();
        }
        var names = new HashSet<Key>();
        own.forEach(object -> names.add(Key.of(object)));
        return running.stream()
                .filter(object -> names.add(Key.of(object)))
                .collect(Collectors.toSet());
    }

    private SortedMap<ResourceId, Resource> resources(Mesh before) {
        var resources = new TreeMap<>(before.config.resources());
        for (var kind : changedKinds(before)) {
            before.ofKind(kind).resources().keySet().forEach(resources::remove);
            resources.putAll(ofKind(kind).resources());
        }
        resources.remove(before.settings.mesh().id());
        resources.put(settings.mesh().id(), settings.mesh());
        return resources;
    }

    private OfKind ofKind(String kind) {
        return byKind.getOrDefault(kind, OfKind.NONE);
    }

    /// The kinds of which the objects are not all the same in both meshes, and what stands in place
    /// of kinds.
    Set<String> changes(Mesh before) {
        var changes = changedKinds(before);
        if (!changes.isEmpty()) {
            changes.add(EVERYTHING);
        }
        if (!namespaces.equals(before.namespaces)) {
            changes.add(NAMESPACES);
        }
        if (!hostsAreAsIn(before)) {
            changes.add(HOSTS);
        }
        if (!isSame(workloads, before.workloads)) {
            changes.add(WORKLOADS);
        }
        return changes;
    }

    private Set<String> changedKinds(Mesh before) {
        var kinds = new HashSet<>(byKind.keySet());
        kinds.addAll(before.byKind.keySet());
        kinds.removeIf(kind -> isAsIn(before, kind));
        return kinds;
    }

    private boolean hostsAreAsIn(Mesh before) {
        return isSame(snapshot.services(), before.snapshot.services());
    }

    private boolean isAsIn(Mesh other, String kind) {
        return isSame(ofKind(kind), other.ofKind(kind))
                || ofKind(kind).sorted().equals(other.ofKind(kind).sorted());
    }

    // Identity is enough: what is equal is the same from one mesh to the next.
    @SuppressWarnings("ReferenceEquality")
    private static boolean isSame(Object one, Object other) {
        return one == other;
    }

    /// The same mesh, noting what is read of it.
    public Mesh noting(Notes of) {
        return new Mesh(this, of, changes);
    }

    /// The same mesh, which takes facts of the one before where they still hold.
    Mesh following(Changes since) {
        return new Mesh(this, notes, since);
    }

    private void note(String kind) {
        if (notes != null) {
            notes.add(kind);
        }
    }

    /// By kind, namespace, name and place.
    public List<MeshObject> objects() {
        note(EVERYTHING);
        return objects;
    }

    /// @param kind see [Kinds]
    /// @return by namespace, name and place; often empty
    public List<MeshObject> all(String kind) {
        note(kind);
        return ofKind(kind).sorted();
    }

    /// @param kind see [Kinds]
    public Optional<MeshObject> find(String kind, String namespace, String name) {
        return get(new Named(kind, new NamespacedName(namespace, name)));
    }

    private record Named(String kind, NamespacedName name) implements Fact<Optional<MeshObject>> {
        @Override
        public Object sort() {
            return new OfNames(kind);
        }

        @Override
        public Optional<MeshObject> of(Mesh mesh) {
            mesh.note(kind);
            return Optional.ofNullable(mesh.ofKind(kind).byName().get(name));
        }
    }

    private record OfNames(String kind) {}

    /// As [MeshObject#label] has it; of several with one label the first.
    public Optional<MeshObject> find(String label) {
        return get(new Labelled(label));
    }

    private record Labelled(String label) implements Fact<Optional<MeshObject>> {
        @Override
        public Optional<MeshObject> of(Mesh mesh) {
            mesh.note(EVERYTHING);
            return mesh.byKind.values().stream()
                    .flatMap(one -> Optional.ofNullable(one.byLabel().get(label)).stream())
                    .findFirst();
        }
    }

    /// Whether there is an object of a kind.
    ///
    /// @param kind as above
    public boolean has(String kind) {
        return get(new Kind(kind));
    }

    private record Kind(String kind) implements Fact<Boolean> {
        @Override
        public Object sort() {
            return this;
        }

        @Override
        public Boolean of(Mesh mesh) {
            return !mesh.all(kind).isEmpty();
        }
    }

    /// Whether [#namespaces] has one.
    public boolean hasNamespace(String name) {
        return get(new HasNamespace(name));
    }

    private record HasNamespace(String name) implements Fact<Boolean> {
        @Override
        public Boolean of(Mesh mesh) {
            return mesh.namespaces().contains(name);
        }
    }

    /// What checks share of what they make of this mesh; found out when the first one asks.
    public <T> T get(Fact<T> fact) {
        var found = known(new Asked<>(fact));
        if (notes != null) {
            notes.add(found.asked());
        }
        return found.answer();
    }

    <T> Known<T> known(Asked<T> asked) {
        var there = find(asked);
        if (there != null) {
            return there;
        }
        var still = changes == null ? null : changes.still(asked);
        var found = still == null ? findOut(asked) : still;
        keep(found);
        return found;
    }

    /// The sorts of facts that may be otherwise when some kinds are.
    Set<Object> sortsOn(Set<String> some) {
        return sorts.on(some);
    }

    /// Gives what it knows to the mesh that follows.
    ///
    /// @param others sorts of which nothing is given
    void passOn(Mesh next, Set<Object> others) {
        known.forEach((asked, one) -> {
            if (!others.contains(asked.sort())) {
                next.keep(one);
            }
        });
    }

    void keep(Known<?> still) {
        known.put(still.asked(), still);
    }

    @SuppressWarnings("unchecked") // what is kept under a fact is its answer
    <T> @Nullable Known<T> find(Asked<T> asked) {
        return (Known<T>) known.get(asked);
    }

    private <T> Known<T> findOut(Asked<T> asked) {
        var notes = new Notes();
        var answer = asked.of(noting(notes));
        var reads = notes.take();
        sorts.note(asked, reads);
        return new Known<>(asked, answer, reads);
    }

    /// Whom names of hosts stand for.
    public Hosts hosts() {
        return new Hosts(this);
    }

    /// What runs, or would run.
    public Workloads workloads() {
        return new Workloads(this);
    }

    WorkloadTable workloadTable() {
        note(WORKLOADS);
        return workloads;
    }

    /// What the engine makes of all objects that an API server would take. Checks ask for the parts
    /// of it that follow, so that not every change concerns them.
    public MeshSnapshot snapshot() {
        note(EVERYTHING);
        return snapshot;
    }

    /// What the registry makes of Services, ServiceEntries and what stands behind them.
    public Services services() {
        note(HOSTS);
        return snapshot.services();
    }

    /// The mesh's own policies, then those of the namespace; see [io.windrose.registry.Rules].
    public List<AppliedRule<AuthorizationPolicy>> policies(String namespace, Labels workload) {
        return get(new Policies(namespace, workload));
    }

    private record Policies(String namespace, Labels workload)
            implements Fact<List<AppliedRule<AuthorizationPolicy>>> {
        @Override
        public List<AppliedRule<AuthorizationPolicy>> of(Mesh mesh) {
            mesh.note(Kinds.AUTHORIZATION_POLICY);
            return mesh.snapshot.rules().authorizationPolicies(namespace, workload);
        }
    }

    /// What a workload takes: see [io.windrose.registry.Rules].
    public AppliedRule<MutualTlsModes> mutualTls(String namespace, Labels workload) {
        return get(new MutualTls(namespace, workload));
    }

    private record MutualTls(String namespace, Labels workload)
            implements Fact<AppliedRule<MutualTlsModes>> {
        @Override
        public AppliedRule<MutualTlsModes> of(Mesh mesh) {
            mesh.note(Kinds.PEER_AUTHENTICATION);
            return mesh.snapshot.rules().mutualTls(namespace, workload);
        }
    }

    /// What clients do: see [io.windrose.registry.Rules].
    public Optional<AppliedRule<DestinationPolicy>> destinationPolicy(
            String clientNamespace, Labels clientLabels, Service service) {
        return get(new OfClient(clientNamespace, clientLabels, service));
    }

    private record OfClient(String namespace, Labels labels, Service service)
            implements Fact<Optional<AppliedRule<DestinationPolicy>>> {
        @Override
        public Optional<AppliedRule<DestinationPolicy>> of(Mesh mesh) {
            mesh.note(Kinds.DESTINATION_RULE);
            return mesh.snapshot.rules().destinationPolicy(namespace, labels, service);
        }
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
        note(NAMESPACES);
        return namespaces;
    }
}
