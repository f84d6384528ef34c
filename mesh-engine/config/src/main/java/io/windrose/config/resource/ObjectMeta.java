package io.windrose.config.resource;

import io.windrose.kernel.Labels;
import io.windrose.kernel.NamespacedName;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;

/// What every object says about itself.
///
/// @param created the epoch where the object does not say; then age does not decide between objects
public record ObjectMeta(
        NamespacedName name,
        Labels labels,
        SortedMap<String, String> annotations,
        Instant created) {

    /// Istio's order wherever one of several objects must win: age, then name, then namespace.
    public static final Comparator<ObjectMeta> OLDEST_FIRST =
            Comparator.comparing(ObjectMeta::created)
                    .thenComparing(meta -> meta.name().name())
                    .thenComparing(meta -> meta.name().namespace());

    public ObjectMeta {
        annotations = Collections.unmodifiableSortedMap(new TreeMap<>(annotations));
    }

    public static ObjectMeta of(String namespace, String name) {
        return new ObjectMeta(
                new NamespacedName(namespace, name), Labels.NONE, new TreeMap<>(), Instant.EPOCH);
    }

    public String namespace() {
        return name.namespace();
    }
}
