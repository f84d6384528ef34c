package io.windrose.analysis.check.security;

import io.windrose.analysis.Check;
import io.windrose.analysis.Finding;
import io.windrose.analysis.Fix;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Workloads.Workload;
import io.windrose.config.resource.AuthorizationPolicy;
import io.windrose.config.resource.AuthorizationPolicy.Action;
import io.windrose.config.resource.AuthorizationPolicy.Rule;
import io.windrose.kernel.Selector;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Services that a policy closes and none opens.
final class Unallowed implements Check {

    @Override
    public Set<String> codes() {
        return Set.of("WR0105");
    }

    @Override
    public void run(Mesh mesh, Consumer<Finding> found) {
        var applied = new AppliedPolicies(mesh);
        for (var service : mesh.all(Kinds.SERVICE)) {
            var labels = service.spec().words("selector");
            if (!labels.isEmpty()) {
                closed(mesh, applied, service.namespace(), Selector.of(labels))
                        .flatMap(policy -> mesh.find(policy.id().toString()))
                        .ifPresent(policy -> found.accept(finding(mesh, policy, service, labels)));
            }
        }
    }

    /// The policy that closes what is behind a service: all of its workloads, not just a version.
    private static Optional<AuthorizationPolicy> closed(
            Mesh mesh, AppliedPolicies applied, String namespace, Selector selector) {
        var workloads =
                mesh.workloads().matching(namespace, selector).stream()
                        .filter(one -> Membership.isPossible(mesh, one))
                        .toList();
        boolean all =
                !workloads.isEmpty()
                        && workloads.stream().allMatch(one -> isClosed(mesh, applied, one));
        return all ? closing(applied, workloads.getFirst()) : Optional.empty();
    }

    /// The policy that denies everything, or the one that allows nothing.
    private static Optional<AuthorizationPolicy> closing(
            AppliedPolicies applied, Workload workload) {
        return applied.denyingAll(workload)
                .or(() ->
                        allows(applied, workload).stream()
                                .filter(policy -> policy.rules().isEmpty())
                                .findFirst());
    }

    private static boolean isClosed(Mesh mesh, AppliedPolicies applied, Workload workload) {
        if (applied.denyingAll(workload).isPresent()) {
            return true;
        }
        var allows = allows(applied, workload);
        return !allows.isEmpty()
                && allows.stream()
                        .flatMap(policy -> policy.rules().stream())
                        .allMatch(rule -> isForNobody(mesh, rule));
    }

    /// A rule for callers of namespaces that are not there.
    private static boolean isForNobody(Mesh mesh, Rule rule) {
        return !rule.from().isEmpty()
                && rule.from().stream()
                        .map(source -> source.namespaces().in())
                        .allMatch(names -> !names.isEmpty() && areUnknown(mesh, names));
    }

    private static boolean areUnknown(Mesh mesh, List<String> names) {
        return names.stream()
                .map(TextPattern::new)
                .noneMatch(name -> mesh.namespaces().stream().anyMatch(name::matches));
    }

    private static List<AuthorizationPolicy> allows(AppliedPolicies applied, Workload workload) {
        return AppliedPolicies.with(Action.ALLOW, applied.of(workload));
    }

    private static Finding finding(
            Mesh mesh, MeshObject policy, MeshObject service, Map<String, String> labels) {
        var namespace = service.namespace();
        var name = "allow-" + service.name();
        var finding =
                Finding.of(
                        "WR0105",
                        policy.root().get("metadata", "name"),
                        "Nobody may call %s.%s: this denies everything%s."
                                .formatted(
                                        service.name(),
                                        namespace,
                                        PolicyNodes.allows(policy)
                                                ? ", and no policy lets anybody in there"
                                                : ", whatever others allow"));
        // what denies is stronger than what allows
        return !PolicyNodes.allows(policy)
                        || mesh.find(Kinds.AUTHORIZATION_POLICY, namespace, name).isPresent()
                ? finding
                : finding.with(
                        Fix.of(
                                "Allow callers of namespace " + namespace,
                                policy,
                                patch ->
                                        patch.addDocument(
                                                Documents.allowNamespace(
                                                        namespace, name, labels))));
    }
}
