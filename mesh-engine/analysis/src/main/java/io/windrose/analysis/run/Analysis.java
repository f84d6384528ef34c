package io.windrose.analysis.run;

import io.windrose.analysis.Changes;
import io.windrose.analysis.Check;
import io.windrose.analysis.Finding;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Settings;
import io.windrose.analysis.check.Checks;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/// Everything that is wrong with a mesh, and what of it has to be looked at again after a change.
/// Immutable; on any thread.
public final class Analysis {
    private static final Comparator<Finding> IN_ORDER =
            Comparator.comparing((Finding one) -> one.place().file())
                    .thenComparingInt(one -> one.place().line())
                    .thenComparingInt(one -> one.place().column())
                    .thenComparing(one -> one.codes().getFirst().id())
                    .thenComparing(Finding::message);

    private final Mesh mesh;
    private final Map<Check, Answer> byCheck;

    private Analysis(Mesh mesh, Map<Check, Answer> byCheck) {
        this.mesh = mesh;
        this.byCheck = byCheck;
    }

    public static Analysis of(Mesh mesh) {
        var byCheck = new HashMap<Check, Answer>();
        Checks.ALL.forEach(check -> byCheck.put(check, Answer.of(check, mesh)));
        return new Analysis(mesh, byCheck);
    }

    /// The same as [#of], in less time where there is little that the mesh of this one has not.
    ///
    /// @param objects all of the other mesh, in any order
    public Analysis next(Collection<MeshObject> objects, Settings settings) {
        var other = mesh.next(objects, settings);
        if (!mesh.settings().equals(other.settings())) {
            return of(other);
        }
        var changes = new Changes(mesh, other);
        var next = new HashMap<Check, Answer>();
        byCheck.forEach((check, answer) -> next.put(check, answer.after(changes)));
        return new Analysis(other, next);
    }

    /// By file and place. What the object itself suppresses is left out, and so are quiet codes.
    public List<Finding> findings() {
        return findings(Set.of());
    }

    /// @param asked quiet codes that are wanted all the same
    public List<Finding> findings(Set<String> asked) {
        return told(asked, byCheck.values().stream().flatMap(Answer::findings));
    }

    /// @param asked as above
    /// @param believed what counts, by the kinds that were read for it, for a mesh of which not
    ///   everything is known; see [Mesh]
    public List<Finding> findings(Set<String> asked, BiPredicate<Set<String>, Finding> believed) {
        return told(
                asked,
                byCheck.values().stream()
                        .flatMap(answer -> {
                            var found = answer.findings().toList();
                            var read = found.isEmpty() ? Set.<String>of() : answer.kinds(mesh);
                            return found.stream().filter(one -> believed.test(read, one));
                        }));
    }

    private List<Finding> told(Set<String> asked, Stream<Finding> all) {
        var suppressions = new Suppressions(mesh);
        return all.distinct()
                .filter(finding -> !isQuiet(finding, asked))
                .flatMap(one -> suppressions.apply(one).stream())
                .sorted(IN_ORDER)
                .toList();
    }

    private static boolean isQuiet(Finding finding, Set<String> asked) {
        return finding.codes().stream()
                .allMatch(code -> code.isQuiet() && !asked.contains(code.id()));
    }
}
