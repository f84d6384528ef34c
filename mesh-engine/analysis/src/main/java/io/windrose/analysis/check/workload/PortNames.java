package io.windrose.analysis.check.workload;

import io.windrose.analysis.Finding;
import io.windrose.analysis.Fix;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.analysis.ObjectCheck;
import io.windrose.config.patch.Value.Text;
import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.registry.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Ports of Services: that they say what is spoken there, by their name or by `appProtocol`.
///
/// @see <a
///   href="https://istio.io/latest/docs/ops/configuration/traffic-management/protocol-selection/">
///   Istio: protocol selection</a>
final class PortNames implements ObjectCheck {
    /// Where every gateway says that it is ready; Istio's own Services call it `status-port`.
    private static final int STATUS = 15_021;

    private static final String KIALI_WIZARD = "kiali_wizard";

    @Override
    public Set<String> codes() {
        return Set.of("IST0118", "KIA0601", "KIA0602");
    }

    @Override
    public Set<String> asks() {
        return Set.of(Kinds.SERVICE);
    }

    @Override
    public void ask(Mesh mesh, MeshObject service, Consumer<Finding> found) {
        if (!service.spec().text("type").equals("ExternalName")) {
            boolean kiali = isKialis(mesh, service);
            for (var port : service.spec().items("ports")) {
                check(port, isOfIstio(service), kiali).ifPresent(found);
            }
        }
    }

    private static boolean isKialis(Mesh mesh, MeshObject service) {
        return service.labels().get(KIALI_WIZARD).isEmpty() && ServicePods.inMesh(mesh, service);
    }

    private static boolean isOfIstio(MeshObject service) {
        return PartsOfIstio.include(service) || PartsOfIstio.isManagedGateway(service);
    }

    private static Optional<Finding> check(Node port, boolean ofIstio, boolean kiali) {
        var codes = codes(port, ofIstio, kiali);
        if (codes.isEmpty() || port.text("protocol").equals("UDP")) {
            return Optional.empty();
        }
        var asked = port.get("appProtocol");
        var finding =
                asked.exists()
                        ? unknown(codes.getFirst(), asked)
                        : nameless(codes.getFirst(), port);
        for (var code : codes.subList(1, codes.size())) {
            finding = finding.also(code);
        }
        return Optional.of(finding);
    }

    private static List<String> codes(Node port, boolean ofIstio, boolean kiali) {
        var codes = new ArrayList<String>();
        int number = port.get("port").whole(0);
        var name = port.text("name");
        var asked = port.text("appProtocol");
        if (!ofIstio && isUnknown(number, name, asked)) {
            codes.add("IST0118");
        }
        // Kiali does not know ports by their number
        if (kiali && number != STATUS && asked.isEmpty() && isUnknown(0, name, "")) {
            codes.add("KIA0601");
        }
        if (kiali && !asked.isEmpty() && isUnknown(0, "", asked)) {
            codes.add("KIA0602");
        }
        return codes;
    }

    private static boolean isUnknown(int number, String name, String appProtocol) {
        return Protocol.ofKubernetes(number, name, "TCP", appProtocol) == Protocol.SNIFFED;
    }

    private static Finding nameless(String code, Node port) {
        var name = port.text("name");
        var at = name.isEmpty() ? port : port.get("name");
        var finding =
                Finding.of(
                        code,
                        at,
                        ("%s, so that the proxy guesses from the first bytes; begin the name"
                                        + " with one, such as http-%s, or set appProtocol.")
                                .formatted(
                                        name.isEmpty()
                                                ? "The port has no name that tells its protocol"
                                                : "The name %s does not begin with a protocol"
                                                        .formatted(name),
                                        name.isEmpty() ? port.text("port") : name));
        return port.tree() instanceof Mapping mapping
                ? finding.with(named(port, mapping))
                : finding;
    }

    /// A port that has a name keeps it, for whoever refers to it.
    private static Fix named(Node port, Mapping mapping) {
        boolean unnamed = !port.get("name").exists();
        var name = "http-" + port.text("port");
        return unnamed
                ? Fix.of(
                        "Name it " + name,
                        port.object(),
                        patch -> patch.add(mapping, "name", new Text(name)))
                : Fix.of(
                        "Add appProtocol: http",
                        port.object(),
                        patch -> patch.add(mapping, "appProtocol", new Text("http")));
    }

    private static Finding unknown(String code, Node asked) {
        return Finding.of(
                        code,
                        asked,
                        ("No proxy knows the protocol %s; write http, http2, https, grpc,"
                                        + " grpc-web, mongo, mysql, redis, tcp, tls, or Kubernetes' h2c, ws and"
                                        + " wss.")
                                .formatted(asked.text()))
                .with(
                        Fix.of(
                                "Change to http",
                                asked.object(),
                                patch -> patch.set(asked.tree(), new Text("http"))));
    }
}
