package io.windrose.analysis.check.security;

import io.windrose.analysis.Check;
import io.windrose.analysis.Finding;
import io.windrose.analysis.Fix;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.Node;
import io.windrose.config.patch.Value;
import io.windrose.config.syntax.Spelling;
import io.windrose.kernel.Selector;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/// Policies that are for nobody.
final class SelectorMisses implements Check {
    private static final List<String> KINDS =
            List.of(
                    Kinds.AUTHORIZATION_POLICY,
                    Kinds.PEER_AUTHENTICATION,
                    Kinds.REQUEST_AUTHENTICATION,
                    Kinds.SIDECAR,
                    Kinds.TELEMETRY);

    @Override
    public Set<String> codes() {
        return Set.of("IST0101", "IST0127", "KIA0004");
    }

    @Override
    public void run(Mesh mesh, Consumer<Finding> found) {
        for (var kind : KINDS) {
            for (var object : mesh.all(kind)) {
                var scope = Scope.of(object);
                if (!scope.hasTargets()) {
                    check(mesh, scope).ifPresent(found);
                }
            }
        }
    }

    private static Optional<Finding> check(Mesh mesh, Scope scope) {
        boolean policy = scope.object().kind().equals(Kinds.AUTHORIZATION_POLICY);
        var workloads = scope.workloads(mesh);
        if (workloads.isEmpty() && !scope.selectsAll()) {
            return Optional.of(missed(mesh, scope));
        }
        boolean everywhere = scope.selectsAll() && scope.namespace(mesh).isEmpty();
        return policy
                        && !everywhere
                        && workloads.stream().noneMatch(one -> Membership.isPossible(mesh, one))
                ? Optional.of(outside(scope))
                : Optional.empty();
    }

    private static Finding outside(Scope scope) {
        var where =
                scope.selectsAll()
                        ? "namespace " + scope.object().namespace()
                        : "what this selects";
        return Finding.of(
                "IST0127",
                scope.place(),
                "No workload of %s has a proxy, so nobody enforces this policy.".formatted(where));
    }

    private static Finding missed(Mesh mesh, Scope scope) {
        var culprit = culprit(mesh, scope);
        var where =
                scope.namespace(mesh).isEmpty() ? "the mesh" : "namespace " + scope.namespace(mesh);
        var what =
                culprit.map(label -> label.name() + ": " + label.text())
                        .orElse("all of these labels together");
        var message = "No workload of %s has %s, so this has no effect.".formatted(where, what);
        var finding = of(scope.object().kind(), culprit.orElse(scope.labels()), message);
        return culprit.flatMap(label -> fix(mesh, scope, label)).map(finding::with).orElse(finding);
    }

    /// Kiali says nothing of Telemetry.
    private static Finding of(String kind, Node at, String message) {
        return switch (kind) {
            case Kinds.AUTHORIZATION_POLICY -> Finding.of("IST0127", at, message).also("KIA0004");
            case Kinds.SIDECAR -> Finding.of("IST0101", at, message).also("KIA0004");
            case Kinds.TELEMETRY -> Finding.of("IST0101", at, message);
            default -> Finding.of("KIA0004", at, message);
        };
    }

    /// The only label that no workload has; empty where that cannot be told.
    private static Optional<Node> culprit(Mesh mesh, Scope scope) {
        var unknown =
                scope.labels().members().stream()
                        .filter(label -> matches(mesh, scope, label, label.text()) == 0)
                        .toList();
        return unknown.size() == 1 ? Optional.of(unknown.getFirst()) : Optional.empty();
    }

    private static int matches(Mesh mesh, Scope scope, Node label, String value) {
        var selector = Selector.of(Map.of(label.name(), value));
        return mesh.workloads().matching(scope.namespace(mesh), selector).size();
    }

    private static Optional<Fix> fix(Mesh mesh, Scope scope, Node label) {
        var values = new TreeSet<String>();
        mesh.workloads()
                .matching(scope.namespace(mesh), Selector.ALL)
                .forEach(one -> one.labels().get(label.name()).ifPresent(values::add));
        return Spelling.nearest(label.text(), values)
                .filter(value -> selects(mesh, scope, label, value))
                .map(value ->
                        Fix.of(
                                "Change to " + value,
                                scope.object(),
                                patch -> patch.set(label.tree(), new Value.Text(value))));
    }

    private static boolean selects(Mesh mesh, Scope scope, Node label, String value) {
        var labels = new LinkedHashMap<>(scope.labels().words());
        labels.put(label.name(), value);
        return !mesh.workloads().matching(scope.namespace(mesh), Selector.of(labels)).isEmpty();
    }
}
