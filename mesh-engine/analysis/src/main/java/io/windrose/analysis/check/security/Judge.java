package io.windrose.analysis.check.security;

import io.windrose.config.resource.AuthorizationPolicy;
import io.windrose.config.resource.AuthorizationPolicy.Action;
import java.util.List;
import java.util.Optional;

/// Which requests policies are sure to refuse. For one run of a check.
final class Judge {
    private final EngineRules rules;
    private final Covering covering = new Covering();

    Judge(EngineRules rules) {
        this.rules = rules;
    }

    /// The policy that is sure to refuse all of these requests, whatever else is true of them; of
    /// those that deny them together, or that should have allowed one of them, the last one. Empty
    /// where one may get through.
    ///
    /// @param policies all that apply, widest first
    Optional<AuthorizationPolicy> refusal(List<AuthorizationPolicy> policies, Way requests) {
        var denies = AppliedPolicies.with(Action.DENY, policies);
        var alone = denies.stream().filter(policy -> denies(List.of(policy), requests)).findFirst();
        if (alone.isPresent()) {
            return alone;
        }
        if (denies.size() > 1 && denies(denies, requests)) {
            return Optional.of(denies.getLast());
        }
        var allows = AppliedPolicies.with(Action.ALLOW, policies);
        return allows.isEmpty() || allows(allows, denies, requests)
                ? Optional.empty()
                : Optional.of(allows.getLast());
    }

    private boolean denies(List<AuthorizationPolicy> denies, Way requests) {
        return Covering.areMatched(rules.whole(denies), requests);
    }

    /// Whether one may be allowed that is not denied.
    private boolean allows(
            List<AuthorizationPolicy> allows, List<AuthorizationPolicy> denies, Way requests) {
        var denied = rules.whole(denies);
        return rules.sent(allows).anyMatch(rule -> !covering.covers(denied, rule, requests));
    }
}
