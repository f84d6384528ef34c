package io.windrose.traffic.authorize;

import io.windrose.traffic.match.RequestHead;
import java.util.Comparator;
import java.util.List;

/// The policies of one RBAC filter, all with the same action. Fails closed: a policy that cannot be
/// judged never allows and always denies.
///
/// @see <a
///   href="https://www.envoyproxy.io/docs/envoy/latest/api-v3/config/rbac/v3/rbac.proto">RBAC</a>
public final class Authorizer {

    /// What a match means.
    public enum Action {
        /// Only calls that match a policy are allowed.
        ALLOW,
        /// Calls that match a policy are refused.
        DENY,
        /// Nothing is refused.
        LOG
    }

    private final Action action;
    private final Policy[] policies;
    private final Verdict[] onMatch;
    private final Verdict onNone;

    /// @param policies in any order; they are judged in the order of their names, as Envoy does
    public Authorizer(Action action, List<Policy> policies) {
        this.action = action;
        this.policies =
                policies.stream().sorted(Comparator.comparing(Policy::name)).toArray(Policy[]::new);
        onMatch = new Verdict[this.policies.length];
        for (int i = 0; i < onMatch.length; i++) {
            onMatch[i] = Verdict.of(action != Action.DENY, this.policies[i].name());
        }
        onNone = Verdict.of(action != Action.ALLOW, Verdict.NO_POLICY);
    }

    public Action action() {
        return action;
    }

    /// In the order in which they are judged.
    public List<Policy> policies() {
        return List.of(policies);
    }

    /// @param head [NoRequest#HEAD] when no HTTP is spoken
    public Verdict check(Caller caller, RequestHead head) {
        for (int i = 0; i < policies.length; i++) {
            if (matches(policies[i], caller, head)) {
                return onMatch[i];
            }
        }
        return onNone;
    }

    private boolean matches(Policy policy, Caller caller, RequestHead head) {
        var truth = policy.test(caller, head);
        return action == Action.DENY ? truth != Truth.FALSE : truth == Truth.TRUE;
    }
}
