package io.windrose.analysis.check.security;

import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.analysis.Workloads.Workload;
import io.windrose.kernel.Selector;
import java.util.List;
import java.util.Set;

/// Whom an object is for.
///
/// @param labels the mapping of the selector; often absent
/// @param selector selects all where none is written
record Scope(MeshObject object, Node labels, Selector selector) {
    /// In the root namespace these select everywhere; of other kinds only the ones without a
    /// selector do.
    private static final Set<String> MESH_WIDE =
            Set.of(Kinds.AUTHORIZATION_POLICY, Kinds.REQUEST_AUTHENTICATION);

    static Scope of(MeshObject object) {
        var labels =
                object.kind().equals(Kinds.SIDECAR)
                        ? object.spec().get("workloadSelector", "labels")
                        : object.spec().get("selector", "matchLabels");
        return new Scope(object, labels, Selector.of(labels.words()));
    }

    boolean selectsAll() {
        return selector.selectsAll();
    }

    /// Whether it is for what it names, such as a waypoint, rather than for workloads.
    boolean hasTargets() {
        return object.spec().get("targetRef").exists()
                || !object.spec().items("targetRefs").isEmpty();
    }

    static boolean isRoot(Mesh mesh, MeshObject object) {
        return object.namespace().equals(mesh.rootNamespace());
    }

    /// The namespace that is searched for workloads; empty for all.
    String namespace(Mesh mesh) {
        boolean everywhere = isRoot(mesh, object) && MESH_WIDE.contains(object.kind());
        return everywhere ? "" : object.namespace();
    }

    boolean isIn(Mesh mesh, String namespace) {
        var searched = namespace(mesh);
        return searched.isEmpty() || searched.equals(namespace);
    }

    List<Workload> workloads(Mesh mesh) {
        return mesh.workloads().matching(namespace(mesh), selector);
    }

    /// Where the selector is written, or else the name of the object.
    Node place() {
        return labels.exists() ? labels : object.root().get("metadata", "name");
    }
}
