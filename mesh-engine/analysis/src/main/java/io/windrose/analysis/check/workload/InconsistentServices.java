package io.windrose.analysis.check.workload;

import io.windrose.analysis.Finding;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.analysis.ObjectCheck;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Services that several clusters have under one name, which the mesh takes for one: that they say
/// the same.
///
/// @see <a href="https://istio.io/latest/docs/ops/configuration/traffic-management/multicluster/">
///   Istio: traffic of several clusters</a>
final class InconsistentServices implements ObjectCheck {
    private static final String CODE = "IST0170";

    @Override
    public Set<String> codes() {
        return Set.of(CODE);
    }

    @Override
    public Set<String> asks() {
        return Set.of(Kinds.SERVICE);
    }

    @Override
    public void ask(Mesh mesh, MeshObject service, Consumer<Finding> found) {
        mesh.clusters()
                .first(service)
                .filter(first -> !first.getKey().equals(mesh.clusters().own()))
                .flatMap(first -> compare(service, first.getKey(), first.getValue()))
                .ifPresent(found);
    }

    private static Optional<Finding> compare(MeshObject here, String cluster, MeshObject there) {
        if (isHeadless(here) != isHeadless(there)) {
            return Optional.of(
                    finding(
                            here.spec().get(isHeadless(here) ? "clusterIP" : "ports"),
                            cluster,
                            isHeadless(there) ? "headless" : "not headless",
                            isHeadless(here) ? "headless" : "not"));
        }
        if (!type(here).equals(type(there))) {
            return Optional.of(finding(here.spec().get("type"), cluster, type(there), type(here)));
        }
        return ports(here).equals(ports(there))
                ? Optional.empty()
                : Optional.of(
                        finding(
                                here.spec().get("ports"),
                                cluster,
                                "on " + ports(there),
                                "on " + ports(here)));
    }

    private static Finding finding(Node at, String cluster, String there, String here) {
        var node = at.exists() ? at : at.object().root().get("metadata", "name");
        return Finding.of(
                CODE,
                node,
                "In cluster %s this Service is %s, here it is %s: the mesh takes both for one, and what it sends to either end does not fit the other; write them alike."
                        .formatted(cluster, there, here));
    }

    private static boolean isHeadless(MeshObject service) {
        return service.spec().text("clusterIP").equals("None");
    }

    private static String type(MeshObject service) {
        var type = service.spec().text("type");
        return type.isEmpty() ? "ClusterIP" : type;
    }

    /// `80/TCP http, 443/TCP https`, whatever their order.
    private static String ports(MeshObject service) {
        var ports =
                service.spec().items("ports").stream()
                        .map(InconsistentServices::port)
                        .sorted()
                        .collect(Collectors.joining(", "));
        return ports.isEmpty() ? "no port" : ports;
    }

    private static String port(Node port) {
        var protocol = port.text("protocol");
        return "%s/%s %s %s"
                .formatted(
                        port.text("port"),
                        protocol.isEmpty() ? "TCP" : protocol,
                        port.text("name"),
                        port.text("appProtocol"))
                .strip();
    }
}
