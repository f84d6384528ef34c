package io.windrose.analysis.check.security;

import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.Workloads.Workload;
import io.windrose.config.resource.AuthorizationPolicy;
import io.windrose.config.resource.AuthorizationPolicy.Action;
import io.windrose.kernel.Labels;
import io.windrose.registry.AppliedRule;
import io.windrose.traffic.authorize.Term;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Which policies decide about workloads, by the registry of the engine; those that only count are
/// left out. For one run of a check.
final class AppliedPolicies {
    private final Mesh mesh;
    private final EngineRules rules;
    private final Judge judge;
    private final Map<Key, List<AuthorizationPolicy>> known = new HashMap<>();
    private final Map<Key, Way> arriving = new HashMap<>();

    private record Key(String namespace, Labels labels) {
        static Key of(Workload workload) {
            return new Key(workload.object().namespace(), workload.labels());
        }
    }

    AppliedPolicies(Mesh mesh) {
        this.mesh = mesh;
        this.rules = new EngineRules(mesh);
        this.judge = new Judge(rules);
    }

    List<AuthorizationPolicy> of(Workload workload) {
        return of(Key.of(workload));
    }

    List<AuthorizationPolicy> of(String namespace, Labels labels) {
        return of(new Key(namespace, labels));
    }

    private List<AuthorizationPolicy> of(Key key) {
        return known.computeIfAbsent(key, this::ask);
    }

    private List<AuthorizationPolicy> ask(Key key) {
        return mesh.policies(key.namespace(), key.labels()).stream()
                .map(AppliedRule::effect)
                .filter(policy -> !policy.dryRun())
                .toList();
    }

    /// See [Judge#refusal]. A caller shows his name where he is asked for it.
    Optional<AuthorizationPolicy> refusal(Workload workload, Way requests) {
        var key = Key.of(workload);
        var way = arriving.computeIfAbsent(key, this::arriving);
        return judge.refusal(
                of(key), way.and(way.isNameless() ? requests.withoutNames() : requests));
    }

    /// See [Judge#refusal].
    Optional<AuthorizationPolicy> refusal(List<AuthorizationPolicy> policies, Way requests) {
        return judge.refusal(policies, requests);
    }

    /// Whether a policy that allows these requests would let any of them in.
    boolean mayAllow(Workload workload, Way requests) {
        var key = Key.of(workload);
        var way = arriving.computeIfAbsent(key, this::arriving).and(requests);
        return !way.isImpossible() && judge.refusal(with(Action.DENY, of(key)), way).isEmpty();
    }

    /// Whether somebody would get in if only the namespaces were there that rules allow; that they
    /// are not is another finding.
    boolean isOpenToAbsent(Workload workload) {
        var key = Key.of(workload);
        return with(Action.ALLOW, of(key)).stream()
                        .flatMap(policy -> policy.rules().stream())
                        .flatMap(rule -> rule.from().stream())
                        .flatMap(source -> source.namespaces().in().stream())
                        .anyMatch(name -> !isThere(new TextPattern(name)::matches))
                && judge.refusal(of(key), fromAnywhere(key)).isEmpty();
    }

    private boolean isThere(Predicate<String> name) {
        return mesh.namespaces().stream().anyMatch(name);
    }

    /// What is true of every request to a workload.
    private Way arriving(Key key) {
        var absent = leaves(key).filter(this::isOfNobody).distinct().toList();
        return fromAnywhere(key).and(new Way(List.of(), absent));
    }

    /// The same if every namespace were there.
    private Way fromAnywhere(Key key) {
        boolean tokens = leaves(key).noneMatch(Term.Metadata.class::isInstance) || takesTokens(key);
        return names(key).and(tokens ? Way.ALL : Way.TOKENLESS);
    }

    private Stream<Term> leaves(Key key) {
        return of(key).stream().flatMap(rules::leaves);
    }

    /// Who calls stays unknown to a workload that takes no mutual TLS at any port, and is known to
    /// one that takes nothing else.
    private Way names(Key key) {
        var modes = mesh.mutualTls(key.namespace(), key.labels()).effect();
        return !modes.byPort().values().stream().allMatch(modes.mode()::equals)
                ? Way.ALL
                : switch (modes.mode()) {
                    case STRICT -> Way.NAMED;
                    case DISABLE -> Way.NAMELESS;
                    default -> Way.ALL;
                };
    }

    /// Whether a condition is for callers of a namespace that is not there.
    private boolean isOfNobody(Term leaf) {
        return Leaves.namespace(leaf)
                .filter(wanted -> !isThere(name -> new Glob(name, false).meets(wanted)))
                .isPresent();
    }

    /// Whether somebody there verifies tokens; without that nobody sees one.
    private boolean takesTokens(Key key) {
        return mesh.all(Kinds.REQUEST_AUTHENTICATION).stream()
                .map(Scope::of)
                .anyMatch(scope ->
                        scope.hasTargets()
                                || (scope.isIn(mesh, key.namespace())
                                        && scope.selector().matches(key.labels())));
    }

    static List<AuthorizationPolicy> with(Action action, List<AuthorizationPolicy> policies) {
        return policies.stream().filter(policy -> policy.action() == action).toList();
    }
}
