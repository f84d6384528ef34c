package io.windrose.session.edit;

import io.windrose.config.ConfigChange;
import io.windrose.config.ConfigSnapshot;
import io.windrose.config.ConfigStore;
import io.windrose.config.decode.Decoded;
import io.windrose.config.file.FileSource;
import io.windrose.config.resource.Resource;
import io.windrose.config.resource.ResourceId;
import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Owner;
import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import io.windrose.registry.MeshBuilder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Says what is wrong with a draft: as YAML, by the schema and rules of each kind, and together
/// with everything else that is configured. It is what the engine itself would find, with unknown
/// fields as errors, the way the API server's strict validation has it.
///
/// Pure; a file of some hundred lines takes a few milliseconds.
public final class Diagnostics {
    private static final String UNMERGED = "MESH1841";

    private Diagnostics() {}

    /// @param text with `\n` for every line break
    /// @param applied everything that is configured, this file's last good state included
    public static Diagnosis of(Path file, String text, ConfigSnapshot applied) {
        var places = new TextPlaces(text);
        if (Merge.hasMarker(text)) {
            return new Diagnosis(text, List.of(), unmerged(file, text, places));
        }
        return switch (YamlFile.parse(file.toString(), text)) {
            case Result.Err<YamlFile>(var problems) ->
                    new Diagnosis(
                            text,
                            List.of(),
                            problems.stream().map(one -> plain(one, places)).toList());
            case Result.Ok<YamlFile>(var yaml, _) -> of(file, yaml, applied, places);
        };
    }

    private static Diagnosis of(
            Path file, YamlFile yaml, ConfigSnapshot applied, TextPlaces places) {
        var objects = yaml.objects();
        var decoded =
                objects.stream().map(object -> EditedFile.DECODER.decode(yaml, object)).toList();
        var config = together(file, decoded, applied);
        var findings = new ArrayList<Finding>();
        for (int i = 0; i < objects.size(); i++) {
            var document = objects.get(i);
            var one = decoded.get(i);
            var fixes = new Fixes(yaml, document);
            for (var problem : one.problems()) {
                var range = places.range(problem.place());
                findings.add(
                        new Finding(problem, range.start(), range.end(), fixes.of(problem, range)));
            }
            findings.addAll(new References(yaml, document, one.label(), config).findings(places));
        }
        others(file, config).forEach(problem -> findings.add(plain(problem, places)));
        return new Diagnosis(
                yaml.text(),
                decoded.stream().map(Decoded::id).flatMap(Optional::stream).toList(),
                findings.stream()
                        .distinct()
                        .sorted(
                                Comparator.comparingInt(Finding::start)
                                        .thenComparing(one -> one.problem().code()))
                        .toList());
    }

    /// The configuration as it would be with this file, by the rules of the store.
    private static ConfigSnapshot together(
            Path file, List<Decoded> decoded, ConfigSnapshot applied) {
        var byFile = new TreeMap<String, List<Resource>>();
        applied.resources()
                .values()
                .forEach(resource ->
                        byFile.computeIfAbsent(resource.origin().file(), _ -> new ArrayList<>())
                                .add(resource));
        var path = file.toString();
        var changes = new ArrayList<ConfigChange>();
        byFile.forEach((name, resources) -> changes.add(put(name, resources, Set.of())));
        var broken =
                decoded.stream()
                        .filter(one -> !one.valid())
                        .map(Decoded::id)
                        .flatMap(Optional::stream)
                        .collect(Collectors.toSet());
        var good = decoded.stream().map(Decoded::resource).flatMap(Optional::stream).toList();
        changes.add(put(path, good, broken));
        var store = new ConfigStore(Owner.direct(), List.of(FileSource.NAME));
        store.apply(changes);
        return store.snapshots().get();
    }

    private static ConfigChange put(String path, List<Resource> resources, Set<ResourceId> broken) {
        return new ConfigChange.Put(FileSource.NAME, path, resources, broken, List.of());
    }

    /// What the store and the mesh find about objects that are each well said by themselves.
    private static List<Problem> others(Path file, ConfigSnapshot config) {
        var found = new ArrayList<>(config.findings());
        found.addAll(MeshBuilder.build(config).findings());
        var path = file.toString();
        return found.stream().filter(problem -> problem.place().file().equals(path)).toList();
    }

    private static Finding plain(Problem problem, TextPlaces places) {
        var range = places.range(problem.place());
        return new Finding(problem, range.start(), range.end(), List.of());
    }

    private static List<Finding> unmerged(Path file, String text, TextPlaces places) {
        var findings = new ArrayList<Finding>();
        var lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).equals(Merge.MINE)) {
                var place = Place.at(file.toString(), i + 1, 1);
                findings.add(
                        plain(
                                Problem.error(
                                        UNMERGED,
                                        place,
                                        "Both sides of a conflict stand here; keep one and delete"
                                                + " the three marker lines."),
                                places));
            }
        }
        return findings;
    }
}
