package io.windrose.analysis.run;

import io.windrose.analysis.Check;
import io.windrose.analysis.Finding;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.Settings;
import io.windrose.analysis.check.Checks;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/// Everything that is wrong with a mesh, and what of it has to be looked at again after a change.
/// Immutable; on any thread.
public final class Analysis {
    /// Of one mesh without objects.
    public static final Analysis NOTHING =
            new Analysis(Mesh.of(List.of(), Settings.DEFAULT), Map.of());

    private static final Comparator<Finding> IN_ORDER =
            Comparator.comparing((Finding one) -> one.place().file())
                    .thenComparingInt(one -> one.place().line())
                    .thenComparingInt(one -> one.place().column())
                    .thenComparing(one -> one.codes().getFirst().id())
                    .thenComparing(Finding::message);

    private final Mesh mesh;
    private final Map<Check, List<Finding>> byCheck;

    private Analysis(Mesh mesh, Map<Check, List<Finding>> byCheck) {
        this.mesh = mesh;
        this.byCheck = byCheck;
    }

    public static Analysis of(Mesh mesh) {
        return ask(mesh, Checks.ALL, Map.of());
    }

    /// The same as [#of], in less time where little differs from the mesh that this is of.
    public Analysis next(Mesh other) {
        var changed = changedKinds(other);
        var kept = new HashMap<>(byCheck);
        if (mesh.settings().equals(other.settings()) && mesh.clusters().equals(other.clusters())) {
            kept.keySet().removeIf(check -> reads(check, changed));
        } else {
            kept.clear();
        }
        return ask(other, Checks.ALL, kept);
    }

    private static Analysis ask(
            Mesh mesh, Collection<Check> checks, Map<Check, List<Finding>> known) {
        var byCheck = new HashMap<Check, List<Finding>>();
        for (var check : checks) {
            var before = known.get(check);
            byCheck.put(check, before == null ? ask(mesh, check) : before);
        }
        return new Analysis(mesh, Collections.unmodifiableMap(byCheck));
    }

    private static List<Finding> ask(Mesh mesh, Check check) {
        var found = new LinkedHashSet<Finding>();
        check.run(mesh, found::add);
        return List.copyOf(found);
    }

    private static boolean reads(Check check, Set<String> changed) {
        return check.reads().contains(Check.EVERYTHING)
                ? !changed.isEmpty()
                : check.reads().stream().anyMatch(changed::contains);
    }

    private Set<String> changedKinds(Mesh other) {
        var kinds = new HashSet<>(mesh.kinds());
        kinds.addAll(other.kinds());
        kinds.removeIf(kind -> mesh.all(kind).equals(other.all(kind)));
        return kinds;
    }

    /// By file and place. What the object itself suppresses is left out, and so are quiet codes.
    public List<Finding> findings() {
        return findings(Set.of());
    }

    /// @param asked quiet codes that are wanted all the same
    public List<Finding> findings(Set<String> asked) {
        return findings(asked, (_, _) -> true);
    }

    /// @param asked as above
    /// @param believed what of a check counts, for a mesh of which not everything is known
    public List<Finding> findings(Set<String> asked, BiPredicate<Check, Finding> believed) {
        var all = new ArrayList<Finding>();
        byCheck.forEach((check, found) ->
                found.stream().filter(one -> believed.test(check, one)).forEach(all::add));
        var suppressions = new Suppressions(mesh);
        return all.stream()
                .distinct()
                .filter(finding -> !isQuiet(finding, asked))
                .flatMap(one -> one.without(code -> suppressions.cover(one, code)).stream())
                .sorted(IN_ORDER)
                .toList();
    }

    private static boolean isQuiet(Finding finding, Set<String> asked) {
        return finding.codes().stream()
                .allMatch(code -> code.isQuiet() && !asked.contains(code.id()));
    }
}
