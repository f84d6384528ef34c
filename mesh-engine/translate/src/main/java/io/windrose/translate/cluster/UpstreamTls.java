package io.windrose.translate.cluster;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.cluster.v3.Cluster.TransportSocketMatch;
import io.envoyproxy.envoy.config.core.v3.TransportSocket;
import io.envoyproxy.envoy.extensions.transport_sockets.raw_buffer.v3.RawBuffer;
import io.windrose.config.resource.ClientTls;
import io.windrose.config.resource.PeerAuthentication.Mode;
import io.windrose.registry.Endpoint;
import io.windrose.translate.scope.ProxyScope;
import io.windrose.translate.wire.Packed;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// How connections to a destination are encrypted: as its DestinationRule says, else by mutual TLS
/// to those endpoints that take it.
final class UpstreamTls {
    private final ProxyScope scope;
    private final Outbound outbound;
    private final HttpOptions options;
    private final Optional<ClientTls> declared;

    UpstreamTls(ProxyScope scope, Outbound outbound, HttpOptions options) {
        this.scope = scope;
        this.outbound = outbound;
        this.options = options;
        this.declared = outbound.policy().tls();
    }

    void addTo(Cluster.Builder cluster) {
        if (declared.isPresent()) {
            declaredSocket(declared.get()).ifPresent(cluster::setTransportSocket);
        } else if (expectsMutualTls()) {
            var socket = UpstreamTlsContexts.mesh(outbound.sni(), identities(), alpn());
            if (outbound.discovery(scope.proxy()) == Outbound.Discovery.ORIGINAL_DESTINATION) {
                // Its hosts are made of addresses, which carry no metadata to match.
                cluster.setTransportSocket(socket);
            } else {
                cluster.addTransportSocketMatches(match("tlsMode-istio", "istio", socket));
                cluster.addTransportSocketMatches(match("tlsMode-disabled", "", plaintext()));
            }
        }
    }

    /// Where TLS to the outside names no server, the request's host is the name.
    HttpOptions withServerNameFromRequest(HttpOptions plain) {
        boolean fromRequest =
                declared.filter(tls ->
                                (tls.mode() == ClientTls.Mode.SIMPLE
                                                || tls.mode() == ClientTls.Mode.MUTUAL)
                                        && tls.sni().isEmpty())
                        .isPresent();
        return fromRequest ? plain.withSniFromRequest() : plain;
    }

    private Optional<TransportSocket> declaredSocket(ClientTls tls) {
        return switch (tls.mode()) {
            case DISABLE -> Optional.empty();
            case ISTIO_MUTUAL ->
                    Optional.of(
                            UpstreamTlsContexts.mesh(
                                    tls.sni().isEmpty() ? outbound.sni() : tls.sni(),
                                    tls.subjectAltNames().isEmpty()
                                            ? identities()
                                            : tls.subjectAltNames(),
                                    alpn()));
            case SIMPLE, MUTUAL ->
                    Optional.of(
                            UpstreamTlsContexts.declared(
                                    tls,
                                    outbound.service().subjectAltNames(),
                                    options.version() == HttpOptions.Version.HTTP_2));
        };
    }

    /// By what the client can know: whether the mesh does so at all, and what the server's side
    /// demands.
    private boolean expectsMutualTls() {
        if (!scope.mesh().enableAutoMtls() || outbound.service().external()) {
            return false;
        }
        if (outbound.headless()) {
            var endpoints = outbound.upstream().endpoints();
            return !endpoints.isEmpty()
                    && endpoints.stream().allMatch(one -> one.workload().hasProxy())
                    && outbound.upstream().expected() != Mode.DISABLE;
        }
        return outbound.upstream().expected() != Mode.DISABLE;
    }

    /// The SPIFFE names of everybody who serves for the service, in every domain that is trusted,
    /// and the names that the service itself declares.
    private List<String> identities() {
        var domains =
                Stream.concat(
                                Stream.of(scope.mesh().trustDomain()),
                                scope.mesh().trustDomainAliases().stream())
                        .distinct()
                        .toList();
        var accounts =
                outbound.upstream().endpoints().stream()
                        .map(Endpoint::workload)
                        .filter(workload -> !workload.serviceAccount().isEmpty())
                        .flatMap(workload ->
                                domains.stream()
                                        .map(domain ->
                                                "spiffe://%s/ns/%s/sa/%s"
                                                        .formatted(
                                                                domain,
                                                                workload.namespace(),
                                                                workload.serviceAccount())));
        return Stream.concat(accounts, outbound.service().subjectAltNames().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private List<String> alpn() {
        return MeshAlpn.of(scope.proxy(), outbound.port().protocol(), options.version());
    }

    private static TransportSocket plaintext() {
        return TransportSocket.newBuilder()
                .setName("envoy.transport_sockets.raw_buffer")
                .setTypedConfig(Packed.any(RawBuffer.getDefaultInstance()))
                .build();
    }

    /// @param tlsMode of the endpoints' metadata; empty for any
    private static TransportSocketMatch match(String name, String tlsMode, TransportSocket socket) {
        var criteria = Struct.newBuilder();
        if (!tlsMode.isEmpty()) {
            criteria.putFields("tlsMode", Value.newBuilder().setStringValue(tlsMode).build());
        }
        return TransportSocketMatch.newBuilder()
                .setName(name)
                .setMatch(criteria)
                .setTransportSocket(socket)
                .build();
    }
}
