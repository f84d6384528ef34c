package io.windrose.proxy.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.envoyproxy.envoy.config.core.v3.DataSource;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CertificateValidationContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.Secret;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.TlsCertificate;
import io.windrose.identity.CertificateAuthority;
import io.windrose.identity.SpiffeId;
import io.windrose.identity.TrustDomain;
import io.windrose.identity.WorkloadCertificate;
import io.windrose.kernel.Owner;
import io.windrose.kernel.Result;
import io.windrose.proxy.tls.TlsSecret;
import io.windrose.testkit.FakeClock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SecretStoreTest {
    private static final SpiffeId REVIEWS =
            new SpiffeId(TrustDomain.CLUSTER_LOCAL, "default", "bookinfo-reviews");

    private final FakeClock clock = new FakeClock();
    private final CertificateAuthority authority =
            CertificateAuthority.inMemory(TrustDomain.CLUSTER_LOCAL, clock);
    private final SecretStore store = new SecretStore(Owner.direct(), clock);

    @Test
    void aRenewedCertificateReplacesTheKeyAndLeavesTheRoots() {
        store.renew(certificate());
        var before = store.secrets().get().byName();

        store.renew(certificate());

        var after = store.secrets().get().byName();
        assertThat(after.keySet()).containsExactlyInAnyOrder("default", "ROOTCA");
        assertThat(after.get("ROOTCA")).isSameAs(before.get("ROOTCA"));
        assertThat(after.get("default")).isNotEqualTo(before.get("default"));
    }

    @Test
    void whatIsDeliveredStandsUnderItsNameUntilItIsTakenBack() {
        var certificate = certificate();
        store.deliver(Map.of("kubernetes://gateway", keyPair(certificate)));

        assertThat(store.secrets().get().byName())
                .isEqualTo(
                        Map.of(
                                "kubernetes://gateway",
                                new TlsSecret.KeyPair(certificate.key(), certificate.chain())));

        store.deliver(Map.of());
        assertThat(store.secrets().get().byName()).isEmpty();
    }

    @Test
    void aSecretThatCannotBeReadIsNamedAndTheOldOneStays() {
        var certificate = certificate();
        store.deliver(Map.of("s", trust(certificate.rootsPem())));
        var before = store.secrets().get();

        var reasons = store.deliver(Map.of("s", trust("no certificate")));

        assertThat(reasons.keySet()).containsExactly("s");
        assertThat(store.secrets().get()).isEqualTo(before);
    }

    @Test
    void aKeyOfAnotherCertificateIsRefused() {
        var secret =
                Secret.newBuilder()
                        .setTlsCertificate(
                                TlsCertificate.newBuilder()
                                        .setCertificateChain(text(certificate().chainPem()))
                                        .setPrivateKey(text(certificate().keyPem())))
                        .build();

        assertThat(store.deliver(Map.of("s", secret)))
                .isEqualTo(
                        Map.of("s", "has a private key that does not belong to its certificate"));
    }

    private WorkloadCertificate certificate() {
        return switch (authority.issueServer(REVIEWS, List.of())) {
            case Result.Ok<WorkloadCertificate>(var certificate, _) -> certificate;
            case Result.Err<WorkloadCertificate>(var problems) ->
                    throw new AssertionError(problems.toString());
        };
    }

    private static Secret keyPair(WorkloadCertificate certificate) {
        return Secret.newBuilder()
                .setTlsCertificate(
                        TlsCertificate.newBuilder()
                                .setCertificateChain(text(certificate.chainPem()))
                                .setPrivateKey(text(certificate.keyPem())))
                .build();
    }

    private static Secret trust(String pem) {
        return Secret.newBuilder()
                .setValidationContext(
                        CertificateValidationContext.newBuilder().setTrustedCa(text(pem)))
                .build();
    }

    private static DataSource text(String pem) {
        return DataSource.newBuilder().setInlineString(pem).build();
    }
}
