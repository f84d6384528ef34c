package io.windrose.analysis.check.security;

import io.windrose.config.resource.AuthorizationPolicy;
import io.windrose.config.resource.MeshConfig;
import io.windrose.runtime.RbacReader;
import io.windrose.traffic.authorize.Policy;
import io.windrose.traffic.authorize.Term;
import io.windrose.translate.authorization.Authorization;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/// The rules of policies as a proxy of ours judges by them: translated as for the wire, and read as
/// from there. For one run of a check.
final class EngineRules {
    private final MeshConfig settings;
    private final IdentityHashMap<AuthorizationPolicy, List<Optional<Policy>>> known =
            new IdentityHashMap<>();

    EngineRules(MeshConfig settings) {
        this.settings = settings;
    }

    /// In the order of the rules; empty for one that no proxy is sent, because nobody can judge it.
    List<Optional<Policy>> of(AuthorizationPolicy policy) {
        return known.computeIfAbsent(policy, this::read);
    }

    /// All rules of a policy as one.
    Policy whole(AuthorizationPolicy policy) {
        var all =
                of(policy).stream()
                        .flatMap(Optional::stream)
                        .<Term>map(
                                rule -> new Term.And(List.of(rule.permission(), rule.principal())))
                        .toList();
        return new Policy(policy.id().toString(), new Term.Or(all), new Term.Always(true));
    }

    private List<Optional<Policy>> read(AuthorizationPolicy policy) {
        var name = policy.id().toString();
        return Authorization.rules(policy, settings).stream()
                .map(rule -> rule.map(one -> RbacReader.policy(name, one)))
                .toList();
    }
}
