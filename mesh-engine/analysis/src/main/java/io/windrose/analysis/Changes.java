package io.windrose.analysis;

import io.windrose.analysis.Mesh.Known;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a mesh has otherwise than the one before. Confined to a thread.
public final class Changes {
    private final Mesh before;
    private final Mesh after;
    private final Set<String> kinds;

    /// Of facts that may be otherwise.
    private final Set<Object> sorts;

    private final Map<Asked<?>, Boolean> others = new HashMap<>();
    private final Map<String, Set<MeshObject>> gone = new HashMap<>();
    private final Map<String, Set<MeshObject>> come = new HashMap<>();

    public Changes(Mesh before, Mesh after) {
        this.before = before;
        this.after = after.following(this);
        kinds = after.changes(before);
        sorts = before.sortsOn(kinds);
        before.passOn(after, sorts);
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
    public boolean concern(Collection<String> some) {
        for (var kind : some) {
            if (kinds.contains(kind)) {
                return true;
            }
        }
        return false;
    }

    /// Whether anything of it is otherwise.
    public boolean concern(Reads reads) {
        if (concern(reads.kinds())) {
            return true;
        }
        for (var fact : reads.facts()) {
            if (concern(fact)) {
                return true;
            }
        }
        return false;
    }

    private boolean concern(Asked<?> fact) {
        if (!sorts.contains(fact.sort())) {
            return false;
        }
        var other = others.get(fact);
        if (other == null) {
            other = isOther(before.known(fact));
            others.put(fact, other);
        }
        return other;
    }

    /// An answer that comes out equal is kept with what is read for it now.
    private boolean isOther(Known<?> was) {
        if (concern(was.reads())) {
            return !was.answer().equals(after.known(was.asked()).answer());
        }
        after.keep(was);
        return false;
    }

    /// What was known, unless something that was read for it is otherwise.
    <T> @Nullable Known<T> still(Asked<T> fact) {
        var was = before.find(fact);
        return was == null || concern(was.reads()) ? null : was;
    }
}
