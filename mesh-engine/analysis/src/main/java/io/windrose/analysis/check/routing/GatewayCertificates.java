package io.windrose.analysis.check.routing;

import io.windrose.analysis.Check;
import io.windrose.analysis.Finding;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Several gateways of one workload with the same certificate: browsers that keep a connection for
/// all hosts of a certificate get 404 from the one that does not know the second host.
final class GatewayCertificates implements Check {

    private record Use(MeshObject gateway, Map<String, String> selector, Node tls) {}

    /// Connections are reused for one port.
    private record Certificate(int port, List<String> names) {}

    @Override
    public Set<String> codes() {
        return Set.of("IST0138");
    }

    @Override
    public void run(Mesh mesh, Consumer<Finding> found) {
        var uses = new LinkedHashMap<Certificate, List<Use>>();
        for (var gateway : mesh.all(Kinds.GATEWAY)) {
            var selector = gateway.spec().words("selector");
            for (var server : gateway.spec().items("servers")) {
                var tls = server.get("tls");
                var names = certificate(tls);
                if (!names.isEmpty()) {
                    var port = server.get("port", "number").whole(0);
                    uses.computeIfAbsent(new Certificate(port, names), _ -> new ArrayList<>())
                            .add(new Use(gateway, selector, tls));
                }
            }
        }
        for (var same : uses.values()) {
            for (var use : same) {
                same.stream()
                        .filter(other -> !other.gateway().isSameAs(use.gateway()))
                        .filter(other -> includes(other.selector(), use.selector()))
                        .findFirst()
                        .ifPresent(other -> found.accept(finding(use, other)));
            }
        }
    }

    /// By name, else by its files; empty for none.
    private static List<String> certificate(Node tls) {
        var name = tls.text("credentialName");
        if (!name.isEmpty()) {
            return List.of(name);
        }
        var file = tls.text("serverCertificate");
        var key = tls.text("privateKey");
        return file.isEmpty() || key.isEmpty() ? List.of() : List.of(file, key);
    }

    /// Whether all workloads of the first serve the second, too, by the selectors alone.
    private static boolean includes(Map<String, String> first, Map<String, String> second) {
        return first.entrySet().containsAll(second.entrySet());
    }

    private static Finding finding(Use use, Use other) {
        var name = use.tls().get("credentialName");
        return Finding.of(
                "IST0138",
                name.exists() ? name : use.tls().get("serverCertificate"),
                "%s serves with the same certificate; a browser that reuses a connection for both hosts gets 404, so serve them by one gateway."
                        .formatted(other.gateway().label()));
    }
}
