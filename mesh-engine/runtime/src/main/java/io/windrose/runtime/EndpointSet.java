package io.windrose.runtime;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.envoyproxy.envoy.config.core.v3.Address;
import io.envoyproxy.envoy.config.core.v3.HealthStatus;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.config.endpoint.v3.LbEndpoint;
import io.envoyproxy.envoy.config.endpoint.v3.LocalityLbEndpoints;
import io.windrose.traffic.cluster.Endpoint;
import io.windrose.traffic.cluster.Endpoint.Health;
import io.windrose.traffic.cluster.Locality;
import java.util.ArrayList;
import java.util.List;

/// The hosts of a cluster before anybody knows how they are spoken to.
///
/// @param places localities in the order of the message
record EndpointSet(List<Place> places) {

    /// @param locality without its endpoints
    record Place(Locality locality, List<Candidate> candidates) {}

    /// @param socketMatch what is said of the host for choosing its transport socket
    record Candidate(Endpoint plain, Struct socketMatch) {}

    static EndpointSet of(ClusterLoadAssignment assignment, Refusals refusals) {
        var places = new ArrayList<Place>();
        for (var locality : assignment.getEndpointsList()) {
            var candidates = new ArrayList<Candidate>();
            for (var endpoint : locality.getLbEndpointsList()) {
                candidates.add(candidate(endpoint, refusals));
            }
            places.add(new Place(place(locality), List.copyOf(candidates)));
        }
        return new EndpointSet(List.copyOf(places));
    }

    List<Locality> localities(SocketChoice sockets) {
        return places.stream().map(place -> withEndpoints(place, sockets)).toList();
    }

    private static Locality withEndpoints(Place place, SocketChoice sockets) {
        var bare = place.locality();
        return new Locality(
                bare.region(),
                bare.zone(),
                bare.subZone(),
                bare.weight(),
                bare.priority(),
                place.candidates().stream()
                        .map(candidate ->
                                candidate.plain().withTls(sockets.choose(candidate.socketMatch())))
                        .toList());
    }

    private static Locality place(LocalityLbEndpoints endpoints) {
        var locality = endpoints.getLocality();
        return new Locality(
                locality.getRegion(),
                locality.getZone(),
                locality.getSubZone(),
                Scalars.number(endpoints.getLoadBalancingWeight().getValue()),
                endpoints.getPriority(),
                List.of());
    }

    private static Candidate candidate(LbEndpoint endpoint, Refusals refusals) {
        var metadata = endpoint.getMetadata().getFilterMetadataMap();
        var address = endpoint.getEndpoint().getAddress();
        refusals.unsupported(
                address.hasEnvoyInternalAddress() || endpoint.hasEndpointName(),
                "an endpoint that is no socket address");
        return new Candidate(
                new Endpoint(
                        host(address),
                        port(address),
                        endpoint.getEndpoint().getHostname(),
                        Math.max(1, Scalars.number(endpoint.getLoadBalancingWeight().getValue())),
                        health(endpoint.getHealthStatus()),
                        null,
                        metadata.getOrDefault("istio", Struct.getDefaultInstance())
                                .getFieldsOrDefault("workload", Value.getDefaultInstance())
                                .getStringValue()),
                metadata.getOrDefault("envoy.transport_socket_match", Struct.getDefaultInstance()));
    }

    private static String host(Address address) {
        return address.hasPipe()
                ? address.getPipe().getPath()
                : address.getSocketAddress().getAddress();
    }

    private static int port(Address address) {
        return address.hasPipe() ? -1 : address.getSocketAddress().getPortValue();
    }

    private static Health health(HealthStatus status) {
        return switch (status) {
            case UNKNOWN, HEALTHY, UNRECOGNIZED -> Health.HEALTHY;
            case DEGRADED -> Health.DEGRADED;
            case UNHEALTHY, TIMEOUT -> Health.UNHEALTHY;
            case DRAINING -> Health.DRAINING;
        };
    }
}
