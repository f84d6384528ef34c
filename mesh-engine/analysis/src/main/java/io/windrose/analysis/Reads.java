package io.windrose.analysis;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What somebody looked at of a mesh. Where none of it is otherwise in another mesh, he would say
/// the same of that.
///
/// @param kinds and what stands in place of kinds, see [Mesh]
public record Reads(List<String> kinds, List<Asked<?>> facts) {
    private static final Reads NOTHING = new Reads(List.of(), List.of());

    public Reads {
        kinds = List.copyOf(kinds);
        facts = List.copyOf(facts);
    }

    static Reads of(Set<String> kinds, Set<Asked<?>> facts) {
        return kinds.isEmpty() && facts.isEmpty()
                ? NOTHING
                : new Reads(List.copyOf(kinds), List.copyOf(facts));
    }

    public boolean areNothing() {
        return kinds.isEmpty() && facts.isEmpty();
    }

    /// Kinds alone, those that facts are about, too.
    ///
    /// @param mesh that they were read of
    public static Set<String> kinds(Iterable<Reads> some, Mesh mesh) {
        var all = new HashSet<String>();
        var seen = new HashSet<Asked<?>>();
        some.forEach(reads -> reads.addTo(all, mesh, seen));
        if (all.remove(Mesh.HOSTS)) {
            all.addAll(Hosts.KINDS);
        }
        if (all.remove(Mesh.WORKLOADS)) {
            all.addAll(Workloads.KINDS);
        }
        return all;
    }

    private void addTo(Set<String> all, Mesh mesh, Set<Asked<?>> seen) {
        all.addAll(kinds);
        for (var fact : facts) {
            if (seen.add(fact)) {
                mesh.known(fact).reads().addTo(all, mesh, seen);
            }
        }
    }
}
