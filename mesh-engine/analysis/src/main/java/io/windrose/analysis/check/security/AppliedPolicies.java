package io.windrose.analysis.check.security;

import io.windrose.analysis.Mesh;
import io.windrose.analysis.Workloads.Workload;
import io.windrose.config.resource.AuthorizationPolicy;
import io.windrose.config.resource.AuthorizationPolicy.Action;
import io.windrose.kernel.Labels;
import io.windrose.registry.AppliedRule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which policies decide about workloads, by the registry of the engine; those that only count are
/// left out. For one run of a check.
final class AppliedPolicies {
    private final Mesh mesh;
    private final Map<Key, List<AuthorizationPolicy>> known = new HashMap<>();

    private record Key(String namespace, Labels labels) {}

    AppliedPolicies(Mesh mesh) {
        this.mesh = mesh;
    }

    List<AuthorizationPolicy> of(Workload workload) {
        return of(workload.object().namespace(), workload.labels());
    }

    List<AuthorizationPolicy> of(String namespace, Labels labels) {
        return known.computeIfAbsent(new Key(namespace, labels), this::ask);
    }

    static List<AuthorizationPolicy> with(Action action, List<AuthorizationPolicy> policies) {
        return policies.stream().filter(policy -> policy.action() == action).toList();
    }

    private List<AuthorizationPolicy> ask(Key key) {
        return mesh.policies(key.namespace(), key.labels()).stream()
                .map(AppliedRule::effect)
                .filter(policy -> !policy.dryRun())
                .toList();
    }
}
