package io.windrose.analysis.check.routing;

import io.windrose.analysis.Check;
import io.windrose.analysis.Finding;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.Node;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Namespaces that objects are exported to: that they are there.
final class ExportTargets implements Check {
    private static final Set<String> WORDS = Set.of(".", "*", "~");

    @Override
    public Set<String> codes() {
        return Set.of("KIA0005");
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
        for (var kind :
                List.of(Kinds.VIRTUAL_SERVICE, Kinds.DESTINATION_RULE, Kinds.SERVICE_ENTRY)) {
            for (var object : mesh.all(kind)) {
                for (var target : object.spec().items("exportTo")) {
                    check(mesh, target, found);
                }
            }
        }
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
