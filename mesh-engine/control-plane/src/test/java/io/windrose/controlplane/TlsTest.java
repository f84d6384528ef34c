package io.windrose.controlplane;

import static io.windrose.controlplane.TestMesh.cluster;
import static io.windrose.controlplane.TestServer.REVIEWS;
import static io.windrose.controlplane.TestServer.ok;
import static io.windrose.translate.XdsType.CDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ChannelCredentials;
import io.grpc.Status;
import io.grpc.TlsChannelCredentials;
import io.windrose.identity.CertificateAuthority;
import io.windrose.identity.TrustDomain;
import io.windrose.identity.WorkloadCertificate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TlsTest {
    private final TestServer server =
            new TestServer(ControlPlaneSettings.onLoopback().withTls(List.of("127.0.0.1")));

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aClientCertificateOfTheMeshTakesThePlaceOfAToken() throws Exception {
        server.mesh.set(TestMesh.of(0, "details"));
        var own = ok(server.authority.issueServer(REVIEWS, List.of()));
        try (var proxy = connect(with(own, own), "bookinfo-reviews")) {
            proxy.subscribe(CDS);

            assertThat(proxy.nextNames()).contains(cluster("details"));
        }
        try (var proxy = connect(with(own, own), "bookinfo-ratings")) {
            proxy.subscribe(CDS);

            assertThat(proxy.end().getCode()).isEqualTo(Status.Code.PERMISSION_DENIED);
        }
    }

    @Test
    void aCertificateOfAnotherAuthorityIsRefused() throws Exception {
        var other =
                CertificateAuthority.inMemory(TrustDomain.CLUSTER_LOCAL, InstantSource.system());
        var foreign = ok(other.issueServer(REVIEWS, List.of()));
        var own = ok(server.authority.issueServer(REVIEWS, List.of()));
        try (var proxy = connect(with(foreign, own), "bookinfo-reviews")) {
            proxy.subscribe(CDS);

            assertThat(proxy.end().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
        }
    }

    @Test
    void withoutCertificateATokenIsAskedFor() throws Exception {
        var own = ok(server.authority.issueServer(REVIEWS, List.of()));
        var anonymous =
                TlsChannelCredentials.newBuilder().trustManager(stream(own.rootsPem())).build();
        try (var proxy = connect(anonymous, "bookinfo-reviews")) {
            assertThat(proxy.end().getCode()).isEqualTo(Status.Code.UNAUTHENTICATED);
        }
    }

    private TestClient connect(ChannelCredentials credentials, String account) {
        return TestClient.connect(
                server.address(), credentials, TestClient.node("reviews-v1", account));
    }

    private static ChannelCredentials with(WorkloadCertificate shown, WorkloadCertificate trusting)
            throws IOException {
        return TlsChannelCredentials.newBuilder()
                .keyManager(stream(shown.chainPem()), stream(shown.keyPem()))
                .trustManager(stream(trusting.rootsPem()))
                .build();
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    }
}
