package io.windrose.analysis.check.security;

import io.windrose.analysis.Check;
import io.windrose.analysis.Finding;
import io.windrose.analysis.Fix;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.config.resource.AuthorizationPolicy;
import io.windrose.config.resource.AuthorizationPolicy.Action;
import io.windrose.kernel.Labels;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// RequestAuthentications: that somebody asks for the token. By itself one refuses only a token
/// that is wrong, not a request without any.
final class TokenNotRequired implements Check {
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

    /// For any of the workloads, or for those that might carry the labels.
    private static boolean isAsked(Mesh mesh, Scope scope, AppliedPolicies applied) {
        var own = Labels.of(scope.selector().matchLabels());
        return asks(applied.of(scope.object().namespace(), own))
                || scope.workloads(mesh).stream().anyMatch(one -> asks(applied.of(one)));
    }

    private static boolean asks(List<AuthorizationPolicy> policies) {
        return policies.stream()
                .anyMatch(policy ->
                        policy.action() == Action.CUSTOM
                                || policy.rules().stream()
                                        .flatMap(rule -> Clauses.ways(rule).stream())
                                        .flatMap(List::stream)
                                        .anyMatch(one -> one.key().startsWith(Clauses.TOKEN)));
    }
}
