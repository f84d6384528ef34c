package io.windrose.analysis.check.security;

import io.windrose.analysis.Finding;
import io.windrose.analysis.Fix;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.ObjectCheck;
import io.windrose.analysis.Workloads.Workload;
import io.windrose.config.resource.AuthorizationPolicy;
import io.windrose.config.resource.AuthorizationPolicy.Action;
import io.windrose.kernel.Selector;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Services that a policy closes and none opens.
final class Unallowed implements ObjectCheck {

    @Override
    public Set<String> codes() {
        return Set.of("WR0105");
    }

    @Override
    public Set<String> asks() {
        return Set.of(Kinds.SERVICE);
    }

    @Override
    public void ask(Mesh mesh, MeshObject service, Consumer<Finding> found) {
        var labels = service.spec().words("selector");
        if (!labels.isEmpty()) {
            closed(mesh, new AppliedPolicies(mesh), service, labels).ifPresent(found);
        }
    }

    /// All of the workloads behind a service, not just a version.
    private static Optional<Finding> closed(
            Mesh mesh, AppliedPolicies applied, MeshObject service, Map<String, String> labels) {
        var workloads =
                mesh.workloads().matching(service.namespace(), Selector.of(labels)).stream()
                        .filter(one -> Membership.isPossible(mesh, one))
                        .toList();
        return workloads.isEmpty()
                        || workloads.stream()
                                .anyMatch(one -> applied.refusal(one, Way.ALL).isEmpty())
                ? Optional.empty()
                : closing(applied, workloads.getFirst())
                        .flatMap(policy ->
                                mesh.find(policy.id().toString())
                                        .map(object ->
                                                finding(
                                                        object,
                                                        service,
                                                        why(applied, policy),
                                                        fix(mesh, applied, object, service))));
    }

    /// Rather one that means to allow nothing than one that fails to allow something.
    private static Optional<AuthorizationPolicy> closing(
            AppliedPolicies applied, Workload workload) {
        var refusing = applied.refusal(workload, Way.ALL);
        if (refusing.filter(policy -> policy.action() == Action.DENY).isPresent()) {
            return refusing;
        }
        return AppliedPolicies.with(Action.ALLOW, applied.of(workload)).stream()
                .filter(policy -> policy.rules().isEmpty())
                .findFirst()
                .or(() -> refusing.filter(_ -> !applied.isOpenToAbsent(workload)));
    }

    private static String why(AppliedPolicies applied, AuthorizationPolicy policy) {
        if (policy.action() == Action.DENY) {
            return applied.refusal(List.of(policy), Way.ALL).isPresent()
                    ? "this denies everything, whatever others allow"
                    : "this, alone or with others, denies all that arrives there, whatever is"
                            + " allowed";
        }
        return policy.rules().isEmpty()
                ? "this denies everything, and no policy lets anybody in there"
                : "what this allows never arrives there, or is denied, and no other policy lets"
                        + " anybody in";
    }

    private static Finding finding(
            MeshObject policy, MeshObject service, String why, Optional<Fix> fix) {
        var finding =
                Finding.of(
                        "WR0105",
                        policy.root().get("metadata", "name"),
                        "Nobody may call %s.%s: %s."
                                .formatted(service.name(), service.namespace(), why));
        return fix.map(finding::with).orElse(finding);
    }

    /// Empty where callers would stay out in spite of it.
    private static Optional<Fix> fix(
            Mesh mesh, AppliedPolicies applied, MeshObject policy, MeshObject service) {
        var namespace = service.namespace();
        var name = "allow-" + service.name();
        var labels = service.spec().words("selector");
        boolean helps =
                mesh.workloads().matching(namespace, Selector.of(labels)).stream()
                        .anyMatch(one -> applied.mayAllow(one, Way.ofNamespace(namespace)));
        return helps && mesh.find(Kinds.AUTHORIZATION_POLICY, namespace, name).isEmpty()
                ? Optional.of(
                        Fix.of(
                                "Allow callers of namespace " + namespace,
                                policy,
                                patch ->
                                        patch.addDocument(
                                                Documents.allowNamespace(namespace, name, labels))))
                : Optional.empty();
    }
}
