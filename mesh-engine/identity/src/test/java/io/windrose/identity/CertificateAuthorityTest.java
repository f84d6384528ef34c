package io.windrose.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.kernel.Result;
import io.windrose.testkit.FakeClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CertificateAuthorityTest {
    private static final SpiffeId REVIEWS =
            new SpiffeId(TrustDomain.CLUSTER_LOCAL, "default", "bookinfo-reviews");

    private final FakeClock clock = new FakeClock();
    private final CertificateAuthority authority =
            CertificateAuthority.inMemory(TrustDomain.CLUSTER_LOCAL, clock);

    @Test
    void aLeafIsWhatIstiosPeersExpect() throws GeneralSecurityException {
        var signed = issued(Duration.ZERO);
        var leaf = new JcaX509CertificateHolder(signed.getFirst());
        var root = new JcaX509CertificateHolder(signed.getLast());

        assertThat(signed).hasSize(2);
        assertThat(leaf.getSubject()).isEqualTo(new X500Name(new RDN[0]));
        assertThat(leaf.getIssuer()).isEqualTo(new X500Name("O=cluster.local"));
        assertThat(leaf.getExtension(Extension.subjectAlternativeName).isCritical()).isTrue();
        assertThat(
                        GeneralNames.fromExtensions(
                                leaf.getExtensions(), Extension.subjectAlternativeName))
                .isEqualTo(
                        new GeneralNames(
                                new GeneralName(
                                        GeneralName.uniformResourceIdentifier,
                                        REVIEWS.toString())));
        assertThat(KeyUsage.fromExtensions(leaf.getExtensions()))
                .isEqualTo(new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyEncipherment));
        assertThat(ExtendedKeyUsage.fromExtensions(leaf.getExtensions()).getUsages())
                .containsExactly(KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth);
        assertThat(BasicConstraints.fromExtensions(leaf.getExtensions()).isCA()).isFalse();
        assertThat(
                        AuthorityKeyIdentifier.fromExtensions(leaf.getExtensions())
                                .getKeyIdentifierOctets())
                .isEqualTo(
                        SubjectKeyIdentifier.fromExtensions(root.getExtensions())
                                .getKeyIdentifier());
        assertThat(validity(leaf))
                .containsExactly(
                        clock.instant().minus(Duration.ofMinutes(2)),
                        clock.instant().plus(Duration.ofHours(24)));
        assertThat(SpiffeId.of(signed.getFirst())).contains(REVIEWS);
    }

    @Test
    void theJdksPathValidatorAcceptsALeafAndRefusesOneOfAnotherAuthority()
            throws GeneralSecurityException {
        var other = CertificateAuthority.inMemory(TrustDomain.CLUSTER_LOCAL, clock);

        assertThat(isTrusted(issued(Duration.ZERO).getFirst(), authority)).isTrue();
        assertThat(isTrusted(issued(Duration.ZERO).getFirst(), other)).isFalse();
    }

    @Test
    void opensslVerifiesALeafForClientAndServer(@TempDir Path folder)
            throws IOException, InterruptedException {
        var authority =
                CertificateAuthority.inMemory(TrustDomain.CLUSTER_LOCAL, InstantSource.system());
        var server =
                ok(
                        authority.issueServer(
                                REVIEWS, List.of("istiod.istio-system.svc", "127.0.0.1", "::1")));
        Files.writeString(folder.resolve("root.pem"), server.rootsPem());
        Files.writeString(folder.resolve("leaf.pem"), server.chainPem());

        var client =
                OpenSsl.run(
                        folder,
                        "verify",
                        "-x509_strict",
                        "-purpose",
                        "sslclient",
                        "-CAfile",
                        "root.pem",
                        "leaf.pem");
        var ip =
                OpenSsl.run(
                        folder,
                        "verify",
                        "-x509_strict",
                        "-purpose",
                        "sslserver",
                        "-verify_ip",
                        "127.0.0.1",
                        "-CAfile",
                        "root.pem",
                        "leaf.pem");
        var name =
                OpenSsl.run(
                        folder,
                        "verify",
                        "-purpose",
                        "sslserver",
                        "-verify_hostname",
                        "istiod.istio-system.svc",
                        "-CAfile",
                        "root.pem",
                        "leaf.pem");

        assertThat(List.of(client, ip, name)).allMatch(text -> text.equals("leaf.pem: OK\n"));
    }

    @Test
    void anotherTrustDomainIsNotCertified() {
        var stranger = new SpiffeId(new TrustDomain("other.example"), "default", "a");

        assertThat(authority.issue(Keys.generate().getPublic(), stranger, Duration.ZERO).problems())
                .singleElement()
                .hasToString(
                        "spiffe://other.example/ns/default/sa/a is not of the trust domain"
                                + " cluster.local [MESH0805]");
    }

    @Test
    void lifetimesAreThoseAskedForUpToNinetyDays() throws GeneralSecurityException {
        var anHour = new JcaX509CertificateHolder(issued(Duration.ofHours(1)).getFirst());
        var tooLong = authority.issue(Keys.generate().getPublic(), REVIEWS, Duration.ofDays(91));

        assertThat(anHour.getNotAfter().toInstant())
                .isEqualTo(clock.instant().plus(Duration.ofHours(1)));
        assertThat(tooLong.problems())
                .singleElement()
                .hasToString(
                        "a lifetime of PT2184H was asked for; PT2160H at most is given [MESH0805]");
    }

    @Test
    void aLeafEndsWithItsAuthorityAtTheLatest() {
        clock.advance(Duration.ofDays(3649));
        var last = issued(Duration.ofDays(30));
        clock.advance(Duration.ofDays(1));

        assertThat(last.getFirst().getNotAfter()).isEqualTo(last.getLast().getNotAfter());
        assertThat(authority.issue(Keys.generate().getPublic(), REVIEWS, Duration.ZERO).problems())
                .singleElement()
                .hasToString(
                        "the authority's own certificate ended at 2036-11-18T12:00:00Z [MESH0805]");
    }

    @Test
    void aWorkloadCertificateSurvivesItsPemForm() {
        var keys = Keys.generate();
        var certificate =
                ok(
                        authority
                                .issue(keys.getPublic(), REVIEWS, Duration.ZERO)
                                .then(signed -> WorkloadCertificate.of(keys.getPrivate(), signed)));

        var read =
                WorkloadCertificate.fromPem(
                        certificate.chainPem(), certificate.keyPem(), certificate.rootsPem());

        assertThat(read).isEqualTo(Result.ok(certificate));
        assertThat(certificate.toString()).isEqualTo(REVIEWS + " until 2026-11-22T12:00:00Z");
    }

    @Test
    void aCertificateForAnotherKeyIsRefused() {
        var signed = issued(Duration.ZERO);

        assertThat(WorkloadCertificate.of(Keys.generate().getPrivate(), signed).problems())
                .singleElement()
                .hasToString("the certificate belongs to another private key [MESH0804]");
    }

    private List<X509Certificate> issued(Duration lifetime) {
        return ok(authority.issue(Keys.generate().getPublic(), REVIEWS, lifetime));
    }

    private boolean isTrusted(X509Certificate leaf, CertificateAuthority by)
            throws GeneralSecurityException {
        var parameters = new PKIXParameters(Set.of(new TrustAnchor(by.roots().getFirst(), null)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(clock.instant()));
        try {
            CertPathValidator.getInstance("PKIX")
                    .validate(
                            CertificateFactory.getInstance("X.509").generateCertPath(List.of(leaf)),
                            parameters);
            return true;
        } catch (CertPathValidatorException _) {
            return false;
        }
    }

    private static List<Instant> validity(X509CertificateHolder certificate) {
        return List.of(
                certificate.getNotBefore().toInstant(), certificate.getNotAfter().toInstant());
    }

    static <T> T ok(Result<T> result) {
        return switch (result) {
            case Result.Ok<T>(var value, _) -> value;
            case Result.Err<T>(var problems) -> throw new AssertionError(problems);
        };
    }
}
