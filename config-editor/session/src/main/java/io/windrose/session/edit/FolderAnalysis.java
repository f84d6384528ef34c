package io.windrose.session.edit;

import io.windrose.analysis.ClusterFacts;
import io.windrose.analysis.Code;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Settings;
import io.windrose.analysis.run.Analysis;
import io.windrose.config.ConfigSnapshot;
import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Severity;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is wrong with the files of a folder, each by itself and all together.
///
/// A folder is often only a part of a mesh: where neither it nor what is known around it has a
/// Service of a namespace, nothing is said about the objects there that depends on what runs in the
/// cluster.
///
/// Files that are as they were at the last question are not read again, and checks that read
/// nothing of what changed are not asked again. Safe for several threads, one after the other.
public final class FolderAnalysis {
    /// What the decoder finds is said of each file by itself.
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

    private final List<MeshObject> around;
    private final InstantSource clock;
    private ClusterFacts facts;
    private MeshObject cluster;
    private SortedMap<Path, ReadFile> known = new TreeMap<>();
    private IdentityHashMap<io.windrose.analysis.Finding, Finding> told = new IdentityHashMap<>();
    private Set<String> served = Set.of();
    private Analysis last = Analysis.of(Mesh.of(List.of(), Settings.DEFAULT));

    /// Of a folder of which alone is known what runs.
    public FolderAnalysis() {
        this(List.of(), InstantSource.system());
    }

    /// @param clock for how old things are, to the minute
    FolderAnalysis(List<MeshObject> around, InstantSource clock) {
        this.around = List.copyOf(around);
        this.clock = clock;
        facts = now();
        cluster = facts.object();
    }

    /// Of a folder that lies on top of objects that are in no file of it. Nothing is said about
    /// them, and what a file of the folder has in place of one counts.
    public static FolderAnalysis on(YamlFile objects) {
        return new FolderAnalysis(MeshObject.of(objects), InstantSource.system());
    }

    /// @param texts of all files of the folder, as they are or would be
    /// @param applied everything that is configured; what the files held last is among it
    public synchronized FolderDiagnosis check(Map<Path, String> texts, ConfigSnapshot applied) {
        var unchanged = read(texts);
        var objects = objects();
        served =
                objects.stream()
                        .filter(one -> one.kind().equals(Kinds.SERVICE))
                        .map(MeshObject::namespace)
                        .collect(Collectors.toSet());
        last = last.next(mesh(objects), Settings.DEFAULT);
        var further = analysed(unchanged);
        var others = Diagnostics.others(known.values(), applied);
        var files = new TreeMap<Path, Diagnosis>();
        var read = new TreeMap<Path, EditedFile>();
        known.forEach((path, file) -> {
            var name = path.toString();
            var diagnosis =
                    file.alone()
                            .and(
                                    Diagnostics.plain(
                                            others.getOrDefault(name, List.of()), file.text()))
                            .and(further.getOrDefault(name, List.of()));
            files.put(path, diagnosis);
            read.put(path, file.file().with(diagnosis.findings()));
        });
        return new FolderDiagnosis(files, read, reach(files.values()));
    }

    private Map<String, Reach> reach(Collection<Diagnosis> diagnoses) {
        var wrong =
                diagnoses.stream()
                        .flatMap(one -> one.findings().stream())
                        .map(Finding::problem)
                        .filter(one -> one.severity() != Severity.INFO)
                        .map(one -> one.place().resource())
                        .collect(Collectors.toSet());
        var reach = new HashMap<String, Reach>();
        for (var file : known.values()) {
            file.mesh().stream()
                    .filter(one -> wrong.contains(one.label()))
                    .forEach(one -> reach.put(one.label(), Reach.of(one)));
        }
        return reach;
    }

    /// Who refers, in the files as they were at the last check, to objects that stood in a text and
    /// are in no file any more.
    ///
    /// @param before what the file held
    public synchronized List<Referrer> leftBehind(Path file, String before) {
        var now = known.get(file);
        if (now != null && now.text().equals(before)) {
            return List.of();
        }
        var objects = objects();
        var gone =
                ReadFile.of(file, before).mesh().stream()
                        .filter(one -> objects.stream().noneMatch(one::isSameAs))
                        .toList();
        return Referrer.to(gone, objects);
    }

    private ClusterFacts now() {
        return ClusterFacts.ofFiles(clock.instant().truncatedTo(ChronoUnit.MINUTES));
    }

    /// With the time, in an object that stays for a minute: what asks for it is not asked again
    /// with each key.
    private List<MeshObject> mesh(List<MeshObject> objects) {
        var now = now();
        if (!now.equals(facts)) {
            facts = now;
            cluster = now.object();
        }
        return Stream.concat(objects.stream(), Stream.of(cluster)).toList();
    }

    private List<MeshObject> objects() {
        var written = known.values().stream().flatMap(one -> one.mesh().stream()).toList();
        return Stream.concat(
                        around.stream().filter(one -> written.stream().noneMatch(one::isSameAs)),
                        written.stream())
                .toList();
    }

    /// @return the names of the files that are as they were
    private Set<String> read(Map<Path, String> texts) {
        var next = new TreeMap<Path, ReadFile>();
        var unchanged = new HashSet<String>();
        texts.forEach((file, text) -> {
            var before = known.get(file);
            if (before != null && before.text().equals(text)) {
                next.put(file, before);
                unchanged.add(file.toString());
            } else {
                next.put(file, ReadFile.of(file, text));
            }
        });
        known = next;
        return unchanged;
    }

    /// What the mesh as a whole has to say, by file. Where neither a finding nor its file is new,
    /// what was made of it stays, because its repairs take time to write.
    private Map<String, List<Finding>> analysed(Set<String> unchanged) {
        var byName = new HashMap<String, ReadFile>();
        known.forEach((path, file) -> byName.put(path.toString(), file));
        var places = new HashMap<String, TextPlaces>();
        var byFile = new HashMap<String, List<Finding>>();
        var next = new IdentityHashMap<io.windrose.analysis.Finding, Finding>();
        for (var one : last.findings(Set.of(), this::isKnown)) {
            var name = one.place().file();
            var file = byName.get(name);
            if (file == null
                    || one.codes().stream().anyMatch(code -> OF_ONE_OBJECT.contains(code.id()))) {
                continue;
            }
            var before = unchanged.contains(name) ? told.get(one) : null;
            var finding =
                    before != null
                            ? before
                            : finding(
                                    one,
                                    places.computeIfAbsent(name, _ -> new TextPlaces(file.text())));
            next.put(one, finding);
            byFile.computeIfAbsent(name, _ -> new ArrayList<>()).add(finding);
        }
        told = next;
        return byFile;
    }

    private Finding finding(io.windrose.analysis.Finding one, TextPlaces places) {
        var range = places.range(one.place());
        return new Finding(
                problem(one),
                range.start(),
                range.end(),
                Fixes.of(one.fixes(), one.place().file()).stream()
                        .filter(fix ->
                                fix.elsewhere().stream().allMatch(file -> known.containsKey(file)))
                        .toList());
    }

    private boolean isKnown(Set<String> read, io.windrose.analysis.Finding finding) {
        return Collections.disjoint(read, OF_A_CLUSTER)
                || isOfASubset(finding)
                || served.contains(namespace(finding.place().resource()));
    }

    /// That DestinationRules of a host are there and none has the subset, is seen without a
    /// cluster.
    private static boolean isOfASubset(io.windrose.analysis.Finding finding) {
        return finding.has("IST0101") && finding.place().path().endsWith(".subset");
    }

    private static String namespace(String label) {
        int slash = label.indexOf('/');
        return slash < 0 ? "" : label.substring(label.indexOf(' ') + 1, slash);
    }

    /// An API server takes what is wrong only together with other objects, so that it keeps no
    /// draft from being applied; but a subset that is not there is a slip of the pen.
    private static Problem problem(io.windrose.analysis.Finding one) {
        var severity =
                one.level() == Severity.ERROR && !isOfASubset(one) ? Severity.WARNING : one.level();
        var codes = one.codes().stream().map(Code::id).collect(Collectors.joining(", "));
        return new Problem(codes, severity, one.place(), one.message());
    }
}
