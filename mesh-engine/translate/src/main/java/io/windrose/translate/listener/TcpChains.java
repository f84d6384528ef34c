package io.windrose.translate.listener;

import com.google.protobuf.UInt32Value;
import io.envoyproxy.envoy.config.core.v3.CidrRange;
import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.envoyproxy.envoy.config.listener.v3.FilterChainMatch;
import io.windrose.config.resource.TcpRoute;
import io.windrose.config.resource.TlsRoute;
import io.windrose.config.resource.VirtualService;
import io.windrose.config.resource.WeightedDestination;
import io.windrose.kernel.Hostname;
import io.windrose.kernel.Selector;
import io.windrose.registry.Service;
import io.windrose.registry.ServicePort;
import io.windrose.translate.scope.ProxyTraits;
import io.windrose.translate.wire.ClusterName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/// The chains that pass bytes on, as the TLS and TCP routes of VirtualServices say.
///
/// @see <a href="https://github.com/istio/istio">Istio</a> `pilot/pkg/networking/core/tls.go`
final class TcpChains {
    private static final Set<String> MESH = Set.of("mesh");

    private final ProxyTraits proxy;
    private final NetworkFilters network;

    TcpChains(ProxyTraits proxy, NetworkFilters network) {
        this.proxy = proxy;
        this.network = network;
    }

    /// The chains of one service port; the last one may take everything.
    ///
    /// @param subnet of the service when its address is a block, else empty
    /// @param addressKnown whether the listener stands for this service's address alone
    List<FilterChain> ofService(
            Service service,
            ServicePort port,
            List<VirtualService> rules,
            String subnet,
            boolean addressKnown) {
        var applying = rules.stream().filter(rule -> isFor(rule, service)).toList();
        var chains = new ArrayList<FilterChain>();
        if (port.protocol().isTls()) {
            chains.addAll(tls(applying, MESH, port.number(), subnet));
            if (chains.isEmpty()) {
                var names = addressKnown ? List.<String>of() : List.of(service.host().value());
                chains.add(toService(service, port, names, subnets(subnet)));
            }
            return chains;
        }
        chains.addAll(tcp(applying, MESH, port.number(), subnet));
        if (chains.stream().noneMatch(chain -> takes(chain, subnet))) {
            chains.add(toService(service, port, List.of(), subnets(subnet)));
        }
        return chains;
    }

    private static boolean isFor(VirtualService rule, Service service) {
        return rule.hosts().stream().anyMatch(host -> new Hostname(host).covers(service.host()));
    }

    private static boolean takes(FilterChain chain, String subnet) {
        return chain.getFilterChainMatch().equals(match(List.of(), subnets(subnet)));
    }

    private FilterChain toService(
            Service service, ServicePort port, List<String> names, List<String> subnets) {
        var cluster = ClusterName.outbound(port.number(), "", service.host());
        return Chains.outbound(match(names, subnets), network.outbound(network.proxyTo(cluster)));
    }

    /// The TLS routes of rules, by server name.
    List<FilterChain> tls(
            List<VirtualService> rules, Set<String> gateways, int port, String subnet) {
        var chains = new ArrayList<FilterChain>();
        for (var rule : rules) {
            for (var route : rule.tls()) {
                for (var match : route.matches()) {
                    if (meets(match, gateways, port)) {
                        var subnets =
                                match.destinationSubnets().isEmpty()
                                        ? subnets(subnet)
                                        : match.destinationSubnets();
                        add(chains, chain(rule, route.to(), port, match.sniHosts(), subnets));
                    }
                }
            }
        }
        return chains;
    }

    /// The TCP routes of rules up to the first that takes every destination.
    List<FilterChain> tcp(
            List<VirtualService> rules, Set<String> gateways, int port, String subnet) {
        var chains = new ArrayList<FilterChain>();
        for (var rule : rules) {
            for (var route : rule.tcp()) {
                var matches =
                        route.matches().stream()
                                .filter(match -> meets(match, gateways, port))
                                .toList();
                if (route.matches().isEmpty()
                        || matches.stream()
                                .anyMatch(match -> match.destinationSubnets().isEmpty())) {
                    add(chains, chain(rule, route.to(), port, List.of(), subnets(subnet)));
                    return chains;
                }
                var subnets =
                        matches.stream()
                                .flatMap(match -> match.destinationSubnets().stream())
                                .toList();
                if (!subnets.isEmpty()) {
                    add(chains, chain(rule, route.to(), port, List.of(), subnets));
                }
            }
        }
        return chains;
    }

    /// Envoy refuses a listener with two chains for the same connections; the first one counts.
    private static void add(List<FilterChain> chains, FilterChain added) {
        if (chains.stream()
                .noneMatch(
                        chain -> chain.getFilterChainMatch().equals(added.getFilterChainMatch()))) {
            chains.add(added);
        }
    }

    private FilterChain chain(
            VirtualService rule,
            List<WeightedDestination> to,
            int port,
            List<String> names,
            List<String> subnets) {
        var meta = rule.meta();
        var statPrefix = meta.name().name() + "." + meta.namespace();
        return Chains.outbound(
                match(names, subnets), network.outbound(network.proxyTo(to, port, statPrefix)));
    }

    private boolean meets(TlsRoute.Match match, Set<String> gateways, int port) {
        return isFrom(match.gateways(), gateways, match.sourceLabels(), match.sourceNamespace())
                && (match.port() == 0 || match.port() == port);
    }

    private boolean meets(TcpRoute.Match match, Set<String> gateways, int port) {
        return isFrom(match.gateways(), gateways, match.sourceLabels(), match.sourceNamespace())
                && (match.port() == 0 || match.port() == port);
    }

    private boolean isFrom(
            List<String> wanted, Set<String> gateways, Selector labels, String namespace) {
        if (!wanted.isEmpty()) {
            return !Collections.disjoint(wanted, gateways);
        }
        return labels.matches(proxy.labels())
                && (namespace.isEmpty() || namespace.equals(proxy.namespace()));
    }

    private static List<String> subnets(String subnet) {
        return subnet.isEmpty() ? List.of() : List.of(subnet);
    }

    /// A lone `*` is any server name, which is no requirement.
    static FilterChainMatch match(List<String> names, List<String> subnets) {
        var match = FilterChainMatch.newBuilder();
        if (!names.contains("*")) {
            match.addAllServerNames(names);
        }
        subnets.forEach(subnet -> match.addPrefixRanges(range(subnet)));
        return match.build();
    }

    private static CidrRange range(String subnet) {
        int slash = subnet.indexOf('/');
        var address = slash < 0 ? subnet : subnet.substring(0, slash);
        int bits = address.contains(":") ? 128 : 32;
        int length = slash < 0 ? bits : Integer.parseInt(subnet.substring(slash + 1));
        return CidrRange.newBuilder()
                .setAddressPrefix(address)
                .setPrefixLen(UInt32Value.of(length))
                .build();
    }
}
