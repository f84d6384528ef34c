package io.windrose.analysis.check.routing;

import io.windrose.analysis.Check;
import io.windrose.analysis.Finding;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.kernel.Hostname;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Routes that are bound to a gateway which serves none of their hosts.
final class GatewayHosts implements Check {

    @Override
    public Set<String> codes() {
        return Set.of("IST0132");
    }

    @Override
    public Set<String> reads() {
        return Set.of(Kinds.VIRTUAL_SERVICE, Kinds.GATEWAY, Kinds.KUBERNETES_GATEWAY);
    }

    @Override
    public void run(Mesh mesh, Consumer<Finding> found) {
        for (var rule : mesh.all(Kinds.VIRTUAL_SERVICE)) {
            var wanted = rule.spec().texts("hosts").stream().map(Hostname::new).toList();
            if (wanted.isEmpty()) {
                continue;
            }
            for (var reference : rule.spec().items("gateways")) {
                var gateway = GatewayReferences.gateway(mesh, reference);
                if (gateway.isPresent() && !serves(gateway.get(), rule.namespace(), wanted)) {
                    found.accept(
                            Finding.of(
                                    "IST0132",
                                    reference,
                                    "%s serves %s, none of %s, so it never uses these routes."
                                            .formatted(
                                                    gateway.get().label(),
                                                    words(hosts(gateway.get(), rule.namespace())),
                                                    words(wanted))));
                }
            }
        }
    }

    private static boolean serves(MeshObject gateway, String namespace, List<Hostname> wanted) {
        return hosts(gateway, namespace).stream()
                .anyMatch(host ->
                        wanted.stream().anyMatch(one -> host.covers(one) || one.covers(host)));
    }

    /// Those that are open to routes of a namespace.
    private static List<Hostname> hosts(MeshObject gateway, String namespace) {
        if (gateway.kind().equals(Kinds.KUBERNETES_GATEWAY)) {
            return gateway.spec().items("listeners").stream()
                    .map(listener -> listener.text("hostname"))
                    .map(host -> new Hostname(host.isEmpty() ? "*" : host))
                    .toList();
        }
        return gateway.spec().items("servers").stream()
                .flatMap(server -> server.items("hosts").stream())
                .map(ServerHost::of)
                .filter(host -> host.isFor(namespace))
                .map(ServerHost::host)
                .toList();
    }

    private static String words(List<Hostname> hosts) {
        return hosts.isEmpty()
                ? "no host for this namespace"
                : String.join(", ", hosts.stream().map(Hostname::value).distinct().toList());
    }
}
