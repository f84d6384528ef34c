package io.windrose.proxy.admin;

import com.google.protobuf.util.Timestamps;
import io.envoyproxy.envoy.admin.v3.Certificate;
import io.envoyproxy.envoy.admin.v3.CertificateDetails;
import io.envoyproxy.envoy.admin.v3.Certificates;
import io.envoyproxy.envoy.admin.v3.SubjectAlternateName;
import io.windrose.proxy.tls.SecretSnapshot;
import io.windrose.proxy.tls.TlsSecret;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/// The certificates in use, by the name of their secret; never a key.
final class CertificateListing {
    /// The numbers of those choices in RFC 5280's GeneralName.
    private static final int DNS_NAME = 2;

    private static final int URI_NAME = 6;

    private CertificateListing() {}

    static Certificates of(SecretSnapshot secrets, Instant now) {
        var all = Certificates.newBuilder();
        new TreeMap<>(secrets.byName())
                .forEach((name, secret) -> {
                    var entry = Certificate.newBuilder();
                    switch (secret) {
                        case TlsSecret.KeyPair(_, var chain) ->
                                chain.forEach(each -> entry.addCertChain(details(name, each, now)));
                        case TlsSecret.Trust(var roots) ->
                                roots.forEach(each -> entry.addCaCert(details(name, each, now)));
                    }
                    all.addCertificates(entry);
                });
        return all.build();
    }

    private static CertificateDetails details(
            String name, X509Certificate certificate, Instant now) {
        var end = certificate.getNotAfter().toInstant();
        var details =
                CertificateDetails.newBuilder()
                        .setPath(name)
                        .setSerialNumber(certificate.getSerialNumber().toString(16))
                        .setDaysUntilExpiration(Math.max(0, Duration.between(now, end).toDays()))
                        .setValidFrom(
                                Timestamps.fromMillis(
                                        certificate.getNotBefore().toInstant().toEpochMilli()))
                        .setExpirationTime(Timestamps.fromMillis(end.toEpochMilli()));
        for (var alternative : alternatives(certificate)) {
            var text = String.valueOf(alternative.get(1));
            switch ((Integer) alternative.getFirst()) {
                case DNS_NAME ->
                        details.addSubjectAltNames(SubjectAlternateName.newBuilder().setDns(text));
                case URI_NAME ->
                        details.addSubjectAltNames(SubjectAlternateName.newBuilder().setUri(text));
                default -> {}
            }
        }
        return details.build();
    }

    private static Collection<List<?>> alternatives(X509Certificate certificate) {
        try {
            var names = certificate.getSubjectAlternativeNames();
            return names == null ? List.of() : names;
        } catch (CertificateParsingException _) {
            return List.of();
        }
    }
}
