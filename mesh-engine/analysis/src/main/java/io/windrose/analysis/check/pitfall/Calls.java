package io.windrose.analysis.check.pitfall;

import io.windrose.analysis.Fact;
import io.windrose.analysis.Hosts;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Workloads.Workload;
import io.windrose.kernel.Hostname;
import io.windrose.kernel.Selector;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Who calls whom, as far as it is observed or somebody says so: what is not here may be called all
/// the same.
///
/// - traffic that was observed, see [Kinds#TRAFFIC];
/// - routes that are for the callers with certain labels;
/// - Sidecars of certain workloads that name a host in full.
final class Calls {
    private final Map<Hostname, Set<Workload>> callers = new HashMap<>();

    private Calls() {}

    /// Without what Sidecars say, for who asks what they leave out.
    static Calls ofTraffic(Mesh mesh) {
        var calls = new Calls();
        calls.observed(mesh);
        mesh.all(Kinds.VIRTUAL_SERVICE).forEach(one -> calls.routes(mesh, one));
        return calls;
    }

    static Calls of(Mesh mesh) {
        return mesh.get(new All());
    }

    private record All() implements Fact<Calls> {
        @Override
        public Calls of(Mesh mesh) {
            var calls = ofTraffic(mesh);
            mesh.all(Kinds.SIDECAR).forEach(one -> calls.sidecar(mesh, one));
            return calls;
        }
    }

    /// By the host that they call; each as often as it is known once.
    Map<Hostname, Set<Workload>> byHost() {
        return callers;
    }

    Set<Workload> callers(Hostname host) {
        return callers.getOrDefault(host, Set.of());
    }

    private void add(Hostname host, List<Workload> workloads) {
        if (!workloads.isEmpty()) {
            callers.computeIfAbsent(host, _ -> new LinkedHashSet<>()).addAll(workloads);
        }
    }

    private void observed(Mesh mesh) {
        var byName = new HashMap<String, List<Workload>>();
        for (var workload : mesh.workloads().all()) {
            var object = workload.object();
            byName.merge(
                    object.namespace() + "/" + object.name(), List.of(workload), (one, _) -> one);
        }
        for (var traffic : mesh.all(Kinds.TRAFFIC)) {
            for (var call : traffic.root().items("calls")) {
                var name = call.text("namespace") + "/" + call.text("workload");
                add(new Hostname(call.text("host")), byName.getOrDefault(name, List.of()));
            }
        }
    }

    private void routes(Mesh mesh, MeshObject rule) {
        for (var route : rule.spec().items("http")) {
            for (var match : route.items("match")) {
                var labels = match.words("sourceLabels");
                var namespace = match.text("sourceNamespace");
                if (!labels.isEmpty()) {
                    var in = namespace.isEmpty() ? rule.namespace() : namespace;
                    var workloads = mesh.workloads().matching(in, Selector.of(labels));
                    rule.spec()
                            .texts("hosts")
                            .forEach(
                                    host -> add(Hosts.complete(host, rule.namespace()), workloads));
                }
            }
        }
    }

    private void sidecar(Mesh mesh, MeshObject sidecar) {
        var labels = sidecar.spec().words("workloadSelector", "labels");
        if (labels.isEmpty()) {
            return;
        }
        var workloads = mesh.workloads().matching(sidecar.namespace(), Selector.of(labels));
        for (var egress : sidecar.spec().items("egress")) {
            for (var host : egress.texts("hosts")) {
                var name = new Hostname(host.substring(host.indexOf('/') + 1));
                if (!name.isWildcard() && host.contains("/")) {
                    add(name, workloads);
                }
            }
        }
    }
}
