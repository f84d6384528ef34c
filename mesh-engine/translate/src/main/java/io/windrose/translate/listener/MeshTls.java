package io.windrose.translate.listener;

import com.google.protobuf.BoolValue;
import com.google.protobuf.Duration;
import io.envoyproxy.envoy.config.core.v3.AggregatedConfigSource;
import io.envoyproxy.envoy.config.core.v3.ApiConfigSource;
import io.envoyproxy.envoy.config.core.v3.ApiVersion;
import io.envoyproxy.envoy.config.core.v3.ConfigSource;
import io.envoyproxy.envoy.config.core.v3.GrpcService;
import io.envoyproxy.envoy.config.core.v3.TransportSocket;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CertificateValidationContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CommonTlsContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.DownstreamTlsContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.SdsSecretConfig;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.TlsParameters;
import io.envoyproxy.envoy.type.matcher.v3.StringMatcher;
import io.windrose.translate.wire.Packed;
import io.windrose.translate.wire.SecretName;
import java.util.List;

/// TLS on the side that accepts: between workloads of the mesh, and at gateways.
///
/// @see <a href="https://github.com/istio/istio">Istio</a>
///   `pilot/pkg/security/authn/utils/utils.go` and `pilot/pkg/security/model/authentication.go`
final class MeshTls {
    static final List<String> HTTP_ALPN = List.of("h2", "http/1.1");
    static final List<String> TCP_ALPN = List.of("istio-peer-exchange", "h2", "http/1.1");

    /// Forward secrecy first; the last two keep old clients of TLS 1.2 on board.
    private static final List<String> MESH_CIPHERS =
            List.of(
                    "ECDHE-ECDSA-AES256-GCM-SHA384",
                    "ECDHE-RSA-AES256-GCM-SHA384",
                    "ECDHE-ECDSA-AES128-GCM-SHA256",
                    "ECDHE-RSA-AES128-GCM-SHA256",
                    "AES256-GCM-SHA384",
                    "AES128-GCM-SHA256");

    private MeshTls() {}

    /// The workload's own certificate, and a client whose identity is of a trusted domain.
    ///
    /// @param trustDomains the mesh's own first, then its aliases
    static TransportSocket mutual(List<String> alpn, List<String> trustDomains) {
        var acceptable = CertificateValidationContext.newBuilder();
        for (var domain : trustDomains) {
            accept(
                    acceptable,
                    StringMatcher.newBuilder().setPrefix("spiffe://" + domain + "/").build());
        }
        var validation =
                CommonTlsContext.CombinedCertificateValidationContext.newBuilder()
                        .setDefaultValidationContext(acceptable)
                        .setValidationContextSdsSecretConfig(fromAgent(SecretName.ROOTS));
        var common =
                CommonTlsContext.newBuilder()
                        .addAllAlpnProtocols(alpn)
                        .addTlsCertificateSdsSecretConfigs(fromAgent(SecretName.WORKLOAD))
                        .setCombinedValidationContext(validation)
                        .setTlsParams(
                                TlsParameters.newBuilder()
                                        .setTlsMinimumProtocolVersion(
                                                TlsParameters.TlsProtocol.TLSv1_2)
                                        .setTlsMaximumProtocolVersion(
                                                TlsParameters.TlsProtocol.TLSv1_3)
                                        .addAllCipherSuites(MESH_CIPHERS));
        return socket(
                DownstreamTlsContext.newBuilder()
                        .setCommonTlsContext(common)
                        .setRequireClientCertificate(BoolValue.of(true)));
    }

    /// Names of any type, by the field that Istio still sends and every Envoy reads.
    @SuppressWarnings("deprecation") // the successor wants a type per name
    static void accept(CertificateValidationContext.Builder context, StringMatcher name) {
        context.addMatchSubjectAltNames(name);
    }

    /// A secret that the proxy gets from its agent rather than from the control plane.
    static SdsSecretConfig fromAgent(String name) {
        var agent =
                GrpcService.newBuilder()
                        .setEnvoyGrpc(
                                GrpcService.EnvoyGrpc.newBuilder().setClusterName("sds-grpc"));
        return SdsSecretConfig.newBuilder()
                .setName(name)
                .setSdsConfig(
                        ConfigSource.newBuilder()
                                .setApiConfigSource(
                                        ApiConfigSource.newBuilder()
                                                .setApiType(ApiConfigSource.ApiType.GRPC)
                                                .setTransportApiVersion(ApiVersion.V3)
                                                .setSetNodeOnFirstMessageOnly(true)
                                                .addGrpcServices(agent))
                                .setInitialFetchTimeout(Duration.getDefaultInstance())
                                .setResourceApiVersion(ApiVersion.V3))
                .build();
    }

    /// A secret that the control plane serves. The fetch times out, so that a missing secret does
    /// not hold up the listener.
    static SdsSecretConfig fromControlPlane(String name) {
        return SdsSecretConfig.newBuilder()
                .setName(name)
                .setSdsConfig(
                        ConfigSource.newBuilder()
                                .setAds(AggregatedConfigSource.getDefaultInstance())
                                .setResourceApiVersion(ApiVersion.V3))
                .build();
    }

    static TransportSocket socket(DownstreamTlsContext.Builder context) {
        return TransportSocket.newBuilder()
                .setName("envoy.transport_sockets.tls")
                .setTypedConfig(Packed.any(context.build()))
                .build();
    }
}
