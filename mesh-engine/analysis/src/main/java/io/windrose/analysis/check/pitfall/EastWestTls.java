package io.windrose.analysis.check.pitfall;

import io.windrose.analysis.Finding;
import io.windrose.analysis.Fix;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.ObjectCheck;
import io.windrose.config.patch.Value;
import java.util.Set;
import java.util.function.Consumer;

/// A gateway between networks that ends the mutual TLS which it should pass on.
///
/// @see <a
///   href="https://istio.io/latest/docs/setup/install/multicluster/primary-remote_multi-network/">Istio:
///   exposing services to other networks</a>
final class EastWestTls extends Pitfall implements ObjectCheck {
    private static final int EAST_WEST = 15_443;

    EastWestTls() {
        super("WR0211");
    }

    @Override
    public Set<String> asks() {
        return Set.of(Kinds.GATEWAY);
    }

    @Override
    public void ask(Mesh mesh, MeshObject gateway, Consumer<Finding> found) {
        for (var server : gateway.spec().items("servers")) {
            var mode = server.get("tls", "mode");
            boolean between =
                    server.get("port", "number").whole(0) == EAST_WEST
                            && server.texts("hosts").stream()
                                    .anyMatch(host -> host.endsWith("*.local"));
            if (between && mode.exists() && !mode.text().equals("AUTO_PASSTHROUGH")) {
                found.accept(
                        Finding.of(
                                        code(),
                                        mode,
                                        "Traffic from other networks comes with the mesh's mutual TLS and the name of a service in it; with %s it ends here and finds no way on. Write AUTO_PASSTHROUGH."
                                                .formatted(mode.text()))
                                .with(
                                        Fix.of(
                                                "Change to AUTO_PASSTHROUGH",
                                                gateway,
                                                patch ->
                                                        patch.set(
                                                                mode.tree(),
                                                                new Value.Text(
                                                                        "AUTO_PASSTHROUGH")))));
            }
        }
    }
}
