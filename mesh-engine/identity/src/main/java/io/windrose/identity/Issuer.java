package io.windrose.identity;

import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Signs certificates in the name of one authority.
///
/// Holds no state that changes, so that any number of threads may issue at once.
final class Issuer {
    /// How far certificates begin in the past, for clocks that lag behind (Istio's own figure).
    static final Duration CLOCK_SKEW = Duration.ofMinutes(2);

    private static final int SERIAL_BITS = 127;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] name;
    private final byte[] keyId;
    private final PrivateKey key;

    private Issuer(byte[] name, byte[] keyId, PrivateKey key) {
        this.name = name;
        this.keyId = keyId;
        this.key = key;
    }

    static Issuer of(X509Certificate authority, PrivateKey key) {
        return new Issuer(
                authority.getSubjectX500Principal().getEncoded(), Extensions.keyId(authority), key);
    }

    /// A root that signs itself, named `O=<organization>` like Istio's.
    static X509Certificate selfSigned(
            String organization, PublicKey open, PrivateKey secret, Instant from, Instant to) {
        byte[] name =
                Der.sequence(
                        Der.set(Der.sequence(Der.oid(Oids.ORGANIZATION), Der.utf8(organization))));
        byte[] keyId = Extensions.keyId(open);
        return new Issuer(name, keyId, secret)
                .sign(
                        name,
                        open,
                        from,
                        to,
                        List.of(
                                Extensions.isAuthority(),
                                Extensions.authorityKeyUsage(),
                                Extensions.subjectKeyId(keyId)));
    }

    /// A leaf without subject.
    X509Certificate leaf(
            PublicKey open, SpiffeId id, List<String> hosts, Instant from, Instant to) {
        return sign(
                Der.sequence(),
                open,
                from,
                to,
                List.of(
                        Extensions.workloadKeyUsage(),
                        Extensions.serverAndClient(),
                        Extensions.isNoAuthority(),
                        Extensions.authorityKeyId(keyId),
                        Extensions.alternativeNames(id, hosts)));
    }

    private X509Certificate sign(
            byte[] subject, PublicKey open, Instant from, Instant to, List<byte[]> extensions) {
        var kind = SignatureKind.forKey(key);
        byte[] content =
                Der.sequence(
                        Der.context(0, Der.integer(2)),
                        Der.integer(serial()),
                        kind.identifier(),
                        name,
                        Der.sequence(Der.time(from), Der.time(to)),
                        subject,
                        open.getEncoded(),
                        Der.context(3, Der.sequence(extensions.toArray(byte[][]::new))));
        byte[] certificate =
                Der.sequence(content, kind.identifier(), Der.bits(kind.sign(key, content)));
        try {
            return Pem.certificate(certificate);
        } catch (CertificateException e) {
            throw new IllegalStateException("the JDK does not read what was issued", e);
        }
    }

    /// Positive and unpredictable, as RFC 5280 4.1.2.2 and the baseline requirements want it.
    private static BigInteger serial() {
        return new BigInteger(SERIAL_BITS, RANDOM).add(BigInteger.ONE);
    }
}
