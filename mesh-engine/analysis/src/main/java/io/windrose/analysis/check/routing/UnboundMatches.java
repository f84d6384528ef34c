package io.windrose.analysis.check.routing;

import io.windrose.analysis.Finding;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.analysis.ObjectCheck;
import io.windrose.config.patch.Value;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Matches for gateways that the VirtualService is not bound to: nobody there ever sees them. Told
/// from the text alone: no test holds it against the engine's own decisions.
///
/// @see <a
///   href="https://istio.io/latest/docs/reference/config/networking/virtual-service/">`HTTPMatchRequest.gateways`</a>
final class UnboundMatches implements ObjectCheck {

    @Override
    public Set<String> codes() {
        return Set.of("WR0216");
    }

    @Override
    public Set<String> asks() {
        return Set.of(Kinds.VIRTUAL_SERVICE);
    }

    @Override
    public void ask(Mesh mesh, MeshObject rule, Consumer<Finding> found) {
        // A delegate is bound to what its root is bound to.
        if (!rule.spec().texts("hosts").isEmpty()) {
            check(mesh, rule, found);
        }
    }

    private static void check(Mesh mesh, MeshObject rule, Consumer<Finding> found) {
        var bound = GatewayReferences.names(rule);
        for (var protocol : List.of("http", "tls", "tcp")) {
            for (var route : rule.spec().items(protocol)) {
                for (var match : route.items("match")) {
                    for (var gateway : match.items("gateways")) {
                        var name = GatewayReferences.name(gateway.text(), rule.namespace());
                        if (!bound.contains(name)
                                && (name.equals(GatewayReferences.MESH)
                                        || GatewayReferences.gateway(mesh, gateway).isPresent())) {
                            found.accept(finding(rule, gateway, bound));
                        }
                    }
                }
            }
        }
    }

    private static Finding finding(MeshObject rule, Node gateway, Set<String> bound) {
        var written = rule.spec().items("gateways").isEmpty();
        var finding =
                Finding.of(
                        "WR0216",
                        gateway,
                        "This rule is bound to %s alone, so the match for %s is never asked%s."
                                .formatted(
                                        String.join(", ", bound),
                                        gateway.text(),
                                        written
                                                ? "; without gateways a rule is for sidecars"
                                                : ""));
        return written
                ? finding
                : finding.with(
                        Edits.append(
                                "Bind the rule to " + gateway.text(),
                                rule.spec(),
                                "gateways",
                                new Value.Text(gateway.text())));
    }
}
