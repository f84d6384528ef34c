package io.windrose.analysis.check.security;

import io.windrose.analysis.Check;
import java.util.List;

/// Mutual TLS, authorization and tokens.
public final class SecurityChecks {
    public static final List<Check> ALL =
            List.of(
                    new EmptyAllow(),
                    new IdentityNeedsTls(),
                    new LiteralSubjects(),
                    new Methods(),
                    new NeverMatching(),
                    new OneForEach(),
                    new PolicyHosts(),
                    new Principals(),
                    new RefusedGateways(),
                    new RefusedProbes(),
                    new SecurityLeftovers(),
                    new SelectorMisses(),
                    new SidecarChecks(),
                    new SidecarEgress(),
                    new SourceNamespaces(),
                    new SplitRules(),
                    new TokenNotRequired(),
                    new Unallowed(),
                    new VoidedRules(),
                    new WaypointPolicies(),
                    new WideTls());

    private SecurityChecks() {}
}
