package io.windrose.analysis.check.workload;

import io.windrose.analysis.Finding;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.analysis.ObjectCheck;
import io.windrose.kernel.Severity;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// What a live cluster says of itself: that Istio runs on it, and that it shows what is asked.
///
/// @see <a href="https://istio.io/latest/docs/releases/supported-releases/">Istio: supported
///   releases</a>
final class ClusterVersions implements ObjectCheck {
    private static final Pattern MINOR = Pattern.compile("v?1\\.([0-9]{1,4}).*");
    private static final int LEAST = 32;

    @Override
    public Set<String> codes() {
        return Set.of("IST0141", "IST0142");
    }

    @Override
    public Set<String> asks() {
        return Set.of(Kinds.CLUSTER);
    }

    @Override
    public void ask(Mesh mesh, MeshObject cluster, Consumer<Finding> found) {
        var version = cluster.root().get("version");
        var minor = MINOR.matcher(version.text());
        if (minor.matches() && Integer.parseInt(minor.group(1)) < LEAST) {
            found.accept(old(version));
        }
        cluster.root().items("refused").forEach(kind -> found.accept(refused(kind)));
    }

    private static Finding old(Node version) {
        return Finding.of(
                "IST0142",
                version,
                "The cluster runs Kubernetes %s, and Istio is tested with 1.%d and later; upgrade the cluster first."
                        .formatted(version.text(), LEAST));
    }

    /// What is said of the other kinds holds, hence no error.
    private static Finding refused(Node kind) {
        var name = kind.text().substring(kind.text().lastIndexOf('/') + 1);
        return Finding.of(
                        "IST0141",
                        kind,
                        "You may not list objects of kind %s in all namespaces, so nothing is said that depends on them; it takes a ClusterRole with list for them."
                                .formatted(name))
                .at(Severity.WARNING);
    }
}
