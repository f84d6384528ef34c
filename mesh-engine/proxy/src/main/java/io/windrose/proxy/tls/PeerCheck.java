package io.windrose.proxy.tls;

import io.windrose.traffic.match.StringMatch;
import io.windrose.traffic.tls.SanMatch;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/// Decides whether a peer's certificate chain leads to a root we believe and names whom we expect.
///
/// Host names are not looked at: in a mesh a peer is known by its SPIFFE name. A chain that passed
/// is remembered until its leaf expires, for a sidecar meets the same few peers again and again.
///
/// Shared by event loops, hence the concurrent map.
final class PeerCheck extends X509ExtendedTrustManager {
    private static final int REMEMBERED = 1000;
    private static final Integer URI_NAME = 6;
    private static final Integer DNS_NAME = 2;
    private static final Integer EMAIL_NAME = 1;
    private static final Integer IP_NAME = 7;

    private final TlsSecret.@Nullable Trust trust;
    private final List<SanMatch> names;
    private final InstantSource clock;
    private final Map<X509Certificate, Instant> passed = new ConcurrentHashMap<>();

    /// @param trust null takes every chain
    /// @param names one must match; none asks for none
    PeerCheck(TlsSecret.@Nullable Trust trust, List<SanMatch> names, InstantSource clock) {
        this.trust = trust;
        this.names = names;
        this.clock = clock;
    }

    private void check(X509Certificate[] chain) throws CertificateException {
        if (trust == null) {
            return;
        }
        var leaf = chain[0];
        var now = clock.instant();
        var until = passed.get(leaf);
        if (until != null && now.isBefore(until)) {
            return;
        }
        checkPath(chain, trust, now);
        checkNames(leaf);
        if (passed.size() >= REMEMBERED) {
            passed.clear();
        }
        passed.put(leaf, leaf.getNotAfter().toInstant());
    }

    private static void checkPath(X509Certificate[] chain, TlsSecret.Trust trust, Instant now)
            throws CertificateException {
        try {
            var anchors =
                    trust.roots().stream()
                            .map(root -> new TrustAnchor(root, null))
                            .collect(Collectors.toSet());
            var parameters = new PKIXParameters(anchors);
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(now));
            var path =
                    Arrays.stream(chain)
                            .filter(certificate -> !trust.roots().contains(certificate))
                            .toList();
            CertPathValidator.getInstance("PKIX")
                    .validate(
                            CertificateFactory.getInstance("X.509").generateCertPath(path),
                            parameters);
        } catch (GeneralSecurityException e) {
            throw new CertificateException("the chain does not lead to a trusted root", e);
        }
    }

    private void checkNames(X509Certificate leaf) throws CertificateException {
        if (names.isEmpty()) {
            return;
        }
        Collection<List<?>> alternatives = leaf.getSubjectAlternativeNames();
        if (alternatives != null) {
            for (var alternative : alternatives) {
                if (alternative.get(1) instanceof String name
                        && isExpected((Integer) alternative.get(0), name)) {
                    return;
                }
            }
        }
        throw new CertificateException("none of the peer's names is expected: " + alternatives);
    }

    private boolean isExpected(@Nullable Integer type, String name) {
        return names.stream()
                .anyMatch(expected -> isKind(expected.kind(), type) && matches(expected, name));
    }

    private static boolean isKind(SanMatch.Kind kind, @Nullable Integer type) {
        return switch (kind) {
            case ANY -> true;
            case URI -> URI_NAME.equals(type);
            case DNS -> DNS_NAME.equals(type);
            case EMAIL -> EMAIL_NAME.equals(type);
            case IP -> IP_NAME.equals(type);
        };
    }

    /// A wildcard in a certificate's DNS name covers one label, as RFC 6125 has it.
    private static boolean matches(SanMatch expected, String name) {
        if (expected.match().matches(name)) {
            return true;
        }
        if (!name.startsWith("*.")
                || !(expected.match() instanceof StringMatch.Exact(var host, _))) {
            return false;
        }
        int dot = host.indexOf('.');
        return dot > 0 && host.substring(dot).equalsIgnoreCase(name.substring(1));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        check(chain);
    }

    /// Empty: a mesh client has one certificate, and a list of roots would only make the handshake
    /// longer.
    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
