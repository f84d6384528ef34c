package io.windrose.registry;

import io.windrose.config.resource.Destination;
import io.windrose.config.resource.HttpAction;
import io.windrose.config.resource.HttpMatch;
import io.windrose.config.resource.HttpRoute;
import io.windrose.config.resource.HttpRoute.Mirror;
import io.windrose.config.resource.TcpRoute;
import io.windrose.config.resource.TlsRoute;
import io.windrose.config.resource.VirtualService;
import io.windrose.config.resource.WeightedDestination;
import io.windrose.kernel.NamespacedName;
import java.util.List;

/// A VirtualService with every name in it spelled out, so that it means the same everywhere: hosts
/// and destinations with their domain, gateways with their namespace, delegates too.
final class CompletedNames {
    /// Stands for all sidecars in a list of gateways.
    static final String MESH = "mesh";

    private final String namespace;

    private CompletedNames(String namespace) {
        this.namespace = namespace;
    }

    static VirtualService in(VirtualService rule) {
        var names = new CompletedNames(rule.meta().namespace());
        return new VirtualService(
                rule.meta(),
                rule.origin(),
                rule.hosts().stream().map(names::host).toList(),
                rule.gateways().isEmpty() ? List.of(MESH) : names.gateways(rule.gateways()),
                rule.http().stream().map(names::http).toList(),
                rule.tls().stream().map(names::tls).toList(),
                rule.tcp().stream().map(names::tcp).toList(),
                rule.exportTo());
    }

    private String host(String host) {
        return ShortName.complete(host, namespace).value();
    }

    private List<String> gateways(List<String> gateways) {
        return gateways.stream().map(this::gateway).toList();
    }

    /// @see <a href="https://github.com/istio/istio">Istio</a> `pilot/pkg/model/config.go`,
    ///   `resolveGatewayName`
    private String gateway(String name) {
        if (name.equals(MESH) || name.contains("/")) {
            return name;
        }
        // `name.namespace`, with or without the domain, is the form before.
        int dot = name.indexOf('.');
        if (dot < 0) {
            return namespace + "/" + name;
        }
        int end = name.indexOf('.', dot + 1);
        return name.substring(dot + 1, end < 0 ? name.length() : end)
                + "/"
                + name.substring(0, dot);
    }

    private HttpRoute http(HttpRoute route) {
        return new HttpRoute(
                route.name(),
                route.matches().stream().map(this::match).toList(),
                action(route.action()),
                route.timeout(),
                route.retries(),
                route.fault(),
                route.mirrors().stream()
                        .map(m -> new Mirror(destination(m.destination()), m.percent()))
                        .toList(),
                route.cors(),
                route.headers(),
                route.rewrite());
    }

    private HttpMatch match(HttpMatch match) {
        return new HttpMatch(
                match.name(),
                match.uri(),
                match.scheme(),
                match.method(),
                match.authority(),
                match.headers(),
                match.withoutHeaders(),
                match.queryParams(),
                match.ignoreUriCase(),
                match.port(),
                match.sourceLabels(),
                match.sourceNamespace(),
                gateways(match.gateways()),
                match.statPrefix());
    }

    private HttpAction action(HttpAction action) {
        return switch (action) {
            case HttpAction.Forward(var to) -> new HttpAction.Forward(destinations(to));
            case HttpAction.Delegate(var target) ->
                    new HttpAction.Delegate(
                            target.namespace().isEmpty()
                                    ? new NamespacedName(namespace, target.name())
                                    : target);
            case HttpAction.Redirect redirect -> redirect;
            case HttpAction.DirectResponse response -> response;
        };
    }

    private TlsRoute tls(TlsRoute route) {
        return new TlsRoute(
                route.matches().stream()
                        .map(match ->
                                new TlsRoute.Match(
                                        match.sniHosts(),
                                        match.destinationSubnets(),
                                        match.port(),
                                        match.sourceLabels(),
                                        match.sourceNamespace(),
                                        gateways(match.gateways())))
                        .toList(),
                destinations(route.to()));
    }

    private TcpRoute tcp(TcpRoute route) {
        return new TcpRoute(
                route.matches().stream()
                        .map(match ->
                                new TcpRoute.Match(
                                        match.destinationSubnets(),
                                        match.port(),
                                        match.sourceSubnet(),
                                        match.sourceLabels(),
                                        match.sourceNamespace(),
                                        gateways(match.gateways())))
                        .toList(),
                destinations(route.to()));
    }

    private List<WeightedDestination> destinations(List<WeightedDestination> to) {
        return to.stream()
                .map(share ->
                        new WeightedDestination(
                                destination(share.destination()), share.weight(), share.headers()))
                .toList();
    }

    private Destination destination(Destination to) {
        return new Destination(host(to.host()), to.subset(), to.port());
    }
}
