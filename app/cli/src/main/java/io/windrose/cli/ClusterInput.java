package io.windrose.cli;

import io.windrose.analysis.ClusterFacts;
import io.windrose.analysis.Finding;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.run.IgnoreComments;
import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kube.LiveCluster;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a command was given to look at: the objects of each cluster, and what could not be read.
final class ClusterInput {
    private static final Set<String> ABOUT = Set.of(Kinds.CLUSTER, Kinds.TRAFFIC);

    private final SequencedMap<String, List<MeshObject>> clusters = new LinkedHashMap<>();
    private final Map<String, LiveCluster> live = new HashMap<>();
    private final Set<String> liveFiles = new HashSet<>();
    private final List<Problem> unreadable = new ArrayList<>();
    private final List<Problem> unreachable = new ArrayList<>();
    private final List<String> missed = new ArrayList<>();
    private final List<Problem> partly = new ArrayList<>();

    /// By name; the only one in files has an empty name.
    SequencedMap<String, List<MeshObject>> clusters() {
        return clusters;
    }

    List<MeshObject> objects(String cluster) {
        return clusters.computeIfAbsent(cluster, _ -> new ArrayList<>());
    }

    void addLive(LiveCluster cluster, List<MeshObject> objects) {
        objects(cluster.name()).addAll(objects);
        live.put(cluster.name(), cluster);
        objects.forEach(object -> liveFiles.add(object.file()));
        liveFiles.add(ClusterFacts.file(cluster.name()));
    }

    /// Empty for a cluster in files.
    Optional<LiveCluster> live(String cluster) {
        return Optional.ofNullable(live.get(cluster));
    }

    /// Adds objects, each in place of one of its name that is not from a file.
    void put(String cluster, List<MeshObject> objects) {
        var names = objects.stream().map(ClusterInput::name).collect(Collectors.toSet());
        objects(cluster)
                .removeIf(one -> liveFiles.contains(one.file()) && names.contains(name(one)));
        objects(cluster).addAll(objects);
    }

    /// Whether it is a file, and not a kind of a live cluster.
    boolean isFile(String file) {
        return !liveFiles.contains(file)
                && clusters.values().stream()
                        .flatMap(List::stream)
                        .anyMatch(object -> object.file().equals(file));
    }

    /// The objects of a file that has another text now.
    void replace(String file, List<MeshObject> objects) {
        for (var all : clusters.values()) {
            if (all.removeIf(object -> object.file().equals(file))) {
                all.addAll(objects);
            }
        }
    }

    private static String name(MeshObject object) {
        return object.kind() + " " + object.namespace() + "/" + object.name();
    }

    /// In which the user of a live cluster works; empty for a cluster in files.
    String namespace(String cluster) {
        return live(cluster).map(LiveCluster::namespace).orElse("");
    }

    /// Files that cannot be read, and text that is not YAML.
    List<Problem> unreadable() {
        return unreadable;
    }

    /// Takes note of a cluster of which nothing is known.
    void miss(String cluster, List<Problem> why) {
        missed.add(cluster);
        unreachable.addAll(why);
    }

    /// The files and clusters that could not be read, in words; mostly none.
    List<String> missing() {
        return Stream.concat(unreadable.stream().map(one -> one.place().file()), missed.stream())
                .distinct()
                .toList();
    }

    /// What stands in the files and does not do what somebody meant it to do.
    List<Problem> inVain() {
        var files = new LinkedHashMap<String, YamlFile>();
        clusters.values().stream()
                .flatMap(List::stream)
                .filter(object -> !liveFiles.contains(object.file()))
                .forEach(object -> files.putIfAbsent(object.file(), object.yaml()));
        return files.values().stream()
                .flatMap(yaml -> IgnoreComments.inVain(yaml).stream())
                .toList();
    }

    /// All that kept something from being read.
    List<Problem> problems() {
        return Stream.of(unreadable, partly, unreachable).flatMap(List::stream).toList();
    }

    /// One for each cluster that cannot be read at all.
    List<Problem> unreachable() {
        return unreachable;
    }

    /// One for each kind that a cluster did not show.
    List<Problem> partly() {
        return partly;
    }

    /// Of all clusters, without what is said about them.
    int count() {
        return (int)
                clusters.values().stream()
                        .flatMap(List::stream)
                        .filter(object -> !ABOUT.contains(object.kind()))
                        .count();
    }

    /// An object of a live cluster has no place in a file.
    Finding placed(Finding finding) {
        var place = finding.place();
        return liveFiles.contains(place.file())
                ? finding.in(new Place("", place.resource(), place.path(), 0, 0, 0, 0))
                : finding;
    }
}
