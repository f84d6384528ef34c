package io.windrose.analysis.check.routing;

import io.windrose.analysis.Finding;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.ObjectCheck;
import java.util.Set;
import java.util.function.Consumer;

/// Namespaces that something is granted to: that they are there.
final class ReferenceGrants implements ObjectCheck {

    @Override
    public Set<String> codes() {
        return Set.of("KIA1601");
    }

    @Override
    public Set<String> asks() {
        return Set.of(Kinds.REFERENCE_GRANT);
    }

    @Override
    public void ask(Mesh mesh, MeshObject grant, Consumer<Finding> found) {
        if (!mesh.has(Kinds.NAMESPACE)) {
            // Nobody wrote which there are.
            return;
        }
        for (var from : grant.spec().items("from")) {
            var namespace = from.get("namespace");
            if (namespace.text().isEmpty() || mesh.namespaces().contains(namespace.text())) {
                continue;
            }
            var finding =
                    Finding.of(
                            "KIA1601",
                            namespace,
                            "There is no namespace %s, so this grants nothing to anybody."
                                    .formatted(namespace.text()));
            found.accept(
                    Edits.nearest(namespace, mesh.namespaces()).map(finding::with).orElse(finding));
        }
    }
}
