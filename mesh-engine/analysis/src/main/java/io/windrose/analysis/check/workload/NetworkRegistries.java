package io.windrose.analysis.check.workload;

import io.windrose.analysis.Check;
import io.windrose.analysis.Finding;
import io.windrose.analysis.Fix;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.Node;
import io.windrose.config.patch.Value.Text;
import io.windrose.config.syntax.Spelling;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/// The clusters whose endpoints MeshNetworks names: that they are part of the mesh.
final class NetworkRegistries implements Check {
    private static final Set<String> BUILT_IN = Set.of("External", "Kubernetes", "Mock");

    @Override
    public Set<String> codes() {
        return Set.of("IST0126");
    }

    @Override
    public void run(Mesh mesh, Consumer<Finding> found) {
        var known = new TreeSet<>(BUILT_IN);
        for (var secret : mesh.all(Kinds.SECRET)) {
            if (secret.labels().get("istio/multiCluster").filter("true"::equals).isPresent()) {
                known.addAll(secret.root().words("data").keySet());
                known.addAll(secret.root().words("stringData").keySet());
            }
        }
        for (var network : mesh.settings().networks().root().get("networks").members()) {
            network.items("endpoints").stream()
                    .map(one -> one.get("fromRegistry"))
                    .filter(one -> one.exists() && !known.contains(one.text()))
                    .forEach(one -> found.accept(finding(one, network.name(), known)));
        }
    }

    private static Finding finding(Node registry, String network, Set<String> known) {
        var finding =
                Finding.of(
                        "IST0126",
                        registry,
                        ("Network %s has the endpoints of %s, which is no cluster of the mesh;"
                                        + " known are %s.")
                                .formatted(network, registry.text(), String.join(", ", known)));
        return Spelling.nearest(registry.text(), known)
                .map(name ->
                        finding.with(
                                Fix.of(
                                        "Change to " + name,
                                        registry.object(),
                                        patch -> patch.set(registry.tree(), new Text(name)))))
                .orElse(finding);
    }
}
