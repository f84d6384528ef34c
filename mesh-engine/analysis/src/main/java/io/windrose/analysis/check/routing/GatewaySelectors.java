package io.windrose.analysis.check.routing;

import io.windrose.analysis.Check;
import io.windrose.analysis.Finding;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.kernel.Severity;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/// Gateways: that somebody serves them, on ports that can be reached.
final class GatewaySelectors implements Check {
    private static final String INSTALLER = "install.istio.io/IstioOperator";

    @Override
    public Set<String> codes() {
        return Set.of("IST0101", "IST0162", "KIA0302");
    }

    @Override
    public void run(Mesh mesh, Consumer<Finding> found) {
        if (mesh.all(Kinds.GATEWAY).isEmpty()) {
            return;
        }
        var pods = GatewayPods.of(mesh);
        for (var gateway : mesh.all(Kinds.GATEWAY)) {
            if (GatewayPods.selector(gateway).selectsAll()) {
                continue;
            }
            var own = pods.of(gateway);
            if (own.isEmpty()) {
                // Where nobody wrote any workload, it may well run elsewhere.
                var finding = unserved(pods, gateway);
                boolean written = !mesh.workloads().all().isEmpty();
                found.accept(written ? finding : finding.at(Severity.INFO));
            } else if (mesh.all(INSTALLER).isEmpty()) {
                // Else the ports are those of the installation.
                ports(gateway, pods.ports(own), found);
            }
        }
    }

    private static Finding unserved(GatewayPods pods, MeshObject gateway) {
        var selector = gateway.spec().get("selector");
        var finding =
                Finding.of(
                                "IST0101",
                                selector,
                                "No workload has the labels %s, so nobody serves this gateway."
                                        .formatted(Routing.words(gateway.spec().words("selector"))))
                        .also("KIA0302");
        for (var label : selector.members()) {
            var values = pods.values(label.name());
            if (!values.contains(label.text())) {
                return Edits.nearest(label, new TreeSet<>(values))
                        .map(finding::with)
                        .orElse(finding);
            }
        }
        return finding;
    }

    private static void ports(MeshObject gateway, Set<Integer> open, Consumer<Finding> found) {
        for (var server : gateway.spec().items("servers")) {
            var number = server.get("port", "number");
            int port = number.whole(0);
            if (port > 0 && !open.contains(port)) {
                found.accept(
                        Finding.of(
                                "IST0162",
                                number,
                                "No Service leads to port %d of this gateway's workload%s."
                                        .formatted(
                                                port,
                                                open.isEmpty()
                                                        ? ""
                                                        : "; there are " + words(open))));
            }
        }
    }

    private static String words(Set<Integer> ports) {
        return String.join(", ", new TreeSet<>(ports).stream().map(String::valueOf).toList());
    }
}
