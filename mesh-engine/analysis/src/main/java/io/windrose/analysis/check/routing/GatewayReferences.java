package io.windrose.analysis.check.routing;

import io.windrose.analysis.Check;
import io.windrose.analysis.Finding;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.Node;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Routes that are bound to gateways: that these are there.
final class GatewayReferences implements Check {
    private static final String MESH = "mesh";

    @Override
    public Set<String> codes() {
        return Set.of("IST0101", "KIA1102");
    }

    @Override
    public Set<String> reads() {
        return Set.of(Kinds.VIRTUAL_SERVICE, Kinds.GATEWAY);
    }

    @Override
    public void run(Mesh mesh, Consumer<Finding> found) {
        for (var rule : mesh.all(Kinds.VIRTUAL_SERVICE)) {
            rule.spec().items("gateways").forEach(one -> check(mesh, one, found));
            for (var protocol : List.of("http", "tls", "tcp")) {
                rule.spec().items(protocol).stream()
                        .flatMap(route -> route.items("match").stream())
                        .flatMap(match -> match.items("gateways").stream())
                        .forEach(one -> check(mesh, one, found));
            }
        }
    }

    private static void check(Mesh mesh, Node reference, Consumer<Finding> found) {
        var written = reference.text();
        if (written.isEmpty() || written.equals(MESH)) {
            return;
        }
        int slash = written.indexOf('/');
        var own = reference.object().namespace();
        var namespace = slash < 0 ? own : written.substring(0, slash);
        var name = written.substring(slash + 1);
        if (mesh.find(Kinds.GATEWAY, namespace, name).isEmpty()) {
            found.accept(
                    Finding.of(
                                    "IST0101",
                                    reference,
                                    "There is no Gateway %s in namespace %s."
                                            .formatted(name, namespace))
                            .also("KIA1102"));
        }
    }
}
