package io.windrose.analysis.check.workload;

import io.windrose.analysis.Finding;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.analysis.ObjectCheck;
import io.windrose.registry.Protocol;
import java.util.Set;
import java.util.function.Consumer;

/// Services that stand for a name outside: that their ports say more than TCP, because without an
/// address of its own such a Service takes everything that goes to the port.
final class ExternalNamePorts implements ObjectCheck {

    @Override
    public Set<String> codes() {
        return Set.of("IST0150");
    }

    @Override
    public Set<String> asks() {
        return Set.of(Kinds.SERVICE);
    }

    @Override
    public void ask(Mesh mesh, MeshObject service, Consumer<Finding> found) {
        if (service.spec().text("type").equals("ExternalName")) {
            service.spec().items("ports").forEach(port -> check(port, found));
        }
    }

    private static void check(Node port, Consumer<Finding> found) {
        var name = port.get("name");
        var protocol =
                Protocol.ofKubernetes(
                        port.get("port").whole(0),
                        name.text(),
                        port.text("protocol"),
                        port.text("appProtocol"));
        if (protocol == Protocol.SNIFFED || name.text().equals("tcp")) {
            found.accept(
                    Finding.of(
                            "IST0150",
                            name.exists() ? name : port,
                            "The Service has no address of its own, so that a port of raw TCP takes"
                                    + " the traffic of all others with this number; begin its name"
                                    + " with http, https or tls."));
        }
    }
}
