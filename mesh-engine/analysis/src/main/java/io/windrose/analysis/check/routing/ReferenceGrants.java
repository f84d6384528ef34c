package io.windrose.analysis.check.routing;

import io.windrose.analysis.Check;
import io.windrose.analysis.Finding;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import java.util.Set;
import java.util.function.Consumer;

/// Namespaces that something is granted to: that they are there.
final class ReferenceGrants implements Check {

    @Override
    public Set<String> codes() {
        return Set.of("KIA1601");
    }

    @Override
    public Set<String> reads() {
        return Set.of(EVERYTHING);
    }

    @Override
    public void run(Mesh mesh, Consumer<Finding> found) {
        if (mesh.all(Kinds.NAMESPACE).isEmpty()) {
            // Nobody wrote which there are.
            return;
        }
        for (var grant : mesh.all(Kinds.REFERENCE_GRANT)) {
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
                        Edits.nearest(namespace, mesh.namespaces())
                                .map(finding::with)
                                .orElse(finding));
            }
        }
    }
}
