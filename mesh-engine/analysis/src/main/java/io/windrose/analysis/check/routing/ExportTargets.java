package io.windrose.analysis.check.routing;

import io.windrose.analysis.Finding;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.analysis.ObjectCheck;
import java.util.Set;
import java.util.function.Consumer;

/// Namespaces that objects are exported to: that they are there.
final class ExportTargets implements ObjectCheck {
    private static final Set<String> WORDS = Set.of(".", "*", "~");

    @Override
    public Set<String> codes() {
        return Set.of("KIA0005");
    }

    @Override
    public Set<String> asks() {
        return Set.of(Kinds.VIRTUAL_SERVICE, Kinds.DESTINATION_RULE, Kinds.SERVICE_ENTRY);
    }

    @Override
    public void ask(Mesh mesh, MeshObject object, Consumer<Finding> found) {
        if (!mesh.has(Kinds.NAMESPACE)) {
            // Nobody wrote which there are.
            return;
        }
        object.spec().items("exportTo").forEach(target -> check(mesh, target, found));
    }

    private static void check(Mesh mesh, Node target, Consumer<Finding> found) {
        var written = target.text();
        if (written.isEmpty() || WORDS.contains(written) || mesh.namespaces().contains(written)) {
            return;
        }
        var finding =
                Finding.of(
                        "KIA0005",
                        target,
                        "There is no namespace %s, so this exports to nobody.".formatted(written));
        var nearest = Edits.nearest(target, mesh.namespaces());
        finding = nearest.map(finding::with).orElse(finding);
        // An empty list would export to everybody.
        found.accept(
                target.around().items().size() > 1
                        ? finding.with(Edits.remove("Remove " + written, target.around(), target))
                        : finding.with(Edits.change(target, ".")));
    }
}
