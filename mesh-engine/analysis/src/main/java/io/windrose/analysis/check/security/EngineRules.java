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
import java.util.stream.Stream;

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

    /// All rules of some policies as one.
    Policy whole(List<AuthorizationPolicy> policies) {
        var all =
                sent(policies)
                        .<Term>map(
                                rule -> new Term.And(List.of(rule.permission(), rule.principal())))
                        .toList();
        return new Policy("any", new Term.Or(all), new Term.Always(true));
    }

    /// What the rules of a policy ask for.
    Stream<Term> leaves(AuthorizationPolicy policy) {
        return sent(List.of(policy))
                .flatMap(rule -> Stream.of(rule.permission(), rule.principal()))
                .flatMap(Terms::leaves);
    }

    /// Those that proxies are sent.
    Stream<Policy> sent(List<AuthorizationPolicy> policies) {
        return policies.stream().flatMap(policy -> of(policy).stream()).flatMap(Optional::stream);
    }

    private List<Optional<Policy>> read(AuthorizationPolicy policy) {
        var name = policy.id().toString();
        return Authorization.rules(policy, settings).stream()
                .map(rule -> rule.map(one -> RbacReader.policy(name, one)))
                .toList();
    }
}
