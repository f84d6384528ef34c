package io.windrose.analysis.check.security;

import io.windrose.analysis.Check;
import io.windrose.analysis.Finding;
import io.windrose.analysis.Fix;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.config.resource.AuthorizationPolicy;
import io.windrose.config.resource.AuthorizationPolicy.Rule;
import io.windrose.config.resource.AuthorizationPolicy.Values;
import io.windrose.kernel.Labels;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/// RequestAuthentications: that somebody asks for the token. By itself one refuses only a token
/// that is wrong, not a request without any.
final class TokenNotRequired implements Check {
    private static final String TOKEN = "request.auth.";
    private static final String CLAIMS = "@request.auth.claims";

    @Override
    public Set<String> codes() {
        return Set.of("WR0109");
    }

    @Override
    public void run(Mesh mesh, Consumer<Finding> found) {
        // a route by claims asks for the token in its own way
        if (mesh.all(Kinds.REQUEST_AUTHENTICATION).isEmpty() || routesByClaims(mesh)) {
            return;
        }
        var applied = new AppliedPolicies(mesh);
        for (var authentication : mesh.all(Kinds.REQUEST_AUTHENTICATION)) {
            var scope = Scope.of(authentication);
            if (scope.hasTargets()
                    || authentication.spec().items("jwtRules").isEmpty()
                    || isAsked(mesh, scope, applied)) {
                continue;
            }
            var namespace = authentication.namespace();
            var name = authentication.name() + "-required";
            found.accept(
                    Finding.of(
                                    "WR0109",
                                    authentication.root().get("metadata", "name"),
                                    "Requests without any token still pass, because no"
                                            + " AuthorizationPolicy for these workloads asks for"
                                            + " one.")
                            .with(
                                    Fix.of(
                                            "Refuse requests without a token",
                                            authentication,
                                            patch ->
                                                    patch.addDocument(
                                                            Documents.requireToken(
                                                                    namespace,
                                                                    name,
                                                                    scope.labels().words())))));
        }
    }

    private static boolean routesByClaims(Mesh mesh) {
        return mesh.all(Kinds.VIRTUAL_SERVICE).stream()
                .flatMap(one -> one.spec().items("http").stream())
                .flatMap(route -> route.items("match").stream())
                .flatMap(match -> List.of("headers", "withoutHeaders").stream().map(match::get))
                .flatMap(headers -> headers.members().stream())
                .anyMatch(header -> header.name().startsWith(CLAIMS));
    }

    /// For any of the workloads, or for those that might carry the labels. Where nobody gets in,
    /// nobody gets in without a token.
    private static boolean isAsked(Mesh mesh, Scope scope, AppliedPolicies applied) {
        var own = applied.of(scope.object().namespace(), Labels.of(scope.selector().matchLabels()));
        var workloads = scope.workloads(mesh);
        return asks(own)
                || applied.refusal(own, Way.TOKENLESS).isPresent()
                || workloads.stream().anyMatch(one -> asks(applied.of(one)))
                || (!workloads.isEmpty()
                        && workloads.stream()
                                .allMatch(one -> applied.refusal(one, Way.TOKENLESS).isPresent()));
    }

    private static boolean asks(List<AuthorizationPolicy> policies) {
        return policies.stream()
                .anyMatch(policy ->
                        switch (policy.action()) {
                            case CUSTOM -> true;
                            case ALLOW ->
                                    policy.rules().stream()
                                            .anyMatch(rule -> asks(rule, Values::in));
                            case DENY ->
                                    policy.rules().stream()
                                            .anyMatch(rule -> asks(rule, Values::notIn));
                            case AUDIT -> false;
                        });
    }

    /// @param values that only a request with a token has, or only one without
    private static boolean asks(Rule rule, Function<Values, List<String>> values) {
        return rule.from().stream()
                        .anyMatch(source -> !values.apply(source.requestPrincipals()).isEmpty())
                || rule.when().stream()
                        .filter(one -> one.key().startsWith(TOKEN))
                        .anyMatch(one -> !values.apply(one.values()).isEmpty());
    }
}
