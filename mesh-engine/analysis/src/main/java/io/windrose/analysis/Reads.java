package io.windrose.analysis;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// What somebody looked at of a mesh, noted while he did so. Where none of it is otherwise in
/// another mesh, he would say the same of that. On any thread.
public final class Reads {
    private final Set<String> kinds = ConcurrentHashMap.newKeySet();
    private final Set<Reads> ofIndices = ConcurrentHashMap.newKeySet();
    private final Map<Class<?>, Digest<?>> digests = new ConcurrentHashMap<>();

    Reads() {}

    private Reads(Reads same) {
        kinds.addAll(same.kinds);
        ofIndices.addAll(same.ofIndices);
        digests.putAll(same.digests);
    }

    public static Reads nothing() {
        return new Reads();
    }

    /// The same, to be added to.
    public Reads copy() {
        return new Reads(this);
    }

    /// @param reads of those who made it
    record Digest<T>(Class<T> type, Function<Mesh, T> make, T value, Reads reads) {
        boolean isOtherIn(Mesh other, Set<String> changed) {
            return reads.isOtherIn(other, changed) && !value.equals(other.digest(type, make));
        }
    }

    void add(String kind) {
        kinds.add(kind);
    }

    void add(Reads ofIndex) {
        ofIndices.add(ofIndex);
    }

    void add(Digest<?> digest) {
        digests.put(digest.type(), digest);
    }

    /// Whether anything of it is otherwise in another mesh.
    ///
    /// @param changed kinds, and what stands in place of kinds, that are
    public boolean isOtherIn(Mesh other, Set<String> changed) {
        return kinds.stream().anyMatch(changed::contains)
                || ofIndices.stream().anyMatch(one -> one.isOtherIn(other, changed))
                || digests.values().stream().anyMatch(one -> one.isOtherIn(other, changed));
    }

    /// Kinds, and what stands in place of all of them: see [Mesh#changes].
    public Set<String> kinds() {
        var all = new HashSet<>(kinds);
        if (all.remove(Mesh.HOSTS)) {
            all.addAll(Hosts.KINDS);
        }
        if (all.remove(Mesh.WORKLOADS)) {
            all.addAll(Workloads.KINDS);
        }
        ofIndices.forEach(one -> all.addAll(one.kinds()));
        digests.values().forEach(one -> all.addAll(one.reads().kinds()));
        return all;
    }
}
