package io.windrose.analysis.run;

import io.windrose.analysis.Clusters;
import io.windrose.analysis.Finding;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Settings;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/// Everything that is wrong with each cluster of a mesh, and with one beside the other.
public final class ClusterAnalysis {
    /// What needs no other object, although it is said of every kind.
    private static final Set<String> OF_ONE_OBJECT = Set.of("IST0106", "IST0133", "WR0303");

    private ClusterAnalysis() {}

    /// Each finding stands under the cluster whose object it is about.
    ///
    /// @param clusters their objects by name; the others are held against the first. Files of one
    ///   are named unlike those of all others
    /// @param settings in place of what the clusters say themselves, where they are given
    /// @param asked quiet codes that are wanted all the same
    public static SequencedMap<String, List<Finding>> findings(
            SequencedMap<String, List<MeshObject>> clusters, Settings settings, Set<String> asked) {
        var alone = new LinkedHashMap<String, Mesh>();
        clusters.forEach((name, objects) -> alone.put(name, Mesh.of(objects, settings)));
        var unread = Unread.of(alone.values());
        var findings = new LinkedHashMap<String, List<Finding>>();
        alone.forEach((name, mesh) -> {
            var whole =
                    alone.size() == 1
                            ? mesh
                            : Mesh.of(mesh.objects(), settings, new Clusters(name, alone));
            var analysis = Analysis.of(whole);
            var told =
                    unread.kinds().isEmpty()
                            ? analysis.findings(asked)
                            : analysis.findings(asked, unread::allow);
            findings.put(name, own(mesh, told));
        });
        return Collections.unmodifiableSequencedMap(findings);
    }

    /// Kinds of which objects may be missing, because somebody may not read them.
    private record Unread(Set<String> kinds) {
        static Unread of(Collection<Mesh> meshes) {
            return new Unread(
                    meshes.stream()
                            .flatMap(mesh -> mesh.all(Kinds.CLUSTER).stream())
                            .flatMap(cluster -> cluster.root().texts("refused").stream())
                            .collect(Collectors.toSet()));
        }

        boolean allow(Set<String> read, Finding finding) {
            return finding.codes().stream().allMatch(one -> OF_ONE_OBJECT.contains(one.id()))
                    || (!read.contains(Mesh.EVERYTHING)
                            && !read.contains(Mesh.NAMESPACES)
                            && Collections.disjoint(read, kinds));
        }
    }

    private static List<Finding> own(Mesh mesh, List<Finding> findings) {
        var files = mesh.objects().stream().map(MeshObject::file).collect(Collectors.toSet());
        files.add(mesh.settings().config().file());
        files.add(mesh.settings().networks().file());
        return findings.stream().filter(one -> files.contains(one.place().file())).toList();
    }
}
