package io.windrose.analysis.check.workload;

import io.windrose.analysis.Fact;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.analysis.Workloads.Workload;
import io.windrose.kernel.Selector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The AuthorizationPolicies that ask for more than who calls whom at which port.
final class RequestPolicies {
    private static final List<String> OF_OPERATIONS =
            List.of("methods", "notMethods", "paths", "notPaths", "hosts", "notHosts");
    private static final Pattern OF_CONDITIONS =
            Pattern.compile("request\\.(headers|auth\\.(claims|principal|audiences|presenter)).*");

    private final Map<String, List<Policy>> byNamespace = new HashMap<>();

    /// @param targets selectors of Services; empty where `selector` holds
    private record Policy(MeshObject object, Selector selector, List<Selector> targets) {

        boolean isFor(Workload workload) {
            return targets.isEmpty()
                    ? selector.matches(workload.labels())
                    : targets.stream().anyMatch(one -> one.matches(workload.labels()));
        }
    }

    static RequestPolicies of(Mesh mesh) {
        return mesh.get(new All());
    }

    private record All() implements Fact<RequestPolicies> {
        @Override
        public RequestPolicies of(Mesh mesh) {
            var policies = new RequestPolicies();
            mesh.all(Kinds.AUTHORIZATION_POLICY).stream()
                    .filter(RequestPolicies::isAboutRequests)
                    .forEach(one -> policies.add(mesh, one));
            return policies;
        }
    }

    private void add(Mesh mesh, MeshObject policy) {
        var references = new ArrayList<>(policy.spec().items("targetRefs"));
        if (policy.spec().get("targetRef").exists()) {
            references.add(policy.spec().get("targetRef"));
        }
        var targets =
                references.stream()
                        .filter(one -> one.text("kind").equals("Service"))
                        .flatMap(one ->
                                selector(mesh, policy.namespace(), one.text("name")).stream())
                        .toList();
        if (references.isEmpty() || !targets.isEmpty()) {
            byNamespace
                    .computeIfAbsent(policy.namespace(), _ -> new ArrayList<>())
                    .add(
                            new Policy(
                                    policy,
                                    Selector.of(policy.spec().words("selector", "matchLabels")),
                                    targets));
        }
    }

    private static Optional<Selector> selector(Mesh mesh, String namespace, String service) {
        return mesh.find(Kinds.SERVICE, namespace, service)
                .map(one -> Selector.of(one.spec().words("selector")))
                .filter(selector -> !selector.selectsAll());
    }

    /// One of its namespace that is for it.
    Optional<MeshObject> first(Workload workload) {
        return byNamespace.getOrDefault(workload.object().namespace(), List.of()).stream()
                .filter(one -> one.isFor(workload))
                .map(Policy::object)
                .findFirst();
    }

    private static boolean isAboutRequests(MeshObject policy) {
        for (var rule : policy.spec().items("rules")) {
            boolean operation =
                    rule.items("to").stream()
                            .map(one -> one.get("operation"))
                            .anyMatch(one -> OF_OPERATIONS.stream().anyMatch(key -> has(one, key)));
            boolean source =
                    rule.items("from").stream()
                            .map(one -> one.get("source"))
                            .anyMatch(one ->
                                    has(one, "requestPrincipals")
                                            || has(one, "notRequestPrincipals"));
            boolean condition =
                    rule.items("when").stream()
                            .anyMatch(one -> OF_CONDITIONS.matcher(one.text("key")).matches());
            if (operation || source || condition) {
                return true;
            }
        }
        return false;
    }

    private static boolean has(Node node, String key) {
        return !node.items(key).isEmpty();
    }
}
