package io.windrose.runtime;

import com.google.protobuf.Message;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// The resources of one type, read once per version: the last good one of each name, and the reason
/// against a newer one. Confined to the builder's owner.
///
/// @param <P> as it came
/// @param <V> as it was read
final class Kept<P extends Message, V> {

    /// @param newest version that was looked at
    /// @param good null when no version was ever good
    /// @param refusal of `newest`; empty when it is good
    record Entry<P, V>(P newest, @Nullable V good, String refusal) {}

    private final ResourceType type;
    private final BiFunction<P, Refusals, V> read;
    private final Map<String, Entry<P, V>> entries = new TreeMap<>();

    Kept(ResourceType type, BiFunction<P, Refusals, V> read) {
        this.type = type;
        this.read = read;
    }

    void update(Map<String, P> resources) {
        entries.keySet().retainAll(resources.keySet());
        resources.forEach((name, newest) -> {
            var before = entries.get(name);
            if (before == null || !before.newest().equals(newest)) {
                entries.put(name, read(newest, before));
            }
        });
    }

    Map<String, Entry<P, V>> entries() {
        return entries;
    }

    /// @return null when there is no good version
    @Nullable V good(String name) {
        var entry = entries.get(name);
        return entry == null ? null : entry.good();
    }

    Rejection rejection(String name, String reason) {
        return new Rejection(type, name, reason);
    }

    private Entry<P, V> read(P newest, @Nullable Entry<P, V> before) {
        var refusals = new Refusals();
        V value = read.apply(newest, refusals);
        return refusals.isEmpty()
                ? new Entry<>(newest, value, "")
                : new Entry<>(newest, before == null ? null : before.good(), refusals.toString());
    }
}
