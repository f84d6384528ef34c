package io.windrose.analysis.check.pitfall;

import io.windrose.analysis.Finding;
import io.windrose.analysis.Fix;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.Node;
import io.windrose.config.patch.Value;
import io.windrose.config.syntax.Spelling;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Providers by a name that the mesh does not define.
///
/// @see <a
///   href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig-ExtensionProvider">Istio:
///   ExtensionProvider</a>
final class UnknownProvider extends Pitfall {
    /// Those that Istio defines where nobody else does.
    private static final Set<String> BUILT_IN = Set.of("envoy", "prometheus", "stackdriver");

    UnknownProvider() {
        super("WR0301");
    }

    @Override
    public void run(Mesh mesh, Consumer<Finding> found) {
        var known = new TreeSet<>(BUILT_IN);
        mesh.settings().config().root().items("extensionProviders").stream()
                .map(provider -> provider.text("name"))
                .forEach(known::add);
        for (var policy : mesh.all(Kinds.AUTHORIZATION_POLICY)) {
            var name = policy.spec().get("provider", "name");
            if (policy.spec().text("action").equals("CUSTOM")) {
                check(name, known, "and istiod denies all requests that this is about", found);
            }
        }
        for (var telemetry : mesh.all(Kinds.TELEMETRY)) {
            Stream.of("tracing", "metrics", "accessLogging")
                    .flatMap(list -> telemetry.spec().items(list).stream())
                    .flatMap(item -> item.items("providers").stream())
                    .map(provider -> provider.get("name"))
                    .forEach(name -> check(name, known, "and nothing is sent", found));
        }
    }

    private void check(Node name, Set<String> known, String outcome, Consumer<Finding> found) {
        if (name.text().isEmpty() || known.contains(name.text())) {
            return;
        }
        var finding =
                Finding.of(
                        code(),
                        name,
                        "MeshConfig has no extensionProvider `%s`, %s; it has %s."
                                .formatted(name.text(), outcome, String.join(", ", known)));
        found.accept(
                Spelling.nearest(name.text(), List.copyOf(known))
                        .map(near ->
                                finding.with(
                                        Fix.of(
                                                "Change to " + near,
                                                name.object(),
                                                patch ->
                                                        patch.set(
                                                                name.tree(),
                                                                new Value.Text(near)))))
                        .orElse(finding));
    }
}
