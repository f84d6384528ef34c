package io.windrose.analysis.check.pitfall;

import io.windrose.analysis.Finding;
import io.windrose.analysis.Fix;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.analysis.ObjectCheck;
import io.windrose.config.patch.Value;
import io.windrose.config.tree.ConfigTree.Mapping;
import java.util.Set;
import java.util.function.Consumer;

/// An expression for every path, which costs more than a prefix and reads like a condition.
final class CatchAllRegex extends Pitfall implements ObjectCheck {
    private static final Set<String> ALL =
            Set.of(".*", "/.*", "^.*$", "^/.*$", "^/.*", "^.*", "(.*)", "/(.*)");

    CatchAllRegex() {
        super("WR0208");
    }

    @Override
    public Set<String> asks() {
        return Set.of(Kinds.VIRTUAL_SERVICE);
    }

    @Override
    public void ask(Mesh mesh, MeshObject rule, Consumer<Finding> found) {
        for (var route : rule.spec().items("http")) {
            for (var match : route.items("match")) {
                var regex = match.get("uri", "regex");
                if (ALL.contains(regex.text())) {
                    found.accept(finding(match.get("uri"), regex));
                }
            }
        }
    }

    private Finding finding(Node uri, Node regex) {
        var finding =
                Finding.of(
                        code(),
                        regex,
                        "`%s` is every path; write the prefix /, which is quicker."
                                .formatted(regex.text()));
        return uri.tree() instanceof Mapping mapping
                ? finding.with(
                        Fix.of(
                                "Change to the prefix /",
                                uri.object(),
                                patch -> {
                                    patch.rename(mapping, "regex", "prefix");
                                    patch.set(regex.tree(), new Value.Text("/"));
                                }))
                : finding;
    }
}
