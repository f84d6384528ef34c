package io.windrose.analysis;

import io.windrose.analysis.Mesh.Known;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a mesh has otherwise than the one before. Confined to a thread.
public final class Changes {
    private final Mesh before;
    private final Mesh after;
    private final Set<String> kinds;
    private final Map<Fact<?>, Boolean> others = new HashMap<>();
    private final Map<String, Set<MeshObject>> gone = new HashMap<>();
    private final Map<String, Set<MeshObject>> come = new HashMap<>();

    public Changes(Mesh before, Mesh after) {
        this.before = before;
        this.after = after.following(this);
        kinds = after.changes(before);
        for (var kind : kinds) {
            gone.put(kind, without(before.all(kind), after.all(kind)));
            come.put(kind, without(after.all(kind), before.all(kind)));
        }
    }

    private static Set<MeshObject> without(
            Collection<MeshObject> some, Collection<MeshObject> others) {
        var left = new LinkedHashSet<>(some);
        others.forEach(left::remove);
        return left;
    }

    /// The mesh after them, which takes from the one before what both have. While they are looked
    /// at.
    public Mesh after() {
        return after;
    }

    /// Those of a kind that are there no longer.
    public Set<MeshObject> gone(String kind) {
        return gone.getOrDefault(kind, Set.of());
    }

    /// Those of a kind that were not there.
    public Set<MeshObject> come(String kind) {
        return come.getOrDefault(kind, Set.of());
    }

    /// Whether objects of some kinds are others.
    public boolean concern(Set<String> some) {
        return !Collections.disjoint(some, kinds);
    }

    /// Whether anything of it is otherwise.
    public boolean concern(Reads reads) {
        return concern(reads.kinds()) || reads.facts().stream().anyMatch(this::concern);
    }

    private boolean concern(Fact<?> fact) {
        var other = others.get(fact);
        if (other == null) {
            // as it is now, and with what is read for that now, even where the answer is equal
            other = !before.known(fact).answer().equals(after.known(fact).answer());
            others.put(fact, other);
        }
        return other;
    }

    /// What was known, unless something that was read for it is otherwise.
    <T> Optional<Known<T>> still(Fact<T> fact) {
        return before.knows(fact)
                ? Optional.of(before.known(fact)).filter(known -> !concern(known.reads()))
                : Optional.empty();
    }
}
