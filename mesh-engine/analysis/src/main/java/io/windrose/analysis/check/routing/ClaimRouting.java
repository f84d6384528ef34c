package io.windrose.analysis.check.routing;

import io.windrose.analysis.Finding;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.analysis.ObjectCheck;
import io.windrose.analysis.check.routing.GatewayPods.GatewayPod;
import io.windrose.kernel.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Routes by claims of a token, at gateways that check no tokens: nothing ever matches.
final class ClaimRouting implements ObjectCheck {
    private static final String CLAIM = "@request.auth.claims";

    @Override
    public Set<String> codes() {
        return Set.of("IST0149");
    }

    @Override
    public Set<String> asks() {
        return Set.of(Kinds.VIRTUAL_SERVICE);
    }

    @Override
    public void ask(Mesh mesh, MeshObject rule, Consumer<Finding> found) {
        claims(rule).forEach(claim -> check(mesh, claim, found));
    }

    private static List<Node> claims(MeshObject rule) {
        var found = new ArrayList<Node>();
        for (var route : rule.spec().items("http")) {
            for (var match : route.items("match")) {
                for (var headers : List.of("headers", "withoutHeaders")) {
                    match.get(headers).members().stream()
                            .filter(header -> header.name().startsWith(CLAIM))
                            .forEach(found::add);
                }
            }
        }
        return found;
    }

    private static void check(Mesh mesh, Node claim, Consumer<Finding> found) {
        for (var reference : claim.object().spec().items("gateways")) {
            var gateway =
                    GatewayReferences.gateway(mesh, reference)
                            .filter(one -> one.kind().equals(Kinds.GATEWAY));
            if (gateway.isPresent()
                    && GatewayPods.of(mesh).of(gateway.get()).stream()
                            .anyMatch(pod -> !isChecked(mesh, pod))) {
                found.accept(
                        Finding.of(
                                "IST0149",
                                claim,
                                "No RequestAuthentication is for the workload of %s, so no request there has claims and this never matches."
                                        .formatted(gateway.get().label())));
                return;
            }
        }
    }

    private static boolean isChecked(Mesh mesh, GatewayPod pod) {
        return mesh.all(Kinds.REQUEST_AUTHENTICATION).stream()
                .filter(one ->
                        one.namespace().equals(pod.namespace())
                                || one.namespace().equals(mesh.rootNamespace()))
                .anyMatch(one ->
                        Selector.of(one.spec().words("selector", "matchLabels"))
                                .matches(pod.labels()));
    }
}
