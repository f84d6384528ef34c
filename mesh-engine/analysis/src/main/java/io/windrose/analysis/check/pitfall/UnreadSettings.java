package io.windrose.analysis.check.pitfall;

import io.windrose.analysis.Finding;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import java.util.List;
import java.util.function.Consumer;

/// Settings of the mesh in a ConfigMap of which istiod does not know.
///
/// @see <a href="https://github.com/istio/istio">Istio</a> `pilot/pkg/bootstrap/mesh.go`
final class UnreadSettings extends Pitfall {
    private static final List<String> SETTINGS =
            List.of("extensionProviders:", "defaultConfig:", "enableAutoMtls:", "rootNamespace:");

    UnreadSettings() {
        super("WR0304");
    }

    @Override
    public void run(Mesh mesh, Consumer<Finding> found) {
        for (var map : mesh.all("ConfigMap")) {
            var text = map.root().get("data", "mesh");
            if (SETTINGS.stream().anyMatch(text.text()::contains) && !isRead(mesh, map)) {
                found.accept(
                        Finding.of(
                                code(),
                                text,
                                "istiod reads the ConfigMap istio (or istio-REVISION) in %s, not %s in %s: nothing of this is in force."
                                        .formatted(
                                                mesh.rootNamespace(),
                                                map.name(),
                                                map.namespace())));
            }
        }
    }

    private static boolean isRead(Mesh mesh, MeshObject map) {
        return map.namespace().equals(mesh.rootNamespace())
                && (map.name().equals("istio") || map.name().startsWith("istio-"));
    }
}
