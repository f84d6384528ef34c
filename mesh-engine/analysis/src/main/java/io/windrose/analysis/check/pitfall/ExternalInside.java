package io.windrose.analysis.check.pitfall;

import io.windrose.analysis.Finding;
import io.windrose.analysis.Fix;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.analysis.ObjectCheck;
import io.windrose.config.patch.Value;
import java.util.Set;
import java.util.function.Consumer;

/// A service that is said to be outside, behind endpoints of the mesh: it gets no mutual TLS.
final class ExternalInside extends Pitfall implements ObjectCheck {
    private static final String OF_A_CLUSTER = ".svc.cluster.local";

    ExternalInside() {
        super("WR0212");
    }

    @Override
    public Set<String> asks() {
        return Set.of(Kinds.SERVICE_ENTRY);
    }

    @Override
    public void ask(Mesh mesh, MeshObject entry, Consumer<Finding> found) {
        var location = entry.spec().get("location");
        boolean external = !location.exists() || location.text().equals("MESH_EXTERNAL");
        var inside =
                entry.spec().items("endpoints").stream()
                        .map(endpoint -> endpoint.get("address"))
                        .filter(address -> address.text().endsWith(OF_A_CLUSTER))
                        .findFirst();
        if (external && inside.isPresent()) {
            found.accept(finding(location, inside.get()));
        }
    }

    private Finding finding(Node location, Node address) {
        var finding =
                Finding.of(
                        code(),
                        location.exists() ? location : address,
                        "%s is a service of a cluster, but as MESH_EXTERNAL it is called without mutual TLS; write MESH_INTERNAL."
                                .formatted(address.text()));
        return location.exists()
                ? finding.with(
                        Fix.of(
                                "Change to MESH_INTERNAL",
                                location.object(),
                                patch ->
                                        patch.set(
                                                location.tree(), new Value.Text("MESH_INTERNAL"))))
                : finding;
    }
}
