package io.windrose.analysis.check.security;

import io.windrose.analysis.Authorship;
import io.windrose.analysis.Check;
import io.windrose.analysis.Finding;
import io.windrose.analysis.Fix;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.kernel.Severity;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// What is needed for a while and easily forgotten.
final class SecurityLeftovers implements Check {
    private static final String DRY_RUN = "istio.io/dry-run";

    @Override
    public Set<String> codes() {
        return Set.of("WR0111", "WR0112");
    }

    @Override
    public void run(Mesh mesh, Consumer<Finding> found) {
        for (var peers : mesh.all(Kinds.PEER_AUTHENTICATION)) {
            plainText(mesh, peers).ifPresent(found);
        }
        for (var policy : mesh.all(Kinds.AUTHORIZATION_POLICY)) {
            dryRun(mesh, policy).ifPresent(found);
        }
    }

    private static Optional<Finding> plainText(Mesh mesh, MeshObject peers) {
        var mode = peers.spec().get("mtls", "mode");
        if (!mode.text().equals("DISABLE")) {
            return Optional.empty();
        }
        boolean some = !Scope.of(peers).selectsAll();
        return Optional.of(
                Finding.of(
                                "WR0111",
                                mode,
                                "With DISABLE nothing is encrypted and no caller has a name;"
                                        + " PERMISSIVE takes plain text, too, without giving up"
                                        + " mutual TLS."
                                        + Authorship.sentence(mesh, mode))
                        .at(some ? Severity.INFO : Severity.WARNING)
                        .with(SourceNamespaces.change(mode, "PERMISSIVE")));
    }

    private static Optional<Finding> dryRun(Mesh mesh, MeshObject policy) {
        var annotations = policy.root().get("metadata", "annotations");
        var dryRun = annotations.get(DRY_RUN);
        // the other actions are in force all the same
        boolean counts = PolicyNodes.allows(policy) || policy.spec().text("action").equals("DENY");
        if (!dryRun.text().equals("true")
                || !counts
                || !(annotations.tree() instanceof Mapping written)) {
            return Optional.empty();
        }
        return Optional.of(
                Finding.of(
                                "WR0112",
                                dryRun,
                                "This policy only counts what it would have done; remove the"
                                        + " annotation to enforce it."
                                        + Authorship.sentence(mesh, dryRun))
                        .with(
                                Fix.of(
                                        "Enforce the policy",
                                        policy,
                                        patch -> patch.remove(written, DRY_RUN))));
    }
}
