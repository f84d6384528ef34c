package io.windrose.controlplane;

import static io.windrose.controlplane.TestMesh.cluster;
import static io.windrose.translate.XdsType.CDS;
import static io.windrose.translate.XdsType.EDS;
import static io.windrose.translate.XdsType.LDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.envoyproxy.envoy.config.core.v3.Node;
import io.envoyproxy.envoy.service.discovery.v3.DeltaDiscoveryRequest;
import io.grpc.Status;
import io.windrose.controlplane.access.Authenticator;
import io.windrose.controlplane.push.MeshVersion;
import io.windrose.controlplane.session.Rejection;
import io.windrose.identity.CertificateAuthority;
import io.windrose.identity.TrustDomain;
import io.windrose.kernel.Live;
import io.windrose.kernel.Problem;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ControlPlaneTest {
    private final TestServer server = new TestServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aProxyIsSentTheMeshAndThenOnlyWhatChanges() throws Exception {
        server.mesh.set(TestMesh.of(0, "details"));
        try (var proxy = server.reviews("reviews-v1")) {
            proxy.subscribe(CDS);
            var first = proxy.nextNames();
            server.mesh.set(TestMesh.of(1, "details", "ratings"));
            var second = proxy.nextNames();
            proxy.subscribe(EDS);
            proxy.subscribe(LDS);
            proxy.nextNames();
            proxy.nextNames();
            var status = server.await(now -> now.acknowledged(1) == 1);

            assertThat(first).contains(cluster("details"), "BlackHoleCluster");
            assertThat(second).containsExactly(cluster("ratings"));
            assertThat(status.version()).isEqualTo(1);
            assertThat(status.proxies())
                    .singleElement()
                    .matches(p -> p.name().equals("reviews-v1.default"));
        }
    }

    @Test
    void aServiceThatDisappearsIsRemoved() throws Exception {
        server.mesh.set(TestMesh.of(0, "details", "ratings"));
        try (var proxy = server.reviews("reviews-v1")) {
            proxy.subscribe(CDS);
            proxy.nextNames();
            server.mesh.set(TestMesh.of(1, "details"));
            var removal = proxy.next();

            assertThat(removal.getResourcesList()).isEmpty();
            assertThat(removal.getRemovedResourcesList()).containsExactly(cluster("ratings"));
        }
    }

    @Test
    void aProxyThatComesBackIsSentWhatItDoesNotHave() throws Exception {
        server.mesh.set(TestMesh.of(0, "details"));
        Map<String, String> known;
        try (var proxy = server.reviews("reviews-v1")) {
            proxy.subscribe(CDS);
            known =
                    proxy.next().getResourcesList().stream()
                            .collect(
                                    Collectors.toMap(
                                            resource -> resource.getName(),
                                            resource -> resource.getVersion()));
        }
        server.mesh.set(TestMesh.of(1, "details", "ratings"));
        server.await(now -> now.version() == 1);
        try (var proxy = server.reviews("reviews-v1")) {
            proxy.send(
                    DeltaDiscoveryRequest.newBuilder()
                            .setTypeUrl(CDS.typeUrl())
                            .putAllInitialResourceVersions(known));

            assertThat(proxy.nextNames()).containsExactly(cluster("ratings"));
        }
    }

    @Test
    void aRejectionIsShownWithItsReason() throws Exception {
        server.mesh.set(TestMesh.of(0));
        try (var proxy = server.reviews("reviews-v1")) {
            proxy.subscribe(EDS, "nobody");
            proxy.reject(proxy.next(), "I do not like it");
            var status =
                    server.await(now ->
                            now.proxies().stream()
                                    .flatMap(p -> p.session().types().values().stream())
                                    .anyMatch(type -> type.rejection().isPresent()));

            assertThat(status.acknowledged(0)).isZero();
            assertThat(status.proxies().getFirst().session().types().values())
                    .singleElement()
                    .extracting(type -> type.rejection().orElseThrow())
                    .extracting(Rejection::reason, Rejection::names)
                    .containsExactly("I do not like it", List.of("nobody"));
        }
    }

    @Test
    void aSlowProxyGetsTheNewestStateOnlyAndHoldsNobodyUp() throws Exception {
        server.mesh.set(TestMesh.of(0, "s0"));
        try (var slow =
                        TestClient.connectPaused(
                                server.address(),
                                "reviews-token",
                                TestClient.node("slow", "bookinfo-reviews"));
                var quick = server.reviews("quick")) {
            slow.subscribe(CDS);
            quick.subscribe(CDS);
            quick.nextNames();
            for (int i = 1; i <= 20; i++) {
                server.mesh.set(TestMesh.of(i, "s" + i));
                server.await(now -> now.proxies().size() == 2);
                assertThat(quick.nextNames()).containsExactly(cluster("s" + i));
            }
            slow.read(100);
            slow.accept(slow.next());
            var second = slow.next();

            assertThat(second.getSystemVersionInfo()).isEqualTo("20");
            assertThat(second.getResourcesList())
                    .singleElement()
                    .extracting(resource -> resource.getName())
                    .isEqualTo(cluster("s20"));
        }
    }

    @Test
    void garbageFromOneProxyDoesNotHurtAnother() throws Exception {
        server.mesh.set(TestMesh.of(0, "details"));
        try (var bad = server.reviews("bad");
                var good = server.reviews("good")) {
            bad.subscribe(CDS);
            bad.next();
            for (int i = 0; i < 1000; i++) {
                bad.send(
                        DeltaDiscoveryRequest.newBuilder()
                                .setTypeUrl(
                                        i % 2 == 0 ? "type.googleapis.com/no.Such" : CDS.typeUrl())
                                .setResponseNonce("garbage-" + i));
            }
            good.subscribe(CDS);

            assertThat(good.nextNames()).contains(cluster("details"));
            server.mesh.set(TestMesh.of(1, "details", "ratings"));
            assertThat(good.nextNames()).containsExactly(cluster("ratings"));
        }
    }

    @Test
    void withoutATokenNobodyIsServed() throws Exception {
        try (var proxy =
                TestClient.connect(
                        server.address(), "", TestClient.node("a", "bookinfo-reviews"))) {
            assertThat(proxy.end().toString())
                    .isEqualTo(
                            Status.UNAUTHENTICATED
                                    .withDescription(
                                            "no token was shown; this control plane wants"
                                                    + " \"authorization: Bearer TOKEN\"")
                                    .toString());
        }
    }

    @Test
    void aTokenOpensNoOtherWorkloadsStream() throws Exception {
        try (var proxy =
                TestClient.connect(
                        server.address(),
                        "ratings-token",
                        TestClient.node("reviews-v1", "bookinfo-reviews"))) {
            proxy.subscribe(CDS);

            assertThat(proxy.end().toString())
                    .isEqualTo(
                            Status.PERMISSION_DENIED
                                    .withDescription(
                                            "the token is for"
                                                    + " cluster.local/ns/default/sa/bookinfo-ratings,"
                                                    + " but the node says namespace \"default\" and"
                                                    + " service account \"bookinfo-reviews\"")
                                    .toString());
        }
    }

    @Test
    void aNodeThatIsNotIstiosIsAnInvalidArgument() throws Exception {
        try (var proxy =
                TestClient.connect(
                        server.address(), "operator-token", Node.newBuilder().setId("x").build())) {
            proxy.subscribe(CDS);

            assertThat(proxy.end().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        }
    }

    @Test
    void offLoopbackPlainTextIsRefused() {
        var settings =
                ControlPlaneSettings.onLoopback().withXds(new InetSocketAddress("0.0.0.0", 15010));

        assertThat(start(settings).map(Problem::toString))
                .containsExactly(
                        "0.0.0.0:15010 can be reached from other machines, and the connection would"
                                + " be in plain text; name the hosts for a TLS certificate, or"
                                + " listen on 127.0.0.1 [MESH0701]");
    }

    @Test
    void aPortInUseIsNamed() {
        var settings = ControlPlaneSettings.onLoopback().withXds(server.address());

        assertThat(start(settings).map(Problem::toString))
                .singleElement()
                .asString()
                .startsWith(
                        "cannot listen on 127.0.0.1:"
                                + server.address().getPort()
                                + " for proxies:")
                .endsWith("[MESH0703]");
    }

    @Test
    void closingEndsTheStreamsAndGivesThePortBack() throws Exception {
        try (var proxy = server.reviews("reviews-v1")) {
            proxy.subscribe(CDS);
            server.await(now -> now.proxies().size() == 1);

            server.close();

            assertThat(proxy.end().toString())
                    .isEqualTo(
                            Status.UNAVAILABLE
                                    .withDescription("the control plane is shutting down")
                                    .toString());
            try (var again =
                    new TestServer(ControlPlaneSettings.onLoopback().withXds(server.address()))) {
                assertThat(again.address().getPort()).isPositive();
            }
        }
    }

    private static Stream<Problem> start(ControlPlaneSettings settings) {
        return ControlPlane.start(
                settings,
                new Live<>(MeshVersion.NONE),
                Authenticator.open(),
                CertificateAuthority.inMemory(TrustDomain.CLUSTER_LOCAL, InstantSource.system()),
                InstantSource.system())
                .problems()
                .stream();
    }
}
