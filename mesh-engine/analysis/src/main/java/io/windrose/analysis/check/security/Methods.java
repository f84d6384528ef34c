package io.windrose.analysis.check.security;

import io.windrose.analysis.Finding;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.analysis.ObjectCheck;
import io.windrose.config.syntax.Spelling;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Methods of operations: that a request can have them.
final class Methods implements ObjectCheck {
    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "CONNECT", "OPTIONS", "TRACE");

    @Override
    public Set<String> codes() {
        return Set.of("KIA0102");
    }

    @Override
    public Set<String> asks() {
        return Set.of(Kinds.AUTHORIZATION_POLICY);
    }

    @Override
    public void ask(Mesh mesh, MeshObject policy, Consumer<Finding> found) {
        for (var operation : PolicyNodes.operations(policy)) {
            operation.items("methods").forEach(one -> check(one).ifPresent(found));
            operation.items("notMethods").forEach(one -> check(one).ifPresent(found));
        }
    }

    private static Optional<Finding> check(Node one) {
        var method = one.text();
        var pattern = new TextPattern(method);
        if (METHODS.stream().anyMatch(pattern::matches)) {
            return Optional.empty();
        }
        var upper = method.toUpperCase(Locale.ROOT);
        var guess =
                METHODS.contains(upper) ? Optional.of(upper) : Spelling.nearest(method, METHODS);
        var finding =
                Finding.of(
                        "KIA0102",
                        one,
                        "No request has the method `%s`; write one of %s."
                                .formatted(method, String.join(", ", METHODS)));
        return Optional.of(
                guess.filter(_ -> pattern.isExact())
                        .map(known -> finding.with(SourceNamespaces.change(one, known)))
                        .orElse(finding));
    }
}
