package io.windrose.analysis;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/// What facts of one sort may rest on: all that was read for any of them so far. It only grows, so
/// that a sort that rests on nothing of what changed need not be looked at, fact by fact.
///
/// Shared by a mesh and those that follow it; on any thread.
final class Sorts {
    private final Map<Object, Ground> grounds = new ConcurrentHashMap<>();

    /// @param kinds and what stands in place of kinds, see [Mesh]
    /// @param sorts of other facts
    private record Ground(Set<String> kinds, Set<Object> sorts) {
        static final Ground NONE = new Ground(Set.of(), Set.of());

        boolean has(Reads reads) {
            return kinds.containsAll(reads.kinds())
                    && reads.facts().stream().allMatch(fact -> sorts.contains(fact.sort()));
        }

        Ground and(Reads reads) {
            var allKinds = new HashSet<>(kinds);
            allKinds.addAll(reads.kinds());
            var allSorts = new HashSet<>(sorts);
            reads.facts().forEach(fact -> allSorts.add(fact.sort()));
            return new Ground(allKinds, allSorts);
        }

        boolean meets(Predicate<Object> changed) {
            return kinds.stream().anyMatch(changed) || sorts.stream().anyMatch(changed);
        }
    }

    void note(Asked<?> fact, Reads reads) {
        if (!grounds.getOrDefault(fact.sort(), Ground.NONE).has(reads)) {
            grounds.compute(
                    fact.sort(), (_, known) -> (known == null ? Ground.NONE : known).and(reads));
        }
    }

    /// Those that rest on some kinds, also by way of other sorts.
    Set<Object> on(Set<String> kinds) {
        var found = new HashSet<Object>(kinds);
        int before;
        do {
            before = found.size();
            grounds.forEach((sort, ground) -> {
                if (ground.meets(found::contains)) {
                    found.add(sort);
                }
            });
        } while (found.size() > before);
        return found;
    }
}
