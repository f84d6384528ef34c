package io.windrose.cli;

import io.windrose.analysis.Fix;
import io.windrose.analysis.MeshObject;
import io.windrose.config.patch.ConfigPatch;
import io.windrose.config.patch.TextEdit;
import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Result;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/// Carries out the first repair of each finding, and asks again until none is left: what one repair
/// makes possible is repaired, too. Only texts are changed, in memory.
final class Repairs {
    /// More than any chain of repairs needs; two that undo each other end by the texts seen.
    private static final int ROUNDS = 20;

    private final Function<ClusterInput, List<Told>> ask;
    private final SequencedMap<String, Repaired> byFile = new TreeMap<>();
    private final Set<String> seen = new HashSet<>();

    /// One file.
    ///
    /// @param resource of the first repair
    /// @param titles of all repairs, in their order
    record Repaired(
            String file, String before, String after, String resource, List<String> titles) {
        ConfigPatch patch() {
            return new ConfigPatch(file, before, List.of(new TextEdit(0, before.length(), after)));
        }

        /// The input has the file as it was again.
        void takeBack(ClusterInput input) {
            if (YamlFile.parse(file, before) instanceof Result.Ok<YamlFile>(var yaml, _)) {
                input.replace(file, MeshObject.of(yaml));
            }
        }
    }

    /// A text edit with what it is for.
    private record Step(ConfigPatch patch, String title, String resource) {}

    /// @param ask which findings are to be repaired
    Repairs(Function<ClusterInput, List<Told>> ask) {
        this.ask = ask;
    }

    /// Changes the input to what it is with all repairs.
    ///
    /// @return by file; empty where there is nothing to repair
    Collection<Repaired> carryOut(ClusterInput input) {
        for (int round = 0; round < ROUNDS; round++) {
            var steps = steps(input);
            boolean changed = false;
            for (var file : steps.entrySet()) {
                changed |= carryOut(file.getKey(), file.getValue(), input);
            }
            if (!changed) {
                break;
            }
        }
        return byFile.values();
    }

    private Map<String, List<Step>> steps(ClusterInput input) {
        var steps = new LinkedHashMap<String, List<Step>>();
        for (var told : ask.apply(input)) {
            var finding = told.finding();
            finding.fixes().stream()
                    .findFirst()
                    .flatMap(fix ->
                            patch(fix)
                                    .map(patch ->
                                            new Step(
                                                    patch,
                                                    fix.title(),
                                                    finding.place().resource())))
                    .filter(step -> input.isFile(step.patch().file()))
                    .ifPresent(step ->
                            steps.computeIfAbsent(step.patch().file(), _ -> new ArrayList<>())
                                    .add(step));
        }
        return steps;
    }

    private static Optional<ConfigPatch> patch(Fix fix) {
        return fix.patch() instanceof Result.Ok<ConfigPatch>(var patch, _) && !patch.isEmpty()
                ? Optional.of(patch)
                : Optional.empty();
    }

    /// Those of the steps that do not meet.
    private boolean carryOut(String file, List<Step> steps, ClusterInput input) {
        var before = steps.getFirst().patch().before();
        var taken = new LinkedHashSet<TextEdit>();
        var titles = new ArrayList<String>();
        for (var step : steps) {
            if (step.patch().edits().stream().allMatch(edit -> isFree(edit, taken))) {
                taken.addAll(step.patch().edits());
                titles.add(step.title());
            }
        }
        var after = new ConfigPatch(file, before, List.copyOf(taken)).after();
        if (!seen.add(file + "\n" + after)
                || !(YamlFile.parse(file, after) instanceof Result.Ok<YamlFile>(var yaml, _))) {
            return false;
        }
        input.replace(file, MeshObject.of(yaml));
        byFile.merge(
                file,
                new Repaired(file, before, after, steps.getFirst().resource(), titles),
                Repairs::and);
        return true;
    }

    private static Repaired and(Repaired earlier, Repaired later) {
        var titles = new ArrayList<>(earlier.titles());
        titles.addAll(later.titles());
        return new Repaired(
                earlier.file(), earlier.before(), later.after(), earlier.resource(), titles);
    }

    /// Not in one place with another edit, nor at its end.
    private static boolean isFree(TextEdit edit, Set<TextEdit> taken) {
        return taken.stream()
                .allMatch(other -> edit.end() < other.start() || other.end() < edit.start());
    }
}
