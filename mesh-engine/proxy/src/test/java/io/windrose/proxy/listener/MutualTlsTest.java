package io.windrose.proxy.listener;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.identity.CertificateAuthority;
import io.windrose.identity.SpiffeId;
import io.windrose.identity.TrustDomain;
import io.windrose.identity.WorkloadCertificate;
import io.windrose.kernel.Result;
import io.windrose.proxy.loop.EventLoops;
import io.windrose.proxy.tls.SecretSnapshot;
import io.windrose.proxy.tls.TlsSecret;
import io.windrose.traffic.cluster.CircuitBreakers;
import io.windrose.traffic.cluster.HttpProtocol;
import io.windrose.traffic.listener.HttpFilter;
import io.windrose.traffic.match.StringMatch;
import io.windrose.traffic.route.Decision;
import io.windrose.traffic.tls.CertificateSource;
import io.windrose.traffic.tls.SanMatch;
import io.windrose.traffic.tls.SecretName;
import io.windrose.traffic.tls.TlsClient;
import io.windrose.traffic.tls.TlsServer;
import io.windrose.traffic.tls.TlsSettings;
import io.windrose.traffic.tls.TlsVersion;
import io.windrose.traffic.tls.TrustSource;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A pair of proxies between client and application, as sidecars are.
final class MutualTlsTest {
    private static final EventLoops LOOPS = EventLoops.of(2);
    private static final CertificateAuthority MESH =
            CertificateAuthority.inMemory(TrustDomain.CLUSTER_LOCAL, InstantSource.system());
    private static final HttpFilter.PeerMetadata CALLING =
            new HttpFilter.PeerMetadata(false, false, true, true);
    private static final HttpFilter.PeerMetadata CALLED =
            new HttpFilter.PeerMetadata(true, true, false, false);

    private final Rig client = new Rig(LOOPS, secrets(MESH, "client"), "client");
    private final Rig server = new Rig(LOOPS, secrets(MESH, "server"), "server");
    private final TestServer app =
            TestServer.http1(LOOPS, _ -> new TestServer.Answer.Say(200, "hello"));

    @AfterEach
    void close() {
        client.close();
        server.close();
        app.close();
    }

    @AfterAll
    static void closeLoops() {
        LOOPS.close();
    }

    private static SecretSnapshot secrets(CertificateAuthority authority, String account) {
        var id = new SpiffeId(authority.trustDomain(), "default", account);
        return switch (authority.issueServer(id, List.of())) {
            case Result.Ok<WorkloadCertificate>(var issued, _) ->
                    new SecretSnapshot(
                            Map.of(
                                    "default",
                                    new TlsSecret.KeyPair(issued.key(), issued.chain()),
                                    "ROOTCA",
                                    new TlsSecret.Trust(MESH.roots())));
            case Result.Err<WorkloadCertificate>(var problems) ->
                    throw new AssertionError(problems);
        };
    }

    private static TlsSettings settings(StringMatch peer, String... alpn) {
        return new TlsSettings(
                List.of(new CertificateSource.Named(new SecretName("default", ""))),
                new TrustSource.Named(new SecretName("ROOTCA", "")),
                List.of(new SanMatch(SanMatch.Kind.URI, peer)),
                List.of(alpn),
                TlsVersion.V1_2,
                TlsVersion.V1_3,
                List.of());
    }

    private void applyPair(HttpProtocol.Choice choice, String expectedServer, String... offer) {
        server.apply(
                Snapshots.of(
                        Snapshots.http(
                                Snapshots.to(Decision.Forward.to("app")),
                                new TlsServer(
                                        settings(
                                                StringMatch.prefix("spiffe://cluster.local/"),
                                                "h2",
                                                "http/1.1"),
                                        true,
                                        false),
                                CALLED),
                        Snapshots.cluster("app", app.port())));
        client.apply(
                Snapshots.of(
                        Snapshots.http(Snapshots.to(Decision.Forward.to("peer")), CALLING),
                        Snapshots.cluster(
                                "peer",
                                choice,
                                new TlsClient(
                                        settings(StringMatch.exact(expectedServer), offer),
                                        "outbound_.80_._.app.default.svc.cluster.local",
                                        1,
                                        false,
                                        false),
                                CircuitBreakers.DEFAULT,
                                server.port())));
    }

    @ParameterizedTest
    @EnumSource(
            value = HttpProtocol.Choice.class,
            names = {"HTTP1", "HTTP2"})
    void bothEndsKnowOneAnother(HttpProtocol.Choice choice) {
        applyPair(
                choice,
                "spiffe://cluster.local/ns/default/sa/server",
                "istio",
                choice == HttpProtocol.Choice.HTTP2 ? "h2" : "http/1.1");

        assertThat(client.get("/")).endsWith("\r\n\r\nhello");

        var inbound = server.done();
        assertThat(inbound.downstream().tls().peerUri())
                .isEqualTo("spiffe://cluster.local/ns/default/sa/client");
        assertThat(inbound.downstream().tls().localUri())
                .isEqualTo("spiffe://cluster.local/ns/default/sa/server");
        assertThat(inbound.downstream().peer().workload()).isEqualTo("client");
        var outbound = client.done();
        assertThat(outbound.upstream().tls().peerUri())
                .isEqualTo("spiffe://cluster.local/ns/default/sa/server");
        assertThat(outbound.upstream().peer().workload()).isEqualTo("server");
        assertThat(app.asked().getFirst().headers().text("x-forwarded-client-cert"))
                .startsWith("By=spiffe://cluster.local/ns/default/sa/server;Hash=")
                .endsWith(";Subject=\"\";URI=spiffe://cluster.local/ns/default/sa/client");
        assertThat(app.asked().getFirst().headers().text("x-envoy-peer-metadata")).isEmpty();
    }

    @Test
    void anOfferWithoutCommonProtocolIsNoAlert() {
        applyPair(
                HttpProtocol.Choice.HTTP1,
                "spiffe://cluster.local/ns/default/sa/server",
                "istio-http/1.1",
                "istio");

        assertThat(client.get("/")).endsWith("\r\n\r\nhello");
        assertThat(client.done().upstream().tls().alpn()).isEmpty();
    }

    @Test
    void aServerOfAnotherNameIsNotSpokenTo() {
        applyPair(HttpProtocol.Choice.HTTP2, "spiffe://cluster.local/ns/default/sa/other", "h2");

        assertThat(client.get("/"))
                .startsWith("HTTP/1.1 503")
                .endsWith("reset reason: remote connection failure");
        assertThat(client.done().flags().text()).isEqualTo("UF");
        assertThat(app.asked()).isEmpty();
    }

    @Test
    void aClientOfAnotherTrustDomainIsRefused() {
        var foreign =
                CertificateAuthority.inMemory(
                        new TrustDomain("elsewhere.example"), InstantSource.system());
        client.secrets.set(secrets(foreign, "client"));
        applyPair(HttpProtocol.Choice.HTTP1, "spiffe://cluster.local/ns/default/sa/server");

        assertThat(client.get("/")).startsWith("HTTP/1.1 503");
        assertThat(app.asked()).isEmpty();
    }

    @Test
    void aClientWithoutTlsIsRefused() {
        applyPair(HttpProtocol.Choice.HTTP1, "spiffe://cluster.local/ns/default/sa/server");

        assertThat(server.get("/")).doesNotContain("HTTP/1.1 200");
        assertThat(app.asked()).isEmpty();
    }

    @Test
    void rotationUnderLoadLosesNothing() {
        applyPair(HttpProtocol.Choice.HTTP2, "spiffe://cluster.local/ns/default/sa/server", "h2");
        int answered = 0;

        for (int i = 0; i < 100; i++) {
            if (i % 20 == 10) {
                client.secrets.set(secrets(MESH, "client"));
                server.secrets.set(secrets(MESH, "server"));
            }
            answered += client.get("/").endsWith("hello") ? 1 : 0;
        }

        assertThat(answered).isEqualTo(100);
    }
}
