package io.windrose.analysis.check.pitfall;

import io.windrose.analysis.Authorship;
import io.windrose.analysis.Finding;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.ObjectCheck;
import java.util.Set;
import java.util.function.Consumer;

/// Routes inside of the mesh for the host `*`, which take the traffic of all services without
/// routes of their own.
final class EveryHostOfTheMesh extends Pitfall implements ObjectCheck {
    EveryHostOfTheMesh() {
        super("WR0203");
    }

    @Override
    public Set<String> asks() {
        return Set.of(Kinds.VIRTUAL_SERVICE);
    }

    @Override
    public void ask(Mesh mesh, MeshObject rule, Consumer<Finding> found) {
        if (isForTheMesh(rule)) {
            rule.spec().items("hosts").stream()
                    .filter(host -> host.text().equals("*"))
                    .forEach(host ->
                            found.accept(
                                    Finding.of(
                                            code(),
                                            host,
                                            "Inside of the mesh these routes take the traffic of every service that has none of its own; name the hosts, or the gateway that they are for."
                                                    + Authorship.sentence(mesh, host))));
        }
    }

    private static boolean isForTheMesh(MeshObject rule) {
        var gateways = rule.spec().texts("gateways");
        return gateways.isEmpty() || gateways.contains("mesh");
    }
}
