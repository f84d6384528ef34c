package io.windrose.analysis.check.workload;

import io.windrose.analysis.Finding;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.analysis.ObjectCheck;
import io.windrose.analysis.Workloads.Workload;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Deployments behind several Services: that these agree on the ports of its Pods.
///
/// @see <a href="https://istio.io/latest/docs/ops/deployment/application-requirements/">Istio:
///   application requirements</a>
final class SharedPorts implements ObjectCheck {

    @Override
    public Set<String> codes() {
        return Set.of("IST0116", "IST0137");
    }

    @Override
    public Set<String> asks() {
        return Set.of(Kinds.DEPLOYMENT);
    }

    @Override
    public void ask(Mesh mesh, MeshObject deployment, Consumer<Finding> found) {
        mesh.workloads()
                .of(deployment)
                .filter(one -> one.inMesh() && !PartsOfIstio.isManagedGateway(deployment))
                .ifPresent(one -> {
                    var services = mesh.workloads().services(deployment.namespace(), one.labels());
                    if (services.size() > 1) {
                        check(one, services, found);
                    }
                });
    }

    private static void check(
            Workload workload, List<MeshObject> services, Consumer<Finding> found) {
        var at = workload.object().root().get("metadata", "name");
        var ports = services.stream().flatMap(one -> one.spec().items("ports").stream()).toList();
        by(ports, port -> port.text("port"))
                .forEach((number, same) -> {
                    var protocols = by(same, SharedPorts::protocol).keySet();
                    if (protocols.size() > 1) {
                        found.accept(
                                Finding.of(
                                        "IST0116",
                                        at,
                                        ("Port %s of the Services %s has the protocols %s, of"
                                                        + " which the Pods' proxies know one only; take the same"
                                                        + " in all.")
                                                .formatted(
                                                        number,
                                                        names(same),
                                                        String.join(" and ", protocols))));
                    }
                });
        by(ports, SharedPorts::target)
                .forEach((target, same) -> {
                    var numbers = by(same, port -> port.text("port")).keySet();
                    if (numbers.size() > 1 && isOfSeveral(same)) {
                        found.accept(
                                Finding.of(
                                        "IST0137",
                                        at,
                                        ("The Services %s lead to port %s of the Pods by the"
                                                        + " ports %s, of which the Pods' proxies know one only;"
                                                        + " take the same number or another target.")
                                                .formatted(
                                                        names(same),
                                                        target,
                                                        String.join(" and ", numbers))));
                    }
                });
    }

    private static Map<String, List<Node>> by(List<Node> ports, Function<Node, String> key) {
        return ports.stream()
                .collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
    }

    private static String protocol(Node port) {
        var protocol = port.text("protocol").toUpperCase(Locale.ROOT);
        return protocol.isEmpty() ? "TCP" : protocol;
    }

    private static String target(Node port) {
        var target = port.text("targetPort");
        return target.isEmpty() || target.equals("0") ? port.text("port") : target;
    }

    private static boolean isOfSeveral(List<Node> ports) {
        var first = ports.getFirst().object();
        return ports.stream().anyMatch(port -> !port.object().isSameAs(first));
    }

    private static String names(List<Node> ports) {
        return ports.stream()
                .map(port -> port.object().name())
                .distinct()
                .sorted()
                .collect(Collectors.joining(" and "));
    }
}
