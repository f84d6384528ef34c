package io.windrose.analysis.check.pitfall;

import io.windrose.analysis.Finding;
import io.windrose.analysis.Fix;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.config.patch.Value;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Figures of the control plane that are asked of it where proxies have theirs.
///
/// @see <a href="https://istio.io/latest/docs/ops/integrations/prometheus/">Istio: Prometheus</a>
final class MetricsOfIstiod extends Pitfall {
    private static final String OF_PROXIES = "/stats/prometheus";

    MetricsOfIstiod() {
        super("WR0306");
    }

    @Override
    public void run(Mesh mesh, Consumer<Finding> found) {
        Stream.of("monitoring.coreos.com/ServiceMonitor", "ServiceMonitor")
                .flatMap(kind -> mesh.all(kind).stream())
                .filter(MetricsOfIstiod::selectsIstiod)
                .flatMap(monitor -> monitor.spec().items("endpoints").stream())
                .map(endpoint -> endpoint.get("path"))
                .filter(path -> path.text().equals(OF_PROXIES))
                .forEach(path -> found.accept(finding(path)));
    }

    private static boolean selectsIstiod(MeshObject monitor) {
        var labels = monitor.spec().words("selector", "matchLabels");
        return "istiod".equals(labels.get("app")) || "pilot".equals(labels.get("istio"));
    }

    private Finding finding(Node path) {
        return Finding.of(
                        code(),
                        path,
                        "istiod answers this with 404; its figures are under /metrics, only proxies have them here.")
                .with(
                        Fix.of(
                                "Change to /metrics",
                                path.object(),
                                patch -> patch.set(path.tree(), new Value.Text("/metrics"))));
    }
}
