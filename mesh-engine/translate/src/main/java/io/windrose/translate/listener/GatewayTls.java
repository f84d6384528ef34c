package io.windrose.translate.listener;

import com.google.protobuf.BoolValue;
import io.envoyproxy.envoy.config.core.v3.TransportSocket;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CertificateValidationContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CommonTlsContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CommonTlsContext.CombinedCertificateValidationContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.DownstreamTlsContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.SdsSecretConfig;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.TlsParameters;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.TlsParameters.TlsProtocol;
import io.envoyproxy.envoy.type.matcher.v3.StringMatcher;
import io.windrose.config.resource.ServerTls;
import io.windrose.translate.wire.SecretName;
import java.util.Optional;

/// TLS that ends at a gateway, as its server says.
///
/// @see <a href="https://github.com/istio/istio">Istio</a> `pilot/pkg/networking/core/gateway.go`,
///   `buildGatewayListenerTLSContext`
final class GatewayTls {
    private GatewayTls() {}

    static TransportSocket socket(ServerTls tls) {
        var common = CommonTlsContext.newBuilder().addAllAlpnProtocols(MeshTls.HTTP_ALPN);
        addCertificates(common, tls);
        clientCheck(tls).ifPresent(common::setCombinedValidationContext);
        parameters(tls).ifPresent(common::setTlsParams);
        return MeshTls.socket(
                DownstreamTlsContext.newBuilder()
                        .setCommonTlsContext(common)
                        .setRequireClientCertificate(BoolValue.of(requiresClient(tls))));
    }

    private static boolean requiresClient(ServerTls tls) {
        return tls.mode() == ServerTls.Mode.MUTUAL || tls.mode() == ServerTls.Mode.ISTIO_MUTUAL;
    }

    private static void addCertificates(CommonTlsContext.Builder common, ServerTls tls) {
        if (tls.mode() == ServerTls.Mode.ISTIO_MUTUAL) {
            common.addTlsCertificateSdsSecretConfigs(MeshTls.fromAgent(SecretName.WORKLOAD));
            return;
        }
        tls.credentialNames()
                .forEach(name ->
                        common.addTlsCertificateSdsSecretConfigs(
                                MeshTls.fromControlPlane(SecretName.credential(name))));
        if (tls.credentialNames().isEmpty()) {
            tls.certificates()
                    .forEach(pair ->
                            common.addTlsCertificateSdsSecretConfigs(
                                    MeshTls.fromAgent(
                                            "file-cert:%s~%s"
                                                    .formatted(
                                                            pair.certificate(),
                                                            pair.privateKey()))));
        }
    }

    /// Empty where clients need no certificate.
    private static Optional<CombinedCertificateValidationContext> clientCheck(ServerTls tls) {
        return switch (tls.mode()) {
            case PASSTHROUGH, SIMPLE, AUTO_PASSTHROUGH -> Optional.empty();
            case MUTUAL, ISTIO_MUTUAL, OPTIONAL_MUTUAL -> {
                var accepted = CertificateValidationContext.newBuilder();
                tls.subjectAltNames()
                        .forEach(name ->
                                MeshTls.accept(
                                        accepted,
                                        StringMatcher.newBuilder().setExact(name).build()));
                accepted.addAllVerifyCertificateSpki(tls.verifyCertificateSpki())
                        .addAllVerifyCertificateHash(tls.verifyCertificateHash());
                yield Optional.of(
                        CombinedCertificateValidationContext.newBuilder()
                                .setDefaultValidationContext(accepted)
                                .setValidationContextSdsSecretConfig(roots(tls))
                                .build());
            }
        };
    }

    private static SdsSecretConfig roots(ServerTls tls) {
        if (tls.mode() == ServerTls.Mode.ISTIO_MUTUAL) {
            return MeshTls.fromAgent(SecretName.ROOTS);
        }
        if (!tls.caCertCredentialName().isEmpty()) {
            return MeshTls.fromControlPlane(SecretName.credentialCa(tls.caCertCredentialName()));
        }
        return tls.credentialNames().isEmpty()
                ? MeshTls.fromAgent("file-root:" + tls.caCertificates())
                : MeshTls.fromControlPlane(
                        SecretName.credentialCa(tls.credentialNames().getFirst()));
    }

    /// Empty when everything is left to the proxy's defaults.
    private static Optional<TlsParameters> parameters(ServerTls tls) {
        var out =
                TlsParameters.newBuilder()
                        .setTlsMinimumProtocolVersion(protocol(tls.minProtocolVersion()))
                        .setTlsMaximumProtocolVersion(protocol(tls.maxProtocolVersion()))
                        .addAllCipherSuites(tls.cipherSuites())
                        .addAllEcdhCurves(tls.ecdhCurves())
                        .build();
        return out.equals(TlsParameters.getDefaultInstance()) ? Optional.empty() : Optional.of(out);
    }

    private static TlsProtocol protocol(ServerTls.Version version) {
        return switch (version) {
            case TLS_AUTO -> TlsProtocol.TLS_AUTO;
            case TLSV1_0 -> TlsProtocol.TLSv1_0;
            case TLSV1_1 -> TlsProtocol.TLSv1_1;
            case TLSV1_2 -> TlsProtocol.TLSv1_2;
            case TLSV1_3 -> TlsProtocol.TLSv1_3;
        };
    }
}
