package io.windrose.analysis.check.security;

import io.windrose.analysis.Fact;
import io.windrose.analysis.Mesh;
import io.windrose.config.resource.AuthorizationPolicy;
import io.windrose.runtime.RbacReader;
import io.windrose.traffic.authorize.Policy;
import io.windrose.traffic.authorize.Term;
import io.windrose.translate.authorization.Authorization;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The rules of policies as a proxy of ours judges by them: translated as for the wire, and read as
/// from there.
final class EngineRules {
    private final Mesh mesh;

    EngineRules(Mesh mesh) {
        this.mesh = mesh;
    }

    /// In the order of the rules; empty for one that no proxy is sent, because nobody can judge it.
    List<Optional<Policy>> of(AuthorizationPolicy policy) {
        return mesh.get(new RulesOf(policy));
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

    private record RulesOf(AuthorizationPolicy policy) implements Fact<List<Optional<Policy>>> {
        @Override
        public List<Optional<Policy>> of(Mesh mesh) {
            var name = policy.id().toString();
            return Authorization.rules(policy, mesh.settings().mesh()).stream()
                    .map(rule -> rule.map(one -> RbacReader.policy(name, one)))
                    .toList();
        }

        /// Of the name alone: few policies share one.
        @Override
        public int hashCode() {
            return policy.id().hashCode();
        }
    }
}
