package io.windrose.translate.cluster;

import io.envoyproxy.envoy.config.core.v3.Locality;
import io.envoyproxy.envoy.config.endpoint.v3.LbEndpoint;
import io.envoyproxy.envoy.config.endpoint.v3.LocalityLbEndpoints;
import io.windrose.config.resource.LocalityLoadBalancing;
import io.windrose.registry.Endpoint;
import io.windrose.translate.scope.ProxyScope;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiFunction;

/// Endpoints in groups by where they run.
final class Localities {

    private Localities() {}

    /// In the order of the localities' names; the weight of each is that of its endpoints together.
    static List<LocalityLbEndpoints> group(
            ProxyScope scope,
            Outbound outbound,
            BiFunction<Outbound, Endpoint, LbEndpoint> translate) {
        var groups = new TreeMap<io.windrose.registry.Locality, List<Endpoint>>();
        for (var endpoint : outbound.endpoints()) {
            groups.computeIfAbsent(endpoint.workload().locality(), _ -> new ArrayList<>())
                    .add(endpoint);
        }
        var result = new ArrayList<LocalityLbEndpoints>();
        groups.forEach((locality, endpoints) ->
                result.add(
                        LocalityLbEndpoints.newBuilder()
                                .setLocality(wire(locality))
                                .addAllLbEndpoints(
                                        endpoints.stream()
                                                .map(one -> translate.apply(outbound, one))
                                                .toList())
                                .setLoadBalancingWeight(
                                        Wire.uint32(
                                                endpoints.stream()
                                                        .mapToInt(Endpoint::weight)
                                                        .sum()))
                                .build()));
        return result;
    }

    /// Whether localities are chosen by weight before endpoints are.
    static boolean weighted(LocalityLoadBalancing settings) {
        return !settings.distribute().isEmpty();
    }

    private static Locality wire(io.windrose.registry.Locality locality) {
        return Locality.newBuilder()
                .setRegion(locality.region())
                .setZone(locality.zone())
                .setSubZone(locality.subzone())
                .build();
    }
}
