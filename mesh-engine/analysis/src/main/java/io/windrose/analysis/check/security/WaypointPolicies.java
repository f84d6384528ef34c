package io.windrose.analysis.check.security;

import io.windrose.analysis.Ambient;
import io.windrose.analysis.Check;
import io.windrose.analysis.Finding;
import io.windrose.analysis.Fix;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.analysis.Workloads.Workload;
import io.windrose.config.patch.Value;
import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.kernel.Labels;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Policies about requests in namespaces of ambient mode, where only a waypoint reads requests.
final class WaypointPolicies implements Check {
    private static final Pattern REQUEST =
            Pattern.compile(
                    "request\\.headers.*|request\\.auth\\.(claims|principal|audiences|presenter).*");
    private static final List<String> OF_REQUESTS =
            List.of("methods", "notMethods", "paths", "notPaths", "hosts", "notHosts");

    @Override
    public Set<String> codes() {
        return Set.of("KIA0109", "KIA0110", "KIA1110", "KIA1115");
    }

    @Override
    public void run(Mesh mesh, Consumer<Finding> found) {
        for (var policy : mesh.all(Kinds.AUTHORIZATION_POLICY)) {
            if (isAboutRequests(policy)) {
                check(mesh, policy, "KIA0109", "KIA0110", found);
            }
        }
        for (var policy : mesh.all(Kinds.REQUEST_AUTHENTICATION)) {
            check(mesh, policy, "KIA1110", "KIA1115", found);
        }
    }

    private static boolean isAboutRequests(MeshObject policy) {
        return PolicyNodes.operations(policy).stream()
                        .anyMatch(one -> OF_REQUESTS.stream().anyMatch(has -> has(one, has)))
                || PolicyNodes.sources(policy).stream()
                        .anyMatch(one ->
                                has(one, "requestPrincipals") || has(one, "notRequestPrincipals"))
                || PolicyNodes.conditions(policy).stream()
                        .anyMatch(one -> REQUEST.matcher(one.text("key")).matches());
    }

    private static boolean has(Node node, String key) {
        return node.get(key).exists();
    }

    private static void check(
            Mesh mesh,
            MeshObject policy,
            String notEnrolled,
            String noTarget,
            Consumer<Finding> found) {
        var scope = Scope.of(policy);
        if (!Ambient.isNamespace(mesh, policy.namespace()) || targetsGateway(policy)) {
            return;
        }
        var name = policy.root().get("metadata", "name");
        if (!isEnrolled(mesh, scope)) {
            found.accept(
                    Finding.of(
                            notEnrolled,
                            name,
                            "This is about requests, which only a waypoint reads; label the"
                                    + " namespace or its services with istio.io/use-waypoint."));
        }
        if (!scope.hasTargets()) {
            var finding =
                    Finding.of(
                            noTarget,
                            name,
                            "A waypoint enforces only what names it or its services in"
                                    + " `targetRefs`.");
            found.accept(fix(mesh, policy).map(finding::with).orElse(finding));
        }
    }

    /// A gateway or a waypoint by itself needs nobody to be enrolled.
    private static boolean targetsGateway(MeshObject policy) {
        return targets(policy).stream().anyMatch(one -> one.text("kind").equals("Gateway"));
    }

    private static List<Node> targets(MeshObject policy) {
        var single = policy.spec().get("targetRef");
        return single.exists() ? List.of(single) : policy.spec().items("targetRefs");
    }

    private static boolean isEnrolled(Mesh mesh, Scope scope) {
        var policy = scope.object();
        var services =
                targets(policy).stream()
                        .filter(one -> one.text("kind").equals("Service"))
                        .map(one -> mesh.find(Kinds.SERVICE, policy.namespace(), one.text("name")))
                        .toList();
        if (!services.isEmpty()) {
            return services.stream()
                    .map(one -> one.map(MeshObject::labels).orElse(Labels.NONE))
                    .allMatch(own -> Ambient.hasWaypoint(mesh, own, policy.namespace()));
        }
        var workloads = scope.selectsAll() ? List.<Workload>of() : scope.workloads(mesh);
        return workloads.isEmpty()
                ? Ambient.hasWaypoint(mesh, Labels.NONE, policy.namespace())
                : workloads.stream()
                        .allMatch(
                                one -> Ambient.hasWaypoint(mesh, one.labels(), policy.namespace()));
    }

    /// Only where it is clear which waypoint is meant.
    private static Optional<Fix> fix(Mesh mesh, MeshObject policy) {
        var waypoints =
                mesh.all(Kinds.KUBERNETES_GATEWAY).stream()
                        .filter(one -> one.namespace().equals(policy.namespace()))
                        .filter(Ambient::isWaypoint)
                        .toList();
        if (waypoints.size() != 1
                || policy.spec().get("selector").exists()
                || !(policy.spec().tree() instanceof Mapping spec)) {
            return Optional.empty();
        }
        var target = new LinkedHashMap<String, Value>();
        target.put("group", new Value.Text("gateway.networking.k8s.io"));
        target.put("kind", new Value.Text("Gateway"));
        target.put("name", new Value.Text(waypoints.getFirst().name()));
        var targets = new Value.Items(List.of(new Value.Fields(target)));
        return Optional.of(
                Fix.of(
                        "Target the waypoint " + waypoints.getFirst().name(),
                        policy,
                        patch -> patch.add(spec, "targetRefs", targets)));
    }
}
