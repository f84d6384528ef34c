package io.windrose.analysis.check.security;

import io.windrose.analysis.Finding;
import io.windrose.analysis.Fix;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.analysis.ObjectCheck;
import io.windrose.config.patch.Value;
import io.windrose.config.syntax.Spelling;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Sources by namespace: that there is one.
final class SourceNamespaces implements ObjectCheck {

    @Override
    public Set<String> codes() {
        return Set.of("IST0101", "KIA0101");
    }

    @Override
    public Set<String> asks() {
        return Set.of(Kinds.AUTHORIZATION_POLICY);
    }

    @Override
    public void ask(Mesh mesh, MeshObject policy, Consumer<Finding> found) {
        for (var source : PolicyNodes.sources(policy)) {
            source.items("namespaces").forEach(one -> check(mesh, one).ifPresent(found));
            // Kiali has nothing to say of the negative list
            source.items("notNamespaces")
                    .forEach(one ->
                            check(mesh, one).map(SourceNamespaces::withoutKiali).ifPresent(found));
        }
    }

    private static Finding withoutKiali(Finding finding) {
        return new Finding(
                finding.codes().subList(0, 1),
                finding.level(),
                finding.place(),
                finding.message(),
                finding.fixes());
    }

    private static Optional<Finding> check(Mesh mesh, Node one) {
        var pattern = new TextPattern(one.text().toLowerCase(Locale.ROOT));
        if (one.text().isEmpty() || mesh.namespaces().stream().anyMatch(pattern::matches)) {
            return Optional.empty();
        }
        var finding =
                Finding.of(
                                "IST0101",
                                one,
                                pattern.isExact()
                                        ? "There is no namespace %s, so nobody calls from it."
                                                .formatted(one.text())
                                        : "No namespace matches %s.".formatted(one.text()))
                        .also("KIA0101");
        return Optional.of(
                Spelling.nearest(one.text(), mesh.namespaces())
                        .filter(_ -> pattern.isExact())
                        .map(name -> finding.with(change(one, name)))
                        .orElse(finding));
    }

    static Fix change(Node one, String text) {
        return Fix.of(
                "Change to " + text,
                one.object(),
                patch -> patch.set(one.tree(), new Value.Text(text)));
    }
}
