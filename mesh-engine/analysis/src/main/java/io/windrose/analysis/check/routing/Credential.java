package io.windrose.analysis.check.routing;

import io.windrose.analysis.MeshObject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The certificate and the key in a Secret. Whether they belong together is not asked.
final class Credential {
    private static final Pattern KEY =
            Pattern.compile(
                    "-----BEGIN ([A-Z ]*PRIVATE KEY)-----\\s+M[A-Za-z0-9+/=\\s]+-----END \\1-----");

    private Credential() {}

    /// What is wrong with it, as a predicate of a sentence; empty for nothing.
    static Optional<String> problem(MeshObject secret) {
        var certificate = part(secret, List.of("tls.crt", "cert"));
        var key = part(secret, List.of("tls.key", "key"));
        if (certificate.isEmpty() || key.isEmpty()) {
            return Optional.of(
                    "has no "
                            + (certificate.isEmpty()
                                    ? "certificate in tls.crt"
                                    : "key in tls.key"));
        }
        if (!isCertificate(certificate)) {
            return Optional.of("has no readable certificate in tls.crt");
        }
        return isKey(key) ? Optional.empty() : Optional.of("has no readable key in tls.key");
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

    private static boolean isCertificate(String pem) {
        try {
            var bytes = pem.strip().getBytes(StandardCharsets.UTF_8);
            return !CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(bytes))
                    .isEmpty();
        } catch (CertificateException _) {
            return false;
        }
    }

    private static boolean isKey(String pem) {
        // `M` begins what DER calls a sequence, as all kinds of keys are.
        return KEY.matcher(pem).find();
    }
}
