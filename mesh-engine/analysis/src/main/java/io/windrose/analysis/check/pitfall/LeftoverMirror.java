package io.windrose.analysis.check.pitfall;

import io.windrose.analysis.Authorship;
import io.windrose.analysis.Finding;
import io.windrose.analysis.Fix;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.analysis.ObjectCheck;
import io.windrose.config.tree.ConfigTree.Mapping;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Copies of requests that go somewhere else, which doubles the load there as long as they do.
final class LeftoverMirror extends Pitfall implements ObjectCheck {
    LeftoverMirror() {
        super("WR0202");
    }

    @Override
    public Set<String> asks() {
        return Set.of(Kinds.VIRTUAL_SERVICE);
    }

    @Override
    public void ask(Mesh mesh, MeshObject rule, Consumer<Finding> found) {
        for (var route : rule.spec().items("http")) {
            for (var key : List.of("mirror", "mirrors")) {
                var mirror = route.get(key);
                if (mirror.text("host").isEmpty() && mirror.items().isEmpty()) {
                    continue;
                }
                found.accept(finding(mesh, route, key, mirror));
            }
        }
    }

    private Finding finding(Mesh mesh, Node route, String key, Node mirror) {
        var to =
                mirror.items().isEmpty()
                        ? mirror.text("host")
                        : mirror.items().getFirst().text("destination", "host");
        var finding =
                Finding.of(
                        code(),
                        mirror,
                        "Copies of these requests go to %s, too; remove them when nobody looks at them any more.%s"
                                .formatted(to, Authorship.sentence(mesh, mirror)));
        return route.tree() instanceof Mapping mapping
                ? finding.with(
                        Fix.of(
                                "Stop the copies",
                                route.object(),
                                patch -> patch.remove(mapping, key)))
                : finding;
    }
}
