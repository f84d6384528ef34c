package io.windrose.analysis.check.workload;

import io.windrose.analysis.Finding;
import io.windrose.analysis.Fix;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.analysis.ObjectCheck;
import io.windrose.analysis.Workloads;
import io.windrose.config.patch.Value.Whole;
import java.util.Set;
import java.util.function.Consumer;

/// Applications that run as the user of the proxy, whose traffic goes past it.
///
/// @see <a href="https://istio.io/latest/docs/ops/deployment/application-requirements/">Istio:
///   application requirements</a>
final class UserIds implements ObjectCheck {
    private static final int PROXY = 1337;
    private static final int ANOTHER = 1000;
    private static final Set<String> OF_ISTIO = Set.of("istio-proxy", "istio-operator");

    @Override
    public Set<String> codes() {
        return Set.of("IST0144");
    }

    @Override
    public Set<String> asks() {
        return Workloads.OF_WORKLOADS;
    }

    @Override
    public void ask(Mesh mesh, MeshObject object, Consumer<Finding> found) {
        if (!PartsOfIstio.include(object)) {
            var spec = Workloads.template(object).get("spec");
            check(spec, found);
            spec.items("containers").stream()
                    .filter(one -> !OF_ISTIO.contains(one.text("name")))
                    .forEach(one -> check(one, found));
        }
    }

    /// @param node with `securityContext`
    private static void check(Node node, Consumer<Finding> found) {
        var user = node.get("securityContext", "runAsUser");
        if (user.whole(0) == PROXY) {
            found.accept(
                    Finding.of(
                                    "IST0144",
                                    user,
                                    ("User %d is the proxy's own, so that what this sends goes"
                                                    + " past the proxy, without mutual TLS and policies; take"
                                                    + " any other.")
                                            .formatted(PROXY))
                            .with(
                                    Fix.of(
                                            "Change to " + ANOTHER,
                                            user.object(),
                                            patch -> patch.set(user.tree(), new Whole(ANOTHER)))));
        }
    }
}
