package io.windrose.registry;

import io.windrose.config.resource.Destination;
import io.windrose.config.resource.HttpAction;
import io.windrose.config.resource.HttpRoute;
import io.windrose.config.resource.MeshConfig;
import io.windrose.config.resource.Sidecar;
import io.windrose.config.resource.VirtualService;
import io.windrose.config.resource.WeightedDestination;
import io.windrose.kernel.Hostname;
import io.windrose.kernel.Labels;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Works out the visibility of one client.
///
/// @see <a href="https://github.com/istio/istio">Istio</a> `pilot/pkg/model/sidecar.go`
final class View {
    private final Services services;
    private final Rules rules;
    private final String namespace;

    View(Services services, Rules rules, String namespace) {
        this.services = services;
        this.rules = rules;
        this.namespace = namespace;
    }

    Visibility ofSidecar(MeshConfig mesh, Labels workload) {
        var sidecar = rules.sidecar(namespace, workload).map(AppliedRule::effect);
        var virtualServices = rules.virtualServices(namespace, CompletedNames.MESH);
        var egress = new ArrayList<EgressListener>();
        sidecar.ifPresent(
                own -> own.egress().forEach(entry -> egress.add(listener(entry, virtualServices))));
        if (egress.isEmpty()) {
            egress.add(
                    new EgressListener(
                            Optional.empty(),
                            "",
                            Sidecar.CaptureMode.DEFAULT,
                            visible(EgressHosts.all(), Optional.empty()),
                            virtualServices));
        }
        return new Visibility(
                sidecar,
                egress,
                reachable(egress),
                sidecar.flatMap(Sidecar::outboundPolicy)
                        .map(Sidecar.OutboundPolicy::mode)
                        .orElse(mesh.outboundMode()));
    }

    /// Gateways see whatever is exported to them; no Sidecar is for them.
    List<Service> ofGateway() {
        return visible(EgressHosts.all(), Optional.empty());
    }

    private EgressListener listener(Sidecar.Egress entry, List<VirtualService> virtualServices) {
        var hosts = EgressHosts.of(entry, namespace);
        return new EgressListener(
                entry.port(),
                entry.bind(),
                entry.captureMode(),
                visible(hosts, entry.port()),
                virtualServices.stream().filter(rule -> covers(hosts, rule)).toList());
    }

    private static boolean covers(EgressHosts hosts, VirtualService rule) {
        return rule.hosts().stream()
                .anyMatch(host -> hosts.cover(rule.meta().namespace(), new Hostname(host)));
    }

    /// One service per host: that of the client's own namespace, else one of Kubernetes, else the
    /// oldest.
    private List<Service> visible(EgressHosts hosts, Optional<Sidecar.Port> port) {
        var chosen = new LinkedHashMap<Hostname, Service>();
        for (var service : services.all()) {
            if (service.exportTo().includes(namespace) && hosts.cover(service)) {
                limit(service, port)
                        .ifPresent(found -> chosen.merge(found.host(), found, this::preferred));
            }
        }
        return List.copyOf(chosen.values());
    }

    private static Optional<Service> limit(Service service, Optional<Sidecar.Port> port) {
        if (port.isEmpty()) {
            return Optional.of(service);
        }
        return service.port(port.get().number()).map(only -> service.withPorts(List.of(only)));
    }

    private Service preferred(Service older, Service younger) {
        return rank(younger) < rank(older) ? younger : older;
    }

    private int rank(Service service) {
        if (service.namespace().equals(namespace)) {
            return 0;
        }
        return switch (service.origin()) {
            case KUBERNETES -> 1;
            case SERVICE_ENTRY -> 2;
        };
    }

    /// What the listeners offer, and what the routes behind them lead to besides.
    private List<Service> reachable(List<EgressListener> egress) {
        var found = new LinkedHashMap<Hostname, Service>();
        for (var listener : egress) {
            listener.services()
                    .forEach(service -> found.merge(service.host(), service, this::unite));
        }
        for (var listener : egress) {
            for (var rule : listener.virtualServices()) {
                destinations(rule).forEach(to -> addDestination(to, found));
            }
        }
        return services.all().stream()
                .flatMap(service -> limited(service, found).stream())
                .toList();
    }

    /// The service as it was found: with all of its ports, or some.
    private static Optional<Service> limited(Service service, Map<Hostname, Service> found) {
        return Optional.ofNullable(found.get(service.host()))
                .filter(limited -> limited.key().equals(service.key()))
                .map(limited ->
                        limited.ports().size() == service.ports().size() ? service : limited);
    }

    private void addDestination(Destination to, Map<Hostname, Service> found) {
        var host = new Hostname(to.host());
        services.of(host).stream()
                .filter(service -> service.exportTo().includes(namespace))
                .reduce(this::preferred)
                .flatMap(service -> only(service, to.port()))
                .ifPresent(service -> found.merge(host, service, this::unite));
    }

    private static Optional<Service> only(Service service, int port) {
        return port == 0
                ? Optional.of(service)
                : service.port(port).map(one -> service.withPorts(List.of(one)));
    }

    /// The first one, with the ports of both.
    private Service unite(Service first, Service second) {
        if (!first.namespace().equals(second.namespace())) {
            return preferred(first, second);
        }
        var ports =
                Stream.concat(first.ports().stream(), second.ports().stream()).distinct().toList();
        return ports.size() == first.ports().size() ? first : first.withPorts(ports);
    }

    private static Stream<Destination> destinations(VirtualService rule) {
        return Stream.of(
                        rule.http().stream().flatMap(View::destinations),
                        rule.tls().stream().flatMap(route -> destinations(route.to())),
                        rule.tcp().stream().flatMap(route -> destinations(route.to())))
                .flatMap(all -> all);
    }

    private static Stream<Destination> destinations(HttpRoute route) {
        var mirrors = route.mirrors().stream().map(HttpRoute.Mirror::destination);
        return route.action() instanceof HttpAction.Forward(var to)
                ? Stream.concat(destinations(to), mirrors)
                : mirrors;
    }

    private static Stream<Destination> destinations(List<WeightedDestination> to) {
        return to.stream().map(WeightedDestination::destination);
    }
}
