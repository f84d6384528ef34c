package io.windrose.proxy.tls;

import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.SupportedCipherSuiteFilter;
import io.windrose.traffic.tls.TlsServer;
import io.windrose.traffic.tls.TlsSettings;
import io.windrose.traffic.tls.TlsVersion;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/// Cooks a Netty context from settings and material: BoringSSL where its library loads, else the
/// JDK.
final class ContextRecipe {
    private static final SslProvider PROVIDER =
            OpenSsl.isAvailable() ? SslProvider.OPENSSL : SslProvider.JDK;

    /// Cipher lists in configurations are about TLS 1.2 and must not switch off 1.3.
    private static final List<String> TLS13_CIPHERS =
            List.of(
                    "TLS_AES_128_GCM_SHA256",
                    "TLS_AES_256_GCM_SHA384",
                    "TLS_CHACHA20_POLY1305_SHA256");

    private ContextRecipe() {}

    static SslContext server(TlsServer spec, Material material, InstantSource clock)
            throws SSLException {
        var certificate = material.certificate();
        if (certificate == null) {
            throw new SSLException("a server needs a certificate");
        }
        var settings = spec.settings();
        var builder =
                SslContextBuilder.forServer(
                                certificate.key(),
                                certificate.chain().toArray(X509Certificate[]::new))
                        .clientAuth(clientAuth(spec, material))
                        .trustManager(new PeerCheck(material.trust(), settings.peerNames(), clock));
        return finish(builder, settings, settings.alpn());
    }

    /// Without trust there is nothing to check a client's certificate against.
    private static ClientAuth clientAuth(TlsServer spec, Material material) {
        if (spec.requireClientCertificate()) {
            return ClientAuth.REQUIRE;
        }
        return material.trust() == null ? ClientAuth.NONE : ClientAuth.OPTIONAL;
    }

    static SslContext client(
            TlsSettings settings, List<String> alpn, Material material, InstantSource clock)
            throws SSLException {
        var builder =
                SslContextBuilder.forClient()
                        .endpointIdentificationAlgorithm(null)
                        .trustManager(new PeerCheck(material.trust(), settings.peerNames(), clock));
        var certificate = material.certificate();
        if (certificate != null) {
            builder.keyManager(
                    certificate.key(), certificate.chain().toArray(X509Certificate[]::new));
        }
        return finish(builder, settings, alpn);
    }

    private static SslContext finish(
            SslContextBuilder builder, TlsSettings settings, List<String> alpn)
            throws SSLException {
        builder.sslProvider(PROVIDER)
                .protocols(versions(settings))
                .applicationProtocolConfig(alpn(alpn));
        if (!settings.ciphers().isEmpty()) {
            builder.ciphers(
                    Stream.concat(settings.ciphers().stream(), TLS13_CIPHERS.stream()).toList(),
                    SupportedCipherSuiteFilter.INSTANCE);
        }
        return builder.build();
    }

    private static List<String> versions(TlsSettings settings) {
        var versions = new ArrayList<String>();
        if (settings.lowest() == TlsVersion.V1_2) {
            versions.add("TLSv1.2");
        }
        if (settings.highest() == TlsVersion.V1_3) {
            versions.add("TLSv1.3");
        }
        return versions;
    }

    /// No overlap is no alert: Istio's servers leave out the `istio*` names that chose their chain.
    private static ApplicationProtocolConfig alpn(List<String> protocols) {
        return protocols.isEmpty()
                ? ApplicationProtocolConfig.DISABLED
                : new ApplicationProtocolConfig(
                        Protocol.ALPN,
                        SelectorFailureBehavior.NO_ADVERTISE,
                        SelectedListenerFailureBehavior.ACCEPT,
                        protocols);
    }
}
