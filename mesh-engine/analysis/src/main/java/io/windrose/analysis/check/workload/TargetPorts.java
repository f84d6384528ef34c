package io.windrose.analysis.check.workload;

import io.windrose.analysis.Finding;
import io.windrose.analysis.Fix;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.analysis.ObjectCheck;
import io.windrose.analysis.Workloads;
import io.windrose.config.patch.Value;
import io.windrose.config.patch.Value.Text;
import io.windrose.config.patch.Value.Whole;
import io.windrose.config.tree.ConfigTree.Mapping;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Ports of Services: that a container of what they select has them.
final class TargetPorts implements ObjectCheck {

    @Override
    public Set<String> codes() {
        return Set.of("KIA0701");
    }

    @Override
    public Set<String> asks() {
        return Set.of(Kinds.SERVICE);
    }

    @Override
    public void ask(Mesh mesh, MeshObject service, Consumer<Finding> found) {
        if (!PartsOfIstio.include(service) && !PartsOfIstio.isManagedGateway(service)) {
            ServicePods.objects(mesh, service).stream()
                    .filter(one -> one.kind().equals(Kinds.DEPLOYMENT))
                    .findFirst()
                    .ifPresent(workload -> check(service.spec().items("ports"), workload, found));
        }
    }

    private static void check(List<Node> ports, MeshObject workload, Consumer<Finding> found) {
        var containers =
                Workloads.template(workload).get("spec").items("containers").stream()
                        .flatMap(one -> one.items("ports").stream())
                        .toList();
        for (var port : ports) {
            var target = port.get("targetPort");
            var wanted = target.text().isEmpty() ? port.text("port") : target.text();
            boolean named = !wanted.chars().allMatch(Character::isDigit);
            // that a number is listed is good style, not a condition: without any list it is
            // unknown
            boolean known = named || !containers.isEmpty();
            if (known && !port.text("protocol").equals("UDP") && !has(containers, named, wanted)) {
                found.accept(finding(port, wanted, workload, containers));
            }
        }
    }

    private static boolean has(List<Node> containers, boolean named, String wanted) {
        return containers.stream()
                .anyMatch(one -> one.text(named ? "name" : "containerPort").equals(wanted));
    }

    private static Finding finding(
            Node port, String wanted, MeshObject workload, List<Node> containers) {
        var target = port.get("targetPort");
        var finding =
                Finding.of(
                        "KIA0701",
                        target.exists() ? target : port,
                        "No container of Deployment %s has the port %s; it has %s."
                                .formatted(
                                        workload.name(),
                                        wanted,
                                        containers.isEmpty()
                                                ? "none"
                                                : String.join(
                                                        ", ",
                                                        containers.stream()
                                                                .map(one ->
                                                                        one.text("containerPort"))
                                                                .toList())));
        if (containers.size() != 1 || !(port.tree() instanceof Mapping mapping)) {
            return finding;
        }
        var only = containers.getFirst();
        var name = only.text("name");
        Value value =
                name.isEmpty() ? new Whole(only.get("containerPort").whole(0)) : new Text(name);
        var title = "Change targetPort to " + (name.isEmpty() ? only.text("containerPort") : name);
        return finding.with(
                Fix.of(
                        title,
                        port.object(),
                        patch -> {
                            if (target.exists()) {
                                patch.set(target.tree(), value);
                            } else {
                                patch.add(mapping, "targetPort", value);
                            }
                        }));
    }
}
