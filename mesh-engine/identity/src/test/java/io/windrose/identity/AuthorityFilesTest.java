package io.windrose.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.kernel.Result;
import io.windrose.testkit.FakeClock;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AuthorityFilesTest {
    private static final SpiffeId REVIEWS =
            new SpiffeId(TrustDomain.CLUSTER_LOCAL, "default", "bookinfo-reviews");

    private final FakeClock clock = new FakeClock();
    private final KeyPair rootKeys = Keys.generate();
    private KeyPair ownKeys = Keys.generate();
    @TempDir private Path folder = Path.of("");

    /// The keys are written in the older forms, `RSA` and `EC PRIVATE KEY`.
    @ParameterizedTest
    @CsvSource({
        "RSA, 2048, -----BEGIN RSA PRIVATE KEY-----",
        "EC, 256, -----BEGIN EC PRIVATE KEY-----"
    })
    void anIntermediateSignsAndItsChainEndsAtTheRoot(String algorithm, int bits, String firstLine)
            throws Exception {
        var generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(bits);
        ownKeys = generator.generateKeyPair();
        var root = certificate("CN=root", rootKeys, "CN=root", rootKeys, true);
        var middle = certificate("CN=middle", Keys.generate(), "CN=root", rootKeys, true);
        var own = certificate("CN=own", ownKeys, "CN=root", rootKeys, true);
        write("ca-key.pem", ownKeys.getPrivate());
        write("ca-cert.pem", own);
        write("cert-chain.pem", own, middle);
        write("root-cert.pem", root);

        var signed = load().then(AuthorityFilesTest::issue);

        assertThat(Files.readAllLines(folder.resolve("ca-key.pem")).getFirst())
                .isEqualTo(firstLine);
        var chain = CertificateAuthorityTest.ok(signed);
        assertThat(chain.subList(1, 3)).isEqualTo(List.of(own, root));
        chain.getFirst().verify(own.getPublicKey());
    }

    @Test
    void aRootAloneSignsByItself() throws Exception {
        var root = certificate("CN=root", rootKeys, "CN=root", rootKeys, true);
        Files.writeString(folder.resolve("ca-key.pem"), Keys.pem(rootKeys.getPrivate()));
        write("ca-cert.pem", root);

        var chain = CertificateAuthorityTest.ok(load().then(AuthorityFilesTest::issue));

        assertThat(chain.subList(1, chain.size())).isEqualTo(List.of(root));
    }

    @Test
    void aMissingFileIsNamed() {
        assertThat(load().problems())
                .singleElement()
                .hasToString(folder.resolve("ca-key.pem") + ": the file does not exist [MESH0806]");
    }

    @Test
    void aKeyThatDoesNotFitIsRefused() throws Exception {
        write("ca-key.pem", Keys.generate().getPrivate());
        write("ca-cert.pem", certificate("CN=root", rootKeys, "CN=root", rootKeys, true));

        assertThat(load().problems())
                .singleElement()
                .hasToString(
                        folder.resolve("ca-key.pem")
                                + ": the key does not belong to ca-cert.pem [MESH0806]");
    }

    @Test
    void aCertificateThatMayNotSignIsRefused() throws Exception {
        write("ca-key.pem", rootKeys.getPrivate());
        write("ca-cert.pem", certificate("CN=root", rootKeys, "CN=root", rootKeys, false));

        assertThat(load().problems())
                .singleElement()
                .hasToString(
                        folder.resolve("ca-cert.pem")
                                + ": the certificate may not sign others [MESH0806]");
    }

    @Test
    void anEndedCertificateIsRefused() throws Exception {
        write("ca-key.pem", rootKeys.getPrivate());
        write("ca-cert.pem", certificate("CN=root", rootKeys, "CN=root", rootKeys, true));
        clock.advance(Duration.ofDays(2));

        assertThat(load().problems())
                .singleElement()
                .hasToString(
                        folder.resolve("ca-cert.pem")
                                + ": the certificate ended at 2026-11-22T12:00:00Z [MESH0806]");
    }

    @Test
    void aRootThatDidNotSignIsRefused() throws Exception {
        write("ca-key.pem", ownKeys.getPrivate());
        write("ca-cert.pem", certificate("CN=own", ownKeys, "CN=root", rootKeys, true));
        write("root-cert.pem", certificate("CN=root", ownKeys, "CN=root", ownKeys, true));

        assertThat(load().problems())
                .singleElement()
                .hasToString(
                        folder.resolve("cert-chain.pem")
                                + ": no chain leads from ca-cert.pem to root-cert.pem"
                                + " [MESH0806]");
    }

    private Result<CertificateAuthority> load() {
        return CertificateAuthority.load(
                new AuthorityFiles(folder), TrustDomain.CLUSTER_LOCAL, clock);
    }

    private static Result<List<X509Certificate>> issue(CertificateAuthority authority) {
        return authority.issue(Keys.generate().getPublic(), REVIEWS, Duration.ZERO);
    }

    private void write(String name, Object... contents) throws IOException {
        var text = new StringWriter();
        try (var pem = new JcaPEMWriter(text)) {
            for (var content : contents) {
                pem.writeObject(content instanceof ECPrivateKey key ? sec1(key) : content);
            }
        }
        Files.writeString(folder.resolve(name), text.toString());
    }

    /// As OpenSSL writes it, with the curve inside.
    private static PemObject sec1(ECPrivateKey key) throws IOException {
        var content =
                new org.bouncycastle.asn1.sec.ECPrivateKey(
                        256, key.getS(), SECObjectIdentifiers.secp256r1);
        return new PemObject("EC PRIVATE KEY", content.getEncoded());
    }

    /// Valid for a day from now.
    private X509Certificate certificate(
            String name, KeyPair keys, String issuer, KeyPair issuerKeys, boolean authority)
            throws GeneralSecurityException, OperatorCreationException, CertIOException {
        var builder =
                new JcaX509v3CertificateBuilder(
                        new X500Principal(issuer),
                        BigInteger.TWO,
                        Date.from(clock.instant()),
                        Date.from(clock.instant().plus(Duration.ofDays(1))),
                        new X500Principal(name),
                        keys.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
        return new JcaX509CertificateConverter()
                .getCertificate(
                        builder.build(
                                new JcaContentSignerBuilder("SHA256withECDSA")
                                        .build(issuerKeys.getPrivate())));
    }
}
