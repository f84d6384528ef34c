package io.windrose.translate.cluster;

import com.google.protobuf.ByteString;
import io.envoyproxy.envoy.config.core.v3.DataSource;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CertificateValidationContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.Secret;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.TlsCertificate;
import io.windrose.config.resource.TlsSecret;
import io.windrose.translate.scope.ProxyScope;
import io.windrose.translate.wire.SecretName;
import java.util.List;

/// The key material from Kubernetes Secrets that a gateway presents, and by which it checks
/// clients. A workload's own certificate is not among it: the proxy gets that by itself.
public final class Secrets {

    private Secrets() {}

    public static List<Secret> of(ProxyScope scope) {
        return scope.secrets().entrySet().stream()
                .map(entry ->
                        entry.getKey().endsWith(SecretName.CA_SUFFIX)
                                ? trusted(entry.getKey(), entry.getValue())
                                : presented(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Secret presented(String name, TlsSecret secret) {
        return Secret.newBuilder()
                .setName(name)
                .setTlsCertificate(
                        TlsCertificate.newBuilder()
                                .setCertificateChain(inline(secret.certificateChain()))
                                .setPrivateKey(inline(secret.privateKey())))
                .build();
    }

    private static Secret trusted(String name, TlsSecret secret) {
        return Secret.newBuilder()
                .setName(name)
                .setValidationContext(
                        CertificateValidationContext.newBuilder()
                                .setTrustedCa(inline(secret.caCertificates())))
                .build();
    }

    private static DataSource inline(String pem) {
        return DataSource.newBuilder().setInlineBytes(ByteString.copyFromUtf8(pem)).build();
    }
}
