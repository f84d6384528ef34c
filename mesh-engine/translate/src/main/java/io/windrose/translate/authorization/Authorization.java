package io.windrose.translate.authorization;

import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.config.rbac.v3.RBAC;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import io.windrose.config.resource.AuthorizationPolicy;
import io.windrose.config.resource.AuthorizationPolicy.Action;
import io.windrose.config.resource.MeshConfig;
import io.windrose.translate.wire.Packed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Who may do what at one workload, as filters of its chains: custom, audit, deny, allow. No policy
/// at all lets everybody in.
///
/// A `CUSTOM` policy names an external authorizer, which this control plane does not configure;
/// like one whose authorizer is unknown it denies what its rules match.
///
/// @see <a href="https://github.com/istio/istio">Istio</a> `pilot/pkg/security/authz/builder`
public final class Authorization {
    private static final List<Action> ORDER =
            List.of(Action.CUSTOM, Action.AUDIT, Action.DENY, Action.ALLOW);

    private final List<AuthorizationPolicy> policies;
    private final TrustDomains trustDomains;

    private Authorization(List<AuthorizationPolicy> policies, TrustDomains trustDomains) {
        this.policies = List.copyOf(policies);
        this.trustDomains = trustDomains;
    }

    /// @param policies that apply to the workload, in any order
    public static Authorization of(List<AuthorizationPolicy> policies, MeshConfig mesh) {
        return new Authorization(policies, TrustDomains.of(mesh));
    }

    /// What the rules of one policy ask of requests, in their order. Empty for a rule that allows
    /// and asks what cannot be known: such a one is not sent.
    public static List<Optional<io.envoyproxy.envoy.config.rbac.v3.Policy>> rules(
            AuthorizationPolicy policy, MeshConfig mesh) {
        var rules = new PolicyRules(policy, TrustDomains.of(mesh), Protocol.HTTP);
        return policy.rules().stream().map(rules::translate).toList();
    }

    /// The filters in front of requests, in the order of evaluation.
    public List<HttpFilter> http() {
        var filters = new ArrayList<HttpFilter>();
        for (var action : ORDER) {
            verdicts(action, Protocol.HTTP).ifPresent(verdicts -> filters.add(http(verdicts)));
        }
        return filters;
    }

    /// The filters in front of connections whose content is not read. What only requests have can
    /// not be asked there: an `ALLOW` rule that asks is left out, any other rule asks the rest.
    public List<Filter> tcp() {
        var filters = new ArrayList<Filter>();
        for (var action : ORDER) {
            verdicts(action, Protocol.TCP).ifPresent(verdicts -> filters.add(tcp(verdicts)));
        }
        return filters;
    }

    /// @param enforced empty when all policies are only tried out
    /// @param shadow what is tried out and reported, without effect
    private record Verdicts(Optional<RBAC> enforced, Optional<RBAC> shadow, String shadowPrefix) {}

    private Optional<Verdicts> verdicts(Action action, Protocol protocol) {
        var enforced = rules(action, protocol, false);
        var shadow = rules(action, protocol, true);
        if (enforced.isEmpty() && shadow.isEmpty()) {
            return Optional.empty();
        }
        var prefix = action == Action.DENY ? "istio_dry_run_deny_" : "istio_dry_run_allow_";
        return Optional.of(new Verdicts(enforced, shadow, prefix));
    }

    private Optional<RBAC> rules(Action action, Protocol protocol, boolean dryRun) {
        var chosen =
                policies.stream()
                        .filter(policy -> policy.action() == action)
                        .filter(policy -> isDryRun(policy) == dryRun)
                        .toList();
        if (chosen.isEmpty()) {
            return Optional.empty();
        }
        var byName = new TreeMap<String, io.envoyproxy.envoy.config.rbac.v3.Policy>();
        for (var policy : chosen) {
            byName.putAll(new PolicyRules(policy, trustDomains, protocol).byName());
        }
        return Optional.of(
                RBAC.newBuilder().setAction(verb(action)).putAllPolicies(byName).build());
    }

    /// The other actions have no dry run.
    private static boolean isDryRun(AuthorizationPolicy policy) {
        return policy.dryRun()
                && (policy.action() == Action.ALLOW || policy.action() == Action.DENY);
    }

    private static RBAC.Action verb(Action action) {
        return switch (action) {
            case ALLOW -> RBAC.Action.ALLOW;
            case DENY, CUSTOM -> RBAC.Action.DENY;
            case AUDIT -> RBAC.Action.LOG;
        };
    }

    private static HttpFilter http(Verdicts verdicts) {
        var config = io.envoyproxy.envoy.extensions.filters.http.rbac.v3.RBAC.newBuilder();
        verdicts.enforced().ifPresent(config::setRules);
        verdicts.shadow().ifPresent(config::setShadowRules);
        config.setShadowRulesStatPrefix(verdicts.shadowPrefix());
        return HttpFilter.newBuilder()
                .setName("envoy.filters.http.rbac")
                .setTypedConfig(Packed.any(config.build()))
                .build();
    }

    private static Filter tcp(Verdicts verdicts) {
        var config =
                io.envoyproxy
                        .envoy
                        .extensions
                        .filters
                        .network
                        .rbac
                        .v3
                        .RBAC
                        .newBuilder()
                        .setStatPrefix("tcp.");
        verdicts.enforced().ifPresent(config::setRules);
        verdicts.shadow().ifPresent(config::setShadowRules);
        config.setShadowRulesStatPrefix(verdicts.shadowPrefix());
        return Filter.newBuilder()
                .setName("envoy.filters.network.rbac")
                .setTypedConfig(Packed.any(config.build()))
                .build();
    }

    /// What the chain that a policy stands in reads.
    enum Protocol {
        HTTP,
        TCP
    }
}
