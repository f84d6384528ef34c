package io.windrose.analysis.check.routing;

import io.windrose.analysis.Finding;
import io.windrose.analysis.Hosts;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.ObjectCheck;
import io.windrose.kernel.Hostname;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Routes that are bound to a gateway which serves none of their hosts.
final class GatewayHosts implements ObjectCheck {

    @Override
    public Set<String> codes() {
        return Set.of("IST0132");
    }

    @Override
    public Set<String> asks() {
        return Set.of(Kinds.VIRTUAL_SERVICE);
    }

    @Override
    public void ask(Mesh mesh, MeshObject rule, Consumer<Finding> found) {
        for (var reference : rule.spec().items("gateways")) {
            var gateway = GatewayReferences.gateway(mesh, reference);
            if (gateway.isPresent() && !serves(gateway.get(), rule)) {
                found.accept(Finding.of("IST0132", reference, message(gateway.get(), rule)));
            }
        }
    }

    private static String message(MeshObject gateway, MeshObject rule) {
        var hosts = hosts(gateway, rule.namespace());
        return hosts.isEmpty()
                ? "%s serves no host for namespace %s, so it never uses these routes."
                        .formatted(gateway.label(), rule.namespace())
                : "%s serves %s, none of %s, so it never uses these routes."
                        .formatted(gateway.label(), words(hosts), words(wanted(rule)));
    }

    private static List<Hostname> wanted(MeshObject rule) {
        return rule.spec().texts("hosts").stream()
                .map(host -> Hosts.complete(host, rule.namespace()))
                .toList();
    }

    /// Whether a gateway has one of the hosts of a rule; it has those of a rule without hosts.
    static boolean serves(MeshObject gateway, MeshObject rule) {
        var wanted = wanted(rule);
        return wanted.isEmpty()
                || hosts(gateway, rule.namespace()).stream()
                        .anyMatch(host ->
                                wanted.stream()
                                        .anyMatch(one -> host.covers(one) || one.covers(host)));
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
        return String.join(", ", hosts.stream().map(Hostname::value).distinct().toList());
    }
}
