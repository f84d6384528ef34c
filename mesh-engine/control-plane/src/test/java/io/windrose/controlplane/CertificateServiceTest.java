package io.windrose.controlplane;

import static io.windrose.controlplane.TestServer.REVIEWS;
import static io.windrose.controlplane.TestServer.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import io.windrose.identity.CertificateRequest;
import io.windrose.identity.Pem;
import io.windrose.identity.SpiffeId;
import io.windrose.identity.WorkloadCertificate;
import io.windrose.xdsapi.ca.IstioCertificateRequest;
import io.windrose.xdsapi.ca.IstioCertificateServiceGrpc;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class CertificateServiceTest {
    /// Of the kind that a stock agent makes.
    private static final KeyPair KEYS = keys();

    private static final SpiffeId SOMEBODY_ELSE = TestServer.id("bookinfo-ratings");

    private final TestServer server = new TestServer();
    private final ManagedChannel channel =
            TestClient.channel(server.address(), TestClient.INSECURE);

    @AfterEach
    void close() {
        channel.shutdownNow();
        server.close();
    }

    @Test
    void theCallersIdentityIsCertifiedWhateverTheRequestAsksFor() {
        var certificate = certificate("reviews-token", request(SOMEBODY_ELSE).build());

        assertThat(certificate.id()).isEqualTo(REVIEWS);
        assertThat(certificate.roots()).isEqualTo(server.authority.roots());
        assertThat(Duration.between(Instant.now(), certificate.notAfter()))
                .isBetween(Duration.ofMinutes(23 * 60 + 59), Duration.ofHours(24));
    }

    @Test
    void aLifetimeMayBeAskedFor() {
        var certificate =
                certificate("reviews-token", request(REVIEWS).setValidityDuration(600).build());

        assertThat(Duration.between(Instant.now(), certificate.notAfter()))
                .isBetween(Duration.ofMinutes(9), Duration.ofMinutes(10));
    }

    @Test
    void theOperatorMayActForAWorkloadThatItNames() {
        var named =
                request(SOMEBODY_ELSE)
                        .setMetadata(
                                Struct.newBuilder()
                                        .putFields(
                                                "ImpersonatedIdentity",
                                                Value.newBuilder()
                                                        .setStringValue(REVIEWS.toString())
                                                        .build()))
                        .build();

        assertThat(certificate("operator-token", named).id()).isEqualTo(REVIEWS);
        assertThat(certificate("ratings-token", named).id()).isEqualTo(SOMEBODY_ELSE);
    }

    @Test
    void theOperatorByItselfIsNoWorkload() {
        assertThat(refusal("operator-token", request(REVIEWS).build()).getCode())
                .isEqualTo(Status.Code.PERMISSION_DENIED);
    }

    @Test
    void aRequestThatCannotBeReadIsAnInvalidArgument() {
        var refusal =
                refusal(
                        "reviews-token",
                        IstioCertificateRequest.newBuilder().setCsr("hello").build());

        assertThat(refusal.toString())
                .isEqualTo(
                        Status.INVALID_ARGUMENT
                                .withDescription(
                                        "there is no PEM block; a text from -----BEGIN to -----END"
                                                + " is expected")
                                .toString());
    }

    @Test
    void aStrangerIsNotCertified() {
        assertThat(refusal("made-up", request(REVIEWS).build()).getCode())
                .isEqualTo(Status.Code.UNAUTHENTICATED);
    }

    private IstioCertificateRequest.Builder request(SpiffeId id) {
        return IstioCertificateRequest.newBuilder()
                .setCsr(CertificateRequest.create(KEYS, id).pem());
    }

    private WorkloadCertificate certificate(String token, IstioCertificateRequest request) {
        var chain = stub(token).createCertificate(request).getCertChainList();
        return ok(
                Pem.certificates(String.join("", chain))
                        .then(signed -> WorkloadCertificate.of(KEYS.getPrivate(), signed)));
    }

    private Status refusal(String token, IstioCertificateRequest request) {
        try {
            throw new AssertionError(stub(token).createCertificate(request));
        } catch (StatusRuntimeException refused) {
            return refused.getStatus();
        }
    }

    private IstioCertificateServiceGrpc.IstioCertificateServiceBlockingStub stub(String token) {
        return IstioCertificateServiceGrpc.newBlockingStub(channel)
                .withDeadlineAfter(TestClient.SECONDS, TimeUnit.SECONDS)
                .withInterceptors(
                        MetadataUtils.newAttachHeadersInterceptor(TestClient.headers(token)));
    }

    private static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
