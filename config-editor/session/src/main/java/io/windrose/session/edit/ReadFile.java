package io.windrose.session.edit;

import io.windrose.analysis.MeshObject;
import io.windrose.analysis.SchemaFixes;
import io.windrose.config.ConfigChange;
import io.windrose.config.decode.Decoded;
import io.windrose.config.file.FileSource;
import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// One text of a file, with all that can be said of it alone.
///
/// @param alone what is wrong with it by itself
/// @param file with its objects
/// @param mesh the same objects for the analysis; none when it is not YAML
/// @param change that brings them into a store
record ReadFile(Diagnosis alone, EditedFile file, List<MeshObject> mesh, ConfigChange.Put change) {
    private static final String UNMERGED = "MESH1841";

    static ReadFile of(Path path, String text) {
        if (Merge.hasMarker(text)) {
            return broken(path, text, unmerged(path, text));
        }
        return switch (YamlFile.parse(path.toString(), text)) {
            case Result.Err<YamlFile>(var problems) -> broken(path, text, problems);
            case Result.Ok<YamlFile>(var yaml, _) -> of(path, yaml);
        };
    }

    private static ReadFile of(Path path, YamlFile yaml) {
        var places = new TextPlaces(yaml.text());
        var decoded = EditedFile.DECODER.decodeObjects(yaml);
        var mesh = MeshObject.of(yaml);
        var findings = new ArrayList<Finding>();
        for (int i = 0; i < decoded.size(); i++) {
            for (var problem : decoded.get(i).problems()) {
                var range = places.range(problem.place());
                var fixes = Fixes.of(SchemaFixes.of(mesh.get(i), problem), yaml.name());
                findings.add(new Finding(problem, range.start(), range.end(), fixes));
            }
        }
        var diagnosis =
                new Diagnosis(
                        yaml.text(),
                        decoded.stream().map(Decoded::id).flatMap(Optional::stream).toList(),
                        findings.stream().distinct().sorted(Diagnosis.BY_PLACE).toList());
        var broken =
                decoded.stream()
                        .filter(one -> !one.valid())
                        .map(Decoded::id)
                        .flatMap(Optional::stream)
                        .collect(Collectors.toSet());
        var good = decoded.stream().map(Decoded::resource).flatMap(Optional::stream).toList();
        return new ReadFile(
                diagnosis,
                EditedFile.of(path, yaml.text(), decoded),
                mesh,
                new ConfigChange.Put(FileSource.NAME, path.toString(), good, broken, List.of()));
    }

    private static ReadFile broken(Path path, String text, List<Problem> problems) {
        var places = new TextPlaces(text);
        return new ReadFile(
                new Diagnosis(
                        text,
                        List.of(),
                        problems.stream()
                                .map(one -> plain(one, places))
                                .sorted(Comparator.comparingInt(Finding::start))
                                .toList()),
                EditedFile.of(path, text),
                List.of(),
                new ConfigChange.Put(
                        FileSource.NAME, path.toString(), List.of(), Set.of(), List.of()));
    }

    String text() {
        return alone.text();
    }

    /// Whether anything can be said of its objects.
    boolean isYaml() {
        return file.problems().isEmpty();
    }

    static Finding plain(Problem problem, TextPlaces places) {
        var range = places.range(problem.place());
        return new Finding(problem, range.start(), range.end(), List.of());
    }

    private static List<Problem> unmerged(Path file, String text) {
        var problems = new ArrayList<Problem>();
        var lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).equals(Merge.MINE)) {
                problems.add(
                        Problem.error(
                                UNMERGED,
                                Place.at(file.toString(), i + 1, 1),
                                "Both sides of a conflict stand here; keep one and delete the three"
                                        + " marker lines."));
            }
        }
        return problems;
    }
}
