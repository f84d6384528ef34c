package io.windrose.analysis.check.pitfall;

import io.windrose.analysis.Finding;
import io.windrose.analysis.Fix;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.analysis.Workloads.Workload;
import io.windrose.config.patch.Value;
import io.windrose.config.tree.ConfigTree.Sequence;
import io.windrose.kernel.Hostname;
import java.util.Optional;
import java.util.function.Consumer;

/// Sidecars that leave out a host of the mesh which their workloads call: its rules and its mutual
/// TLS do not hold for them, or nobody answers. What nobody has observed or declared is not known.
final class HiddenHosts extends Pitfall {
    HiddenHosts() {
        super("WR0224");
    }

    @Override
    public void run(Mesh mesh, Consumer<Finding> found) {
        if (mesh.all(Kinds.SIDECAR).isEmpty()) {
            return;
        }
        Calls.ofTraffic(mesh)
                .byHost()
                .forEach((host, callers) ->
                        callers.forEach(caller -> check(mesh, host, caller).ifPresent(found)));
    }

    private Optional<Finding> check(Mesh mesh, Hostname host, Workload caller) {
        var namespace = caller.object().namespace();
        var there = mesh.hosts().find(host.value(), namespace);
        var seen = mesh.snapshot().visibility(namespace, caller.labels());
        boolean visible = seen.services().stream().anyMatch(one -> one.host().covers(host));
        if (there.isEmpty() || visible) {
            return Optional.empty();
        }
        return seen.sidecar()
                .flatMap(sidecar ->
                        mesh.find(
                                Kinds.SIDECAR,
                                sidecar.meta().name().namespace(),
                                sidecar.meta().name().name()))
                .map(sidecar -> finding(sidecar, host, caller, there.orElseThrow().namespace()));
    }

    private Finding finding(MeshObject sidecar, Hostname host, Workload caller, String namespace) {
        var egress = sidecar.spec().get("egress");
        var last = egress.items().isEmpty() ? egress : egress.items().getLast().get("hosts");
        var finding =
                Finding.of(
                        code(),
                        last,
                        "%s calls %s, which is not among these hosts: its proxy has no route there, and what is set for the host does not hold."
                                .formatted(caller.object().label(), host));
        return last.tree() instanceof Sequence hosts
                ? finding.with(add(last, hosts, namespace + "/" + host))
                : finding;
    }

    private static Fix add(Node at, Sequence hosts, String host) {
        return Fix.of(
                "Add " + host, at.object(), patch -> patch.append(hosts, new Value.Text(host)));
    }
}
