package io.windrose.traffic.authorize;

/// The answer of an authorizer.
///
/// @param policy that matched; `none` when none did
/// @param details for the access log of a refusal, e.g. `rbac_access_denied_matched_policy[none]`
public record Verdict(boolean allowed, String policy, String details) {

    /// The name that stands for no policy.
    public static final String NO_POLICY = "none";

    /// Blanks would break the access log into too many columns.
    static Verdict of(boolean allowed, String policy) {
        return new Verdict(
                allowed,
                policy,
                "rbac_access_denied_matched_policy[" + policy.replace(' ', '_') + "]");
    }
}
