package io.windrose.translate.cluster;

import io.envoyproxy.envoy.config.core.v3.TransportSocket;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CertificateValidationContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CommonTlsContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CommonTlsContext.CombinedCertificateValidationContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.TlsParameters;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.TlsParameters.TlsProtocol;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext;
import io.envoyproxy.envoy.type.matcher.v3.StringMatcher;
import io.windrose.config.resource.ClientTls;
import io.windrose.translate.wire.Packed;
import io.windrose.translate.wire.SecretName;
import io.windrose.translate.wire.SecretSource;
import java.util.List;

/// The client's side of TLS as Envoy is told of it.
final class UpstreamTlsContexts {
    private static final TlsParameters VERSIONS =
            TlsParameters.newBuilder()
                    .setTlsMinimumProtocolVersion(TlsProtocol.TLSv1_2)
                    .setTlsMaximumProtocolVersion(TlsProtocol.TLSv1_3)
                    .build();

    private UpstreamTlsContexts() {}

    /// The workload's own certificate, and servers of the mesh with one of these identities; any of
    /// the mesh's when there are none.
    static TransportSocket mesh(String sni, List<String> identities, List<String> alpn) {
        var common =
                CommonTlsContext.newBuilder()
                        .setTlsParams(VERSIONS)
                        .addAllAlpnProtocols(alpn)
                        .addTlsCertificateSdsSecretConfigs(
                                SecretSource.workload(SecretName.WORKLOAD))
                        .setCombinedValidationContext(
                                CombinedCertificateValidationContext.newBuilder()
                                        .setDefaultValidationContext(named(identities))
                                        .setValidationContextSdsSecretConfig(
                                                SecretSource.workload(SecretName.ROOTS)));
        return socket(
                UpstreamTlsContext.newBuilder().setCommonTlsContext(common).setSni(sni).build());
    }

    /// TLS of the application's own, as a DestinationRule describes it.
    ///
    /// @param declaredNames of the service, which the rule's own names replace
    static TransportSocket declared(ClientTls tls, List<String> declaredNames, boolean http2) {
        var names = tls.subjectAltNames().isEmpty() ? declaredNames : tls.subjectAltNames();
        var common = CommonTlsContext.newBuilder().setTlsParams(VERSIONS);
        if (http2) {
            common.addAlpnProtocols("h2");
        }
        if (tls.mode() == ClientTls.Mode.MUTUAL) {
            common.addTlsCertificateSdsSecretConfigs(
                    tls.credentialName().isEmpty()
                            ? SecretSource.workload(
                                    SecretName.certificateFiles(
                                            tls.clientCertificate(), tls.privateKey()))
                            : SecretSource.sameStream(SecretName.credential(tls.credentialName())));
        }
        if (!tls.insecureSkipVerify().orElse(false)) {
            common.setCombinedValidationContext(
                    CombinedCertificateValidationContext.newBuilder()
                            .setDefaultValidationContext(named(names))
                            .setValidationContextSdsSecretConfig(
                                    tls.credentialName().isEmpty()
                                            ? SecretSource.workload(
                                                    SecretName.rootFile(tls.caCertificates()))
                                            : SecretSource.sameStream(
                                                    SecretName.credentialCa(
                                                            tls.credentialName()))));
        }
        return socket(
                UpstreamTlsContext.newBuilder()
                        .setCommonTlsContext(common)
                        .setSni(tls.sni())
                        .build());
    }

    // Subject names of any type are what Istio's settings mean; the typed form cannot say that.
    @SuppressWarnings("deprecation")
    private static CertificateValidationContext named(List<String> names) {
        var context = CertificateValidationContext.newBuilder();
        names.forEach(
                name -> context.addMatchSubjectAltNames(StringMatcher.newBuilder().setExact(name)));
        return context.build();
    }

    private static TransportSocket socket(UpstreamTlsContext context) {
        return TransportSocket.newBuilder()
                .setName("envoy.transport_sockets.tls")
                .setTypedConfig(Packed.any(context))
                .build();
    }
}
