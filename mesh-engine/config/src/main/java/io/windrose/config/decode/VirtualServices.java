package io.windrose.config.decode;

import io.windrose.config.resource.HttpAction;
import io.windrose.config.resource.HttpRoute;
import io.windrose.config.resource.ObjectMeta;
import io.windrose.config.resource.Origin;
import io.windrose.config.resource.TcpRoute;
import io.windrose.config.resource.TlsRoute;
import io.windrose.config.resource.VirtualService;
import io.windrose.config.syntax.Addresses;
import io.windrose.config.syntax.Codes;
import io.windrose.config.syntax.Names;
import io.windrose.kernel.Hostname;
import java.util.HashSet;
import java.util.List;

/// @see <a href="https://github.com/istio/istio">Istio</a>
///   `pkg/config/validation/virtualservice.go`
final class VirtualServices {
    private VirtualServices() {}

    static VirtualService decode(ObjectMeta meta, Origin origin, Fields spec) {
        var service =
                new VirtualService(
                        meta,
                        origin,
                        spec.texts("hosts"),
                        HttpMatches.gateways(spec),
                        spec.list("http", HttpRoutes::decode),
                        spec.list("tls", VirtualServices::tlsRoute),
                        spec.list("tcp", VirtualServices::tcpRoute),
                        ExportTo.decode(spec));
        checkHosts(spec, service);
        checkRoutes(spec, service);
        return service;
    }

    private static void checkHosts(Fields spec, VirtualService service) {
        boolean onMesh = service.gateways().isEmpty() || service.gateways().contains("mesh");
        var seen = new HashSet<Hostname>();
        for (int i = 0; i < service.hosts().size(); i++) {
            var host = service.hosts().get(i);
            if (host.equals("*") && onMesh) {
                spec.errorAt(
                        Codes.CONTRADICTION,
                        "hosts",
                        i,
                        "The host `*` is for gateways; on the mesh name the hosts.");
            } else if (!Addresses.isAddress(host)) {
                int at = i;
                Names.wildcardHostProblem(host)
                        .ifPresent(reason -> spec.errorAt(Codes.MALFORMED, "hosts", at, reason));
            }
            if (!seen.add(new Hostname(host))) {
                spec.errorAt(
                        Codes.REPEATED, "hosts", i, "The host `%s` is repeated.".formatted(host));
            }
        }
    }

    private static void checkRoutes(Fields spec, VirtualService service) {
        if (!spec.has("http") && !spec.has("tls") && !spec.has("tcp")) {
            spec.error(Codes.MISSING, "One of `http`, `tls`, `tcp` is required.");
        }
        if (!service.hosts().isEmpty()) {
            return;
        }
        for (var name : List.of("gateways", "tls", "tcp")) {
            if (spec.has(name)) {
                spec.error(
                        Codes.CONTRADICTION,
                        name,
                        "Without `hosts` this is a delegate, which has no `%s`.".formatted(name));
            }
        }
        if (service.http().stream()
                .map(HttpRoute::action)
                .anyMatch(HttpAction.Delegate.class::isInstance)) {
            spec.error(Codes.CONTRADICTION, "http", "A delegate must not delegate further.");
        }
    }

    private static TlsRoute tlsRoute(Fields fields) {
        var route =
                new TlsRoute(
                        fields.list("match", VirtualServices::tlsMatch),
                        HttpRoutes.destinations(fields));
        if (route.matches().isEmpty() && !fields.has("match")) {
            fields.missing("match");
        }
        requireDestination(fields, route.to());
        return route;
    }

    private static TlsRoute.Match tlsMatch(Fields fields) {
        var match =
                new TlsRoute.Match(
                        fields.texts("sniHosts"),
                        subnets(fields),
                        fields.port("port"),
                        fields.selector("sourceLabels"),
                        fields.text("sourceNamespace"),
                        HttpMatches.gateways(fields));
        if (match.sniHosts().isEmpty()) {
            fields.missing("sniHosts");
        }
        for (int i = 0; i < match.sniHosts().size(); i++) {
            int at = i;
            Names.wildcardHostProblem(match.sniHosts().get(i))
                    .ifPresent(reason -> fields.errorAt(Codes.MALFORMED, "sniHosts", at, reason));
        }
        return match;
    }

    private static TcpRoute tcpRoute(Fields fields) {
        var route =
                new TcpRoute(
                        fields.list("match", VirtualServices::tcpMatch),
                        HttpRoutes.destinations(fields));
        requireDestination(fields, route.to());
        return route;
    }

    private static TcpRoute.Match tcpMatch(Fields fields) {
        return new TcpRoute.Match(
                subnets(fields),
                fields.port("port"),
                fields.text("sourceSubnet"),
                fields.selector("sourceLabels"),
                fields.text("sourceNamespace"),
                HttpMatches.gateways(fields));
    }

    private static List<String> subnets(Fields fields) {
        var subnets = fields.texts("destinationSubnets");
        for (int i = 0; i < subnets.size(); i++) {
            int at = i;
            Names.subnetProblem(subnets.get(i))
                    .ifPresent(reason ->
                            fields.errorAt(Codes.MALFORMED, "destinationSubnets", at, reason));
        }
        return subnets;
    }

    private static void requireDestination(Fields fields, List<?> destinations) {
        if (destinations.isEmpty()) {
            fields.error(Codes.MISSING, "route", "`route` needs a destination.");
        }
    }
}
