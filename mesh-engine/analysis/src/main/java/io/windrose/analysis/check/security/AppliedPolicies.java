package io.windrose.analysis.check.security;

import io.windrose.analysis.Mesh;
import io.windrose.analysis.Workloads.Workload;
import io.windrose.config.resource.AuthorizationPolicy;
import io.windrose.config.resource.AuthorizationPolicy.Action;
import io.windrose.config.resource.PeerAuthentication.Mode;
import io.windrose.kernel.Labels;
import io.windrose.registry.AppliedRule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which policies decide about workloads, by the registry of the engine; those that only count are
/// left out. For one run of a check.
final class AppliedPolicies {
    private final Mesh mesh;
    private final EngineRules rules;
    private final Judge judge;
    private final Map<Key, List<AuthorizationPolicy>> known = new HashMap<>();

    private record Key(String namespace, Labels labels) {}

    AppliedPolicies(Mesh mesh) {
        this.mesh = mesh;
        this.rules = new EngineRules(mesh.settings().mesh());
        this.judge = new Judge(rules);
    }

    List<AuthorizationPolicy> of(Workload workload) {
        return of(workload.object().namespace(), workload.labels());
    }

    List<AuthorizationPolicy> of(String namespace, Labels labels) {
        return known.computeIfAbsent(new Key(namespace, labels), this::ask);
    }

    /// See [Judge#refusal]. Who calls stays unknown to a workload that takes no mutual TLS, and is
    /// known to one that takes nothing else.
    Optional<AuthorizationPolicy> refusal(Workload workload, Judge.Request request) {
        return judge.refusal(
                of(workload),
                takes(workload, Mode.DISABLE) ? request.withoutName() : request,
                way(workload));
    }

    /// See [Judge#refusal].
    Optional<AuthorizationPolicy> refusal(
            List<AuthorizationPolicy> policies, Judge.Request request) {
        return judge.refusal(policies, request, Way.ALL);
    }

    /// Of those that decide about a workload the one that denies every request.
    Optional<AuthorizationPolicy> denyingAll(Workload workload) {
        var way = way(workload);
        return with(Action.DENY, of(workload)).stream()
                .filter(policy -> Covering.areMatched(rules.whole(policy), way))
                .findFirst();
    }

    private Way way(Workload workload) {
        return takes(workload, Mode.STRICT) ? Way.NAMED : Way.ALL;
    }

    /// At all ports.
    private boolean takes(Workload workload, Mode only) {
        var modes = mesh.mutualTls(workload.object().namespace(), workload.labels()).effect();
        return modes.mode() == only && modes.byPort().values().stream().allMatch(only::equals);
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
