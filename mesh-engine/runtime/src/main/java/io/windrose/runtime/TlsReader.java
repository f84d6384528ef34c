package io.windrose.runtime;

import io.envoyproxy.envoy.config.core.v3.DataSource;
import io.envoyproxy.envoy.config.core.v3.TransportSocket;
import io.envoyproxy.envoy.extensions.transport_sockets.raw_buffer.v3.RawBuffer;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CertificateValidationContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CommonTlsContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.DownstreamTlsContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.SdsSecretConfig;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.SubjectAltNameMatcher;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.TlsParameters.TlsProtocol;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext;
import io.windrose.traffic.tls.CertificateSource;
import io.windrose.traffic.tls.SanMatch;
import io.windrose.traffic.tls.SecretName;
import io.windrose.traffic.tls.TlsClient;
import io.windrose.traffic.tls.TlsServer;
import io.windrose.traffic.tls.TlsSettings;
import io.windrose.traffic.tls.TlsVersion;
import io.windrose.traffic.tls.TrustSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Transport sockets: plain or TLS.
final class TlsReader {
    private final Refusals refusals;
    private final MatchReader matches;

    TlsReader(Refusals refusals) {
        this.refusals = refusals;
        matches = new MatchReader(refusals);
    }

    /// @param autoSni whether the cluster's HTTP options ask for the request's host as server name
    /// @param autoSanCheck whether they ask for a certificate of that host
    /// @return null for plain
    @Nullable TlsClient client(TransportSocket socket, boolean autoSni, boolean autoSanCheck) {
        var config = TypedConfig.of(socket.getTypedConfig(), refusals);
        if (isPlain(socket, config)) {
            return null;
        }
        if (!config.is(UpstreamTlsContext.getDefaultInstance())) {
            refuse(socket, config);
            return null;
        }
        var context = config.as(UpstreamTlsContext.getDefaultInstance(), refusals);
        return new TlsClient(
                settings(context.getCommonTlsContext()),
                context.getSni(),
                Scalars.number(context.hasMaxSessionKeys(), context.getMaxSessionKeys(), 1),
                autoSni,
                autoSanCheck);
    }

    /// @return null for plain
    @Nullable TlsServer server(TransportSocket socket) {
        var config = TypedConfig.of(socket.getTypedConfig(), refusals);
        if (isPlain(socket, config)) {
            return null;
        }
        if (!config.is(DownstreamTlsContext.getDefaultInstance())) {
            refuse(socket, config);
            return null;
        }
        var context = config.as(DownstreamTlsContext.getDefaultInstance(), refusals);
        return new TlsServer(
                settings(context.getCommonTlsContext()),
                context.getRequireClientCertificate().getValue(),
                !context.getDisableStatelessSessionResumption());
    }

    private static boolean isPlain(TransportSocket socket, TypedConfig config) {
        return config.is(RawBuffer.getDefaultInstance())
                || (config.type().isEmpty()
                        && (socket.getName().isEmpty()
                                || socket.getName().equals("envoy.transport_sockets.raw_buffer")));
    }

    private void refuse(TransportSocket socket, TypedConfig config) {
        refusals.unknown("transport socket", socket.getName(), config);
    }

    private TlsSettings settings(CommonTlsContext common) {
        refusals.unsupported(common.hasCustomHandshaker(), "a custom handshaker");
        var trust = trust(common);
        var params = common.getTlsParams();
        return new TlsSettings(
                certificates(common),
                trust,
                peerNames(validation(common)),
                common.getAlpnProtocolsList(),
                version(params.getTlsMinimumProtocolVersion(), TlsVersion.V1_2),
                version(params.getTlsMaximumProtocolVersion(), TlsVersion.V1_3),
                params.getCipherSuitesList());
    }

    private List<CertificateSource> certificates(CommonTlsContext common) {
        var sources = new ArrayList<CertificateSource>();
        for (var certificate : common.getTlsCertificatesList()) {
            refusals.unsupported(certificate.hasPrivateKeyProvider(), "a private key provider");
            sources.add(
                    new CertificateSource.Given(
                            data(certificate.getCertificateChain()),
                            data(certificate.getPrivateKey())));
        }
        for (var secret : common.getTlsCertificateSdsSecretConfigsList()) {
            sources.add(new CertificateSource.Named(name(secret)));
        }
        return sources;
    }

    private TrustSource trust(CommonTlsContext common) {
        return switch (common.getValidationContextTypeCase()) {
            case VALIDATION_CONTEXT -> given(common.getValidationContext());
            case VALIDATION_CONTEXT_SDS_SECRET_CONFIG ->
                    new TrustSource.Named(name(common.getValidationContextSdsSecretConfig()));
            case COMBINED_VALIDATION_CONTEXT ->
                    new TrustSource.Named(
                            name(
                                    common.getCombinedValidationContext()
                                            .getValidationContextSdsSecretConfig()));
            default -> new TrustSource.Anyone();
        };
    }

    private TrustSource given(CertificateValidationContext context) {
        return context.hasTrustedCa()
                ? new TrustSource.Given(data(context.getTrustedCa()))
                : new TrustSource.Anyone();
    }

    private static CertificateValidationContext validation(CommonTlsContext common) {
        return common.hasCombinedValidationContext()
                ? common.getCombinedValidationContext().getDefaultValidationContext()
                : common.getValidationContext();
    }

    @SuppressWarnings("deprecation") // istiod sends the untyped form of subject names
    private List<SanMatch> peerNames(CertificateValidationContext context) {
        refusals.unsupported(context.hasCustomValidatorConfig(), "a custom certificate validator");
        refusals.unsupported(context.hasCrl(), "a certificate revocation list");
        refusals.unsupported(
                context.getVerifyCertificateHashCount() > 0
                        || context.getVerifyCertificateSpkiCount() > 0,
                "certificate pinning");
        refusals.unsupported(
                context.getTrustChainVerification()
                        == CertificateValidationContext.TrustChainVerification.ACCEPT_UNTRUSTED,
                "accepting untrusted certificates");
        var names = new ArrayList<SanMatch>();
        for (var typed : context.getMatchTypedSubjectAltNamesList()) {
            names.add(new SanMatch(kind(typed), matches.text(typed.getMatcher())));
        }
        for (var untyped : context.getMatchSubjectAltNamesList()) {
            names.add(new SanMatch(SanMatch.Kind.ANY, matches.text(untyped)));
        }
        return names;
    }

    private SanMatch.Kind kind(SubjectAltNameMatcher matcher) {
        return switch (matcher.getSanType()) {
            case URI -> SanMatch.Kind.URI;
            case DNS -> SanMatch.Kind.DNS;
            case EMAIL -> SanMatch.Kind.EMAIL;
            case IP_ADDRESS -> SanMatch.Kind.IP;
            default -> {
                refusals.add("subject names of type " + matcher.getSanType());
                yield SanMatch.Kind.ANY;
            }
        };
    }

    private SecretName name(SdsSecretConfig secret) {
        var services = secret.getSdsConfig().getApiConfigSource().getGrpcServicesList();
        return new SecretName(
                secret.getName(),
                services.isEmpty() ? "" : services.getFirst().getEnvoyGrpc().getClusterName());
    }

    private io.windrose.traffic.tls.DataSource data(DataSource source) {
        return switch (source.getSpecifierCase()) {
            case FILENAME -> new io.windrose.traffic.tls.DataSource.File(source.getFilename());
            case INLINE_BYTES ->
                    new io.windrose.traffic.tls.DataSource.Inline(
                            source.getInlineBytes().toStringUtf8());
            case INLINE_STRING ->
                    new io.windrose.traffic.tls.DataSource.Inline(source.getInlineString());
            case ENVIRONMENT_VARIABLE ->
                    new io.windrose.traffic.tls.DataSource.Environment(
                            source.getEnvironmentVariable());
            case SPECIFIER_NOT_SET -> {
                refusals.add("a certificate, key or trust file is named nowhere");
                yield new io.windrose.traffic.tls.DataSource.Inline("");
            }
        };
    }

    private static TlsVersion version(TlsProtocol protocol, TlsVersion otherwise) {
        return switch (protocol) {
            case TLSv1_3 -> TlsVersion.V1_3;
            case TLSv1_2, TLSv1_1, TLSv1_0 -> TlsVersion.V1_2;
            case TLS_AUTO, UNRECOGNIZED -> otherwise;
        };
    }
}
