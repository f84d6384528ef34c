package io.windrose.analysis.check.security;

import io.windrose.analysis.Finding;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.analysis.ObjectCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Rules about who calls: that callers prove it, which takes mutual TLS on both sides.
final class IdentityNeedsTls implements ObjectCheck {
    private static final List<String> FIELDS =
            List.of(
                    "principals",
                    "notPrincipals",
                    "namespaces",
                    "notNamespaces",
                    "serviceAccounts",
                    "notServiceAccounts");
    private static final Set<String> KEYS =
            Set.of(
                    "source.namespace",
                    "source.principal",
                    "source.serviceAccount",
                    "connection.sni");

    @Override
    public Set<String> codes() {
        return Set.of("KIA0105");
    }

    @Override
    public Set<String> asks() {
        return Set.of(Kinds.AUTHORIZATION_POLICY);
    }

    @Override
    public void ask(Mesh mesh, MeshObject policy, Consumer<Finding> found) {
        var scope = Scope.of(policy);
        if (scope.hasTargets()) {
            return;
        }
        var places = places(policy);
        if (!places.isEmpty() && !TlsSides.areMutual(mesh, scope)) {
            places.forEach(place ->
                    found.accept(
                            Finding.of(
                                    "KIA0105",
                                    place,
                                    "Mutual TLS is not in force here, so no caller has"
                                            + " a name and this %s matches."
                                                    .formatted(
                                                            isNegative(place)
                                                                    ? "always"
                                                                    : "never"))));
        }
    }

    /// Whether it asks what a caller is not; a condition may ask for both.
    private static boolean isNegative(Node place) {
        return place.name().startsWith("not") || place.name().equals("notValues");
    }

    private static List<Node> places(MeshObject policy) {
        var places = new ArrayList<Node>();
        for (var source : PolicyNodes.sources(policy)) {
            FIELDS.stream().map(source::get).filter(Node::exists).forEach(places::add);
        }
        PolicyNodes.conditions(policy).stream()
                .filter(condition -> KEYS.contains(condition.text("key")))
                .map(condition ->
                        condition.items("values").isEmpty()
                                ? condition.get("notValues")
                                : condition.get("key"))
                .forEach(places::add);
        return places;
    }
}
