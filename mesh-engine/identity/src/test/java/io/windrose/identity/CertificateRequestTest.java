package io.windrose.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class CertificateRequestTest {
    private static final SpiffeId REVIEWS =
            new SpiffeId(TrustDomain.CLUSTER_LOCAL, "default", "bookinfo-reviews");
    private static final CertificateRequest ORIGINAL =
            CertificateRequest.create(Keys.generate(), REVIEWS);

    @Test
    void bouncyCastleReadsNameAndSignatureOfOurs()
            throws IOException, PKCSException, OperatorCreationException {
        var ours = CertificateRequest.create(Keys.generate(), REVIEWS).pem();

        var read = (PKCS10CertificationRequest) new PEMParser(new StringReader(ours)).readObject();

        assertThat(
                        read.isSignatureValid(
                                new JcaContentVerifierProviderBuilder()
                                        .build(read.getSubjectPublicKeyInfo())))
                .isTrue();
        var asked =
                Extensions.getInstance(
                        read.getAttributes(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest)[0]
                                .getAttributeValues()[0]);
        assertThat(GeneralNames.fromExtensions(asked, Extension.subjectAlternativeName))
                .isEqualTo(
                        new GeneralNames(
                                new GeneralName(
                                        GeneralName.uniformResourceIdentifier,
                                        REVIEWS.toString())));
    }

    @ParameterizedTest
    @CsvSource({
        "EC, secp256r1, SHA256withECDSA",
        "EC, secp384r1, SHA384withECDSA",
        "EC, secp521r1, SHA512withECDSA",
        "RSA, 2048, SHA256withRSA",
        "RSA, 3072, SHA512withRSA"
    })
    void theKeyOfAnothersRequestIsRead(String algorithm, String size, String signature)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        var keys = keys(algorithm, size);

        var read = CertificateRequest.parse(bouncyPem(keys, signature));

        assertThat(read.map(CertificateRequest::publicKey).toString())
                .isEqualTo(Result.ok(keys.getPublic()).toString());
    }

    @ParameterizedTest
    @CsvSource({
        "EC, secp256r1, SHA1withECDSA, MESH0803",
        "RSA, 1024, SHA256withRSA, MESH0802",
        "Ed25519, 255, Ed25519, MESH0803"
    })
    void weakAndForeignKeysAndSignaturesAreRefused(
            String algorithm, String size, String signature, String code)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        var pem = bouncyPem(keys(algorithm, size), signature);

        assertThat(CertificateRequest.parse(pem).problems())
                .singleElement()
                .extracting(Problem::code)
                .isEqualTo(code);
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    /// One changed byte of the signed part, of the keys or of the framing spoils the request, and
    /// does so as a problem.
    @ParameterizedTest
    @MethodSource("seeds")
    void aRequestWithOneByteChangedIsRefused(long seed) {
        var random = new SplittableRandom(seed);
        byte[] der = CertificateAuthorityTest.ok(Pem.blocks(ORIGINAL.pem())).getFirst().bytes();
        der[random.nextInt(der.length)] ^= (byte) (1 + random.nextInt(255));

        assertThat(CertificateRequest.parse(Pem.encode("CERTIFICATE REQUEST", der)).problems())
                .hasSize(1);
    }

    @Test
    void aTextThatIsNoRequestIsRefusedWithItsReason() {
        assertThat(CertificateRequest.parse("hello").problems())
                .singleElement()
                .hasToString(
                        "there is no PEM block; a text from -----BEGIN to -----END is expected"
                                + " [MESH0801]");
        assertThat(CertificateRequest.parse(Keys.pem(Keys.generate().getPrivate())).problems())
                .singleElement()
                .hasToString(
                        "the certificate request cannot be used: the PEM block is a PRIVATE KEY"
                                + " [MESH0803]");
    }

    @Test
    void opensslVerifiesOursAndWeReadTheirs(@TempDir Path folder)
            throws IOException, InterruptedException {
        Files.writeString(
                folder.resolve("ours.pem"),
                CertificateRequest.create(Keys.generate(), REVIEWS).pem());

        var text = OpenSsl.run(folder, "req", "-in", "ours.pem", "-verify", "-noout", "-text");
        OpenSsl.run(
                folder,
                "req",
                "-new",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-keyout",
                "key.pem",
                "-subj",
                "/O=x",
                "-out",
                "theirs.pem");

        assertThat(text).contains("verify OK").contains("URI:" + REVIEWS);
        var theirs = Files.readString(folder.resolve("theirs.pem"), StandardCharsets.US_ASCII);
        assertThat(
                        CertificateRequest.parse(theirs)
                                .map(request -> request.publicKey().getAlgorithm()))
                .isEqualTo(Result.ok("RSA"));
    }

    private static KeyPair keys(String algorithm, String size) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance(algorithm);
        switch (algorithm) {
            case "EC" -> generator.initialize(new ECGenParameterSpec(size));
            case "RSA" -> generator.initialize(Integer.parseInt(size));
            default -> {}
        }
        return generator.generateKeyPair();
    }

    private static String bouncyPem(KeyPair keys, String signature)
            throws IOException, OperatorCreationException {
        PublicKey open = keys.getPublic();
        var request =
                new JcaPKCS10CertificationRequestBuilder(new X500Principal("O=someone"), open)
                        .build(new JcaContentSignerBuilder(signature).build(keys.getPrivate()));
        var text = new StringWriter();
        try (var pem = new JcaPEMWriter(text)) {
            pem.writeObject(request);
        }
        return text.toString();
    }
}
