package io.windrose.analysis.check.routing;

import io.windrose.analysis.MeshObject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The certificate and the key in a Secret. Whether they belong together is not asked.
final class Credential {
    private static final Pattern KEY =
            Pattern.compile(
                    "-----BEGIN ([A-Z ]*PRIVATE KEY)-----\\s+M[A-Za-z0-9+/=\\s]+-----END \\1-----");

    private static final Pattern COMMON = Pattern.compile("(?:^|,)CN=([^,]+)");
    private static final List<String> CERTIFICATE = List.of("tls.crt", "cert");

    /// In X.509, of an alternative name that is a host.
    private static final Integer DNS = 2;

    private Credential() {}

    /// What is wrong with it, as a predicate of a sentence; empty for nothing.
    static Optional<String> problem(MeshObject secret) {
        var certificate = part(secret, CERTIFICATE);
        var key = part(secret, List.of("tls.key", "key"));
        if (certificate.isEmpty() || key.isEmpty()) {
            return Optional.of(
                    "has no "
                            + (certificate.isEmpty()
                                    ? "certificate in tls.crt"
                                    : "key in tls.key"));
        }
        if (certificates(certificate).isEmpty()) {
            return Optional.of("has no readable certificate in tls.crt");
        }
        return isKey(key) ? Optional.empty() : Optional.of("has no readable key in tls.key");
    }

    /// Whether it is to hold a certificate, whatever it does hold.
    static boolean isMeant(MeshObject secret) {
        return secret.root().text("type").equals("kubernetes.io/tls")
                || !part(secret, CERTIFICATE).isEmpty();
    }

    /// Whom the certificate is for, in lower case: its alternative names, else its common one;
    /// empty for what cannot be read.
    static List<String> hosts(MeshObject secret) {
        return certificates(part(secret, CERTIFICATE)).stream()
                .findFirst()
                .map(Credential::names)
                .orElse(List.of());
    }

    /// The first certificate, which is the one that is shown; empty for what cannot be read.
    static Optional<X509Certificate> certificate(MeshObject secret) {
        return certificates(part(secret, CERTIFICATE)).stream()
                .findFirst()
                .map(X509Certificate.class::cast);
    }

    private static List<String> names(Certificate certificate) {
        if (!(certificate instanceof X509Certificate one)) {
            return List.of();
        }
        try {
            var alternatives = one.getSubjectAlternativeNames();
            if (alternatives != null) {
                return alternatives.stream()
                        .filter(name -> name.getFirst().equals(DNS))
                        .map(name -> name.getLast().toString().toLowerCase(Locale.ROOT))
                        .toList();
            }
        } catch (CertificateParsingException _) {
            return List.of();
        }
        var common = COMMON.matcher(one.getSubjectX500Principal().getName());
        return common.find() ? List.of(common.group(1).toLowerCase(Locale.ROOT)) : List.of();
    }

    private static String part(MeshObject secret, List<String> keys) {
        for (var key : keys) {
            var plain = secret.root().text("stringData", key);
            if (!plain.isEmpty()) {
                return plain;
            }
            var encoded = secret.root().text("data", key);
            if (!encoded.isEmpty()) {
                return decoded(encoded);
            }
        }
        return "";
    }

    private static String decoded(String text) {
        try {
            return new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return "-";
        }
    }

    private static Collection<? extends Certificate> certificates(String pem) {
        try {
            var bytes = pem.strip().getBytes(StandardCharsets.UTF_8);
            return CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(bytes));
        } catch (CertificateException _) {
            return List.of();
        }
    }

    private static boolean isKey(String pem) {
        // `M` begins what DER calls a sequence, as all kinds of keys are.
        return KEY.matcher(pem).find();
    }
}
