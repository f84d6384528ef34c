package io.windrose.session.edit;

import io.windrose.analysis.Code;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Settings;
import io.windrose.analysis.run.Analysis;
import io.windrose.config.patch.ConfigPatch;
import io.windrose.config.patch.TextEdit;
import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import io.windrose.kernel.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is wrong with a draft together with the other files of its folder.
///
/// A folder is often only a part of a mesh: where it has no Service of a namespace, nothing is said
/// about the objects there that depends on what runs in the cluster.
///
/// Files that are as they were at the last question are not read again, and checks that read
/// nothing of what changed are not asked again. For one thread at a time.
public final class FolderAnalysis {
    /// What the decoder finds is said by [Diagnostics], for the draft alone.
    private static final Set<String> OF_ONE_OBJECT = Set.of("IST0106", "IST0133", "WR0303");

    /// Kinds that are seldom kept beside the configuration of a mesh.
    private static final Set<String> OF_A_CLUSTER =
            Set.of(
                    Mesh.EVERYTHING,
                    Mesh.NAMESPACES,
                    Kinds.DEPLOYMENT,
                    Kinds.NAMESPACE,
                    Kinds.POD,
                    Kinds.SECRET,
                    Kinds.SERVICE,
                    Kinds.SERVICE_ACCOUNT);

    private SortedMap<Path, Known> known = new TreeMap<>();
    private Set<String> served = Set.of();
    private Analysis last = Analysis.of(Mesh.of(List.of(), Settings.DEFAULT));

    private record Known(String text, List<MeshObject> objects) {}

    /// The diagnosis with what the folder has to say besides. Nothing of that keeps a draft from
    /// being applied: an API server takes it.
    ///
    /// @param files of the folder; in place of the draft's own the draft is read
    public synchronized Diagnosis complete(Path file, Diagnosis diagnosis, List<EditedFile> files) {
        var texts = new HashMap<Path, String>();
        files.forEach(one -> one.text().ifPresent(text -> texts.put(one.file(), text)));
        texts.put(file, diagnosis.text());
        read(texts);
        var objects = known.values().stream().flatMap(one -> one.objects.stream()).toList();
        served =
                objects.stream()
                        .filter(one -> one.kind().equals(Kinds.SERVICE))
                        .map(MeshObject::namespace)
                        .collect(Collectors.toSet());
        last = last.next(objects, Settings.DEFAULT);
        return diagnosis.and(findings(file, diagnosis.text()));
    }

    private void read(Map<Path, String> texts) {
        var next = new TreeMap<Path, Known>();
        texts.forEach((file, text) -> {
            var before = known.get(file);
            next.put(
                    file,
                    before != null && before.text.equals(text)
                            ? before
                            : new Known(text, objects(file, text)));
        });
        known = next;
    }

    private static List<MeshObject> objects(Path file, String text) {
        return YamlFile.parse(file.toString(), text) instanceof Result.Ok<YamlFile>(var yaml, _)
                ? MeshObject.of(yaml)
                : List.of();
    }

    private List<Finding> findings(Path file, String text) {
        var places = new TextPlaces(text);
        var findings = new ArrayList<Finding>();
        for (var one : last.findings(Set.of(), this::isKnown)) {
            boolean here = one.place().file().equals(file.toString());
            if (here && one.codes().stream().noneMatch(code -> OF_ONE_OBJECT.contains(code.id()))) {
                var range = places.range(one.place());
                findings.add(
                        new Finding(
                                problem(one),
                                range.start(),
                                range.end(),
                                one.fixes().stream().flatMap(fix -> fix(fix, text)).toList()));
            }
        }
        return findings;
    }

    private boolean isKnown(Set<String> read, io.windrose.analysis.Finding finding) {
        return Collections.disjoint(read, OF_A_CLUSTER)
                || served.contains(namespace(finding.place().resource()));
    }

    private static String namespace(String label) {
        int slash = label.indexOf('/');
        return slash < 0 ? "" : label.substring(label.indexOf(' ') + 1, slash);
    }

    private static Problem problem(io.windrose.analysis.Finding one) {
        var severity = one.level() == Severity.ERROR ? Severity.WARNING : one.level();
        var codes = one.codes().stream().map(Code::id).collect(Collectors.joining(", "));
        return new Problem(codes, severity, one.place(), one.message());
    }

    /// As one edit of the draft; nothing where the text cannot be edited by a program.
    private static Stream<Finding.Fix> fix(io.windrose.analysis.Fix fix, String text) {
        return switch (fix.patch()) {
            case Result.Ok<ConfigPatch>(var patch, _)
                    when !patch.isEmpty() && patch.before().equals(text) ->
                    Stream.of(new Finding.Fix(fix.title(), whole(patch)));
            default -> Stream.of();
        };
    }

    private static TextEdit whole(ConfigPatch patch) {
        int start = patch.edits().getFirst().start();
        int end = patch.edits().stream().mapToInt(TextEdit::end).max().orElse(start);
        var after = patch.after();
        int tail = patch.before().length() - end;
        return new TextEdit(start, end, after.substring(start, after.length() - tail));
    }
}
