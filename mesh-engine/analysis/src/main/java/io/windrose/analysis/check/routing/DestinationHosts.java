package io.windrose.analysis.check.routing;

import io.windrose.analysis.Finding;
import io.windrose.analysis.Hosts;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.analysis.ObjectCheck;
import io.windrose.analysis.check.routing.Destinations.Use;
import io.windrose.config.patch.Value;
import io.windrose.registry.ExportTo;
import io.windrose.registry.Service;
import io.windrose.registry.ServicePort;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Destinations of routes: that the service is there, and the port too.
final class DestinationHosts implements ObjectCheck {
    private static final int MANY_PORTS = 4;

    @Override
    public Set<String> codes() {
        return Set.of("IST0101", "IST0112", "KIA1101");
    }

    @Override
    public Set<String> asks() {
        return Set.of(Kinds.VIRTUAL_SERVICE);
    }

    @Override
    public void ask(Mesh mesh, MeshObject rule, Consumer<Finding> found) {
        if (!Names.areKnown(mesh)) {
            return;
        }
        for (var use : Destinations.of(rule)) {
            if (!use.host().text().isEmpty()) {
                check(mesh, rule, use, found);
            }
        }
    }

    private static void check(Mesh mesh, MeshObject rule, Use use, Consumer<Finding> found) {
        var services = services(mesh, rule, use.host().text());
        if (services.isEmpty()) {
            found.accept(missing(mesh, use));
        } else {
            port(mesh, services, use, found);
        }
    }

    /// What those may call who follow the rule: the namespaces that it is exported to by name, else
    /// its own.
    private static List<Service> services(Mesh mesh, MeshObject rule, String host) {
        var full = Hosts.complete(host, rule.namespace()).value();
        return Names.exportTo(rule, List.of(".")) instanceof ExportTo.Namespaces(var namespaces)
                ? namespaces.stream()
                        .flatMap(namespace -> mesh.hosts().of(full, namespace).stream())
                        .toList()
                : mesh.hosts().of(full, rule.namespace());
    }

    private static Finding missing(Mesh mesh, Use use) {
        var host = use.host();
        var namespace = host.object().namespace();
        var full = Hosts.complete(host.text(), namespace).value();
        boolean hidden = mesh.hosts().exists(host.text(), namespace);
        var what =
                hidden
                        ? "Service %s is not exported to namespace %s".formatted(full, namespace)
                        : "There is no service %s".formatted(full);
        var finding = Finding.of("IST0101", host, what + ", so " + use.effect() + ".");
        // Kiali takes `reviews.bookinfo` for a name of a Service, and does not look at mirrors.
        var loose = Names.loose(mesh, host.text(), namespace);
        if (!use.mirror() && mesh.hosts().of(loose.value(), namespace).isEmpty()) {
            finding = finding.also("KIA1101");
        }
        var port = use.destination().get("port", "number");
        return Names.of(mesh)
                .repair(
                        mesh,
                        host,
                        service ->
                                port.exists()
                                        ? service.port(port.whole(0)).isPresent()
                                        : service.ports().size() < 2)
                .map(finding::with)
                .orElse(finding);
    }

    private static void port(Mesh mesh, List<Service> all, Use use, Consumer<Finding> found) {
        var service = all.getFirst();
        if (all.stream().anyMatch(one -> isAlias(mesh, one))) {
            return;
        }
        var port = use.destination().get("port", "number");
        var ports = service.ports().stream().map(ServicePort::number).distinct().toList();
        if (!port.exists()) {
            if (ports.size() > 1 && !use.destination().get("port").exists()) {
                found.accept(unclear(service, ports, use.destination()));
            }
            return;
        }
        int number = port.whole(-1);
        if (number > 0 && all.stream().allMatch(one -> one.port(number).isEmpty())) {
            var finding =
                    Finding.of(
                            "IST0101",
                            port,
                            "Service %s has no port %d, so %s; it has %s."
                                    .formatted(service.host(), number, use.effect(), words(ports)));
            found.accept(
                    ports.size() == 1
                            ? finding.with(Edits.change(port, ports.getFirst()))
                            : finding);
        }
    }

    /// The ports of an ExternalName are those of the host that it is another name of.
    private static boolean isAlias(Mesh mesh, Service service) {
        return service.origin() == Service.Origin.KUBERNETES
                && mesh.find(Kinds.SERVICE, service.namespace(), service.name())
                        .filter(one -> one.spec().text("type").equals("ExternalName"))
                        .isPresent();
    }

    private static Finding unclear(Service service, List<Integer> ports, Node destination) {
        var finding =
                Finding.of(
                        "IST0112",
                        destination,
                        "Service %s has the ports %s, and this destination does not say which."
                                .formatted(service.host(), words(ports)));
        for (int port : ports.subList(0, Math.min(ports.size(), MANY_PORTS))) {
            finding =
                    finding.with(
                            Edits.add(
                                    "Add port " + port,
                                    destination,
                                    "port",
                                    Edits.fields(Map.entry("number", new Value.Whole(port)))));
        }
        return finding;
    }

    private static String words(List<Integer> ports) {
        return ports.isEmpty()
                ? "none"
                : ports.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
