package io.windrose.analysis.check.pitfall;

import io.windrose.analysis.Finding;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.ObjectCheck;
import java.util.Set;
import java.util.function.Consumer;

/// A plug-in whose code may change without anybody's change to the mesh.
final class MovingPlugin extends Pitfall implements ObjectCheck {
    MovingPlugin() {
        super("WR0210");
    }

    @Override
    public Set<String> asks() {
        return Set.of(Kinds.WASM_PLUGIN);
    }

    @Override
    public void ask(Mesh mesh, MeshObject plugin, Consumer<Finding> found) {
        var url = plugin.spec().get("url");
        boolean pinned = url.text().contains("@sha256:") || !plugin.spec().text("sha256").isEmpty();
        if (url.exists() && !pinned && moves(url.text())) {
            found.accept(
                    Finding.of(
                            code(),
                            url,
                            "This tag may be another plug-in tomorrow, and proxies that start later then run other code; write a version, or the digest as @sha256:..."));
        }
    }

    private static boolean moves(String url) {
        boolean image = url.startsWith("oci://") || !url.contains("://");
        int slash = url.lastIndexOf('/');
        int colon = url.lastIndexOf(':');
        return image && (colon < slash || url.endsWith(":latest"));
    }
}
