package io.windrose.proxy.tls;

import io.netty.handler.ssl.SslHandler;
import io.windrose.proxy.done.TlsFacts;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/// Reads what a finished handshake established.
public final class Handshakes {
    private static final Integer URI_NAME = 6;
    private static final Integer DNS_NAME = 2;

    private static final int MAX_CAUSES = 8;

    private Handshakes() {}

    public static TlsFacts facts(SslHandler handler) {
        var session = handler.engine().getSession();
        var local = first(session.getLocalCertificates());
        var peer = peer(session);
        var alpn = handler.applicationProtocol();
        return new TlsFacts(
                session.getProtocol(),
                session.getCipherSuite(),
                local == null ? "" : firstName(local, URI_NAME),
                peer == null ? "" : firstName(peer, URI_NAME),
                peer == null ? "" : names(peer, DNS_NAME).collect(Collectors.joining(",")),
                peer == null ? "" : peer.getSubjectX500Principal().getName(),
                peer == null ? "" : hash(peer),
                alpn == null ? "" : alpn);
    }

    private static @Nullable X509Certificate peer(SSLSession session) {
        try {
            return first(session.getPeerCertificates());
        } catch (SSLPeerUnverifiedException e) {
            return null; // the peer showed none, which the server had allowed
        }
    }

    private static @Nullable X509Certificate first(Certificate @Nullable [] chain) {
        return chain != null && chain.length > 0 && chain[0] instanceof X509Certificate leaf
                ? leaf
                : null;
    }

    private static String firstName(X509Certificate certificate, Integer type) {
        return names(certificate, type).findFirst().orElse("");
    }

    private static Stream<String> names(X509Certificate certificate, Integer type) {
        try {
            var all = certificate.getSubjectAlternativeNames();
            return all == null
                    ? Stream.of()
                    : all.stream()
                            .filter(name -> type.equals(name.get(0)))
                            .map(name -> String.valueOf((Object) name.get(1)));
        } catch (CertificateParsingException e) {
            return Stream.of(); // it has been verified, so at worst a name that nobody asked for
        }
    }

    private static String hash(X509Certificate certificate) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Why a handshake failed, in one line; the root of the matter rather than its wrapping.
    public static String failure(Throwable cause) {
        var root = cause;
        for (int depth = 0; root.getCause() != null && depth < MAX_CAUSES; depth++) {
            root = root.getCause();
        }
        return "TLS_error: " + root.getMessage();
    }
}
