package io.windrose.config;

import io.windrose.config.resource.Kind;
import io.windrose.config.resource.MeshConfig;
import io.windrose.config.resource.Resource;
import io.windrose.config.resource.ResourceId;
import io.windrose.kernel.NamespacedName;
import io.windrose.kernel.Problem;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The whole configuration at one moment.
///
/// @param version grows with every change of one store
/// @param resources by identity, hence together by kind, then namespace, then name
/// @param findings what is wrong with the input that the resources came from
public record ConfigSnapshot(
        long version, SortedMap<ResourceId, Resource> resources, List<Problem> findings) {
    public static final ConfigSnapshot EMPTY = new ConfigSnapshot(0, new TreeMap<>(), List.of());

    public ConfigSnapshot {
        resources = Collections.unmodifiableSortedMap(new TreeMap<>(resources));
        findings = List.copyOf(findings);
    }

    /// Of two resources with one identity the later one counts.
    public static ConfigSnapshot of(Collection<? extends Resource> resources) {
        var byId = new TreeMap<ResourceId, Resource>();
        resources.forEach(resource -> byId.put(resource.id(), resource));
        return new ConfigSnapshot(1, byId, List.of());
    }

    /// By namespace, then name.
    public <T extends Resource> List<T> all(Class<T> type) {
        var kind = Kind.of(type);
        var first = new ResourceId(kind, new NamespacedName("", ""));
        return resources.tailMap(first).values().stream()
                .takeWhile(type::isInstance)
                .map(type::cast)
                .toList();
    }

    public Optional<Resource> get(ResourceId id) {
        return Optional.ofNullable(resources.get(id));
    }

    public <T extends Resource> Optional<T> get(Class<T> type, String namespace, String name) {
        return get(ResourceId.of(Kind.of(type), namespace, name)).map(type::cast);
    }

    /// Istio's defaults where the configuration has none of its own.
    public MeshConfig meshConfig() {
        return all(MeshConfig.class).stream().findFirst().orElse(MeshConfig.DEFAULT);
    }
}
