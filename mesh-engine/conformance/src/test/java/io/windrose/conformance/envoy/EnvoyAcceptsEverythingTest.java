package io.windrose.conformance.envoy;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.controlplane.ControlPlane;
import io.windrose.controlplane.ControlPlaneSettings;
import io.windrose.controlplane.access.Caller;
import io.windrose.controlplane.access.Tokens;
import io.windrose.controlplane.push.MeshVersion;
import io.windrose.controlplane.status.ProxyStatus;
import io.windrose.identity.CertificateAuthority;
import io.windrose.identity.SpiffeId;
import io.windrose.identity.TrustDomain;
import io.windrose.kernel.Live;
import io.windrose.kernel.Result;
import io.windrose.testkit.Shared;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A stock Envoy takes all that our control plane makes of Bookinfo and of what people write on top
/// of it, as a redirected sidecar and as a gateway.
final class EnvoyAcceptsEverythingTest {
    private static final String TOKEN = "conformance";
    private static final List<String> SEEDS =
            List.of(
                    "reviews-canary",
                    "reviews-header-routing",
                    "reviews-circuit-breaking",
                    "ratings-faults",
                    "traffic-splitting",
                    "mesh-strict-mtls",
                    "backend-policy",
                    "payments-canary",
                    "sidecar-scope",
                    // last, so that the gateway ends up with something to listen for
                    "bookinfo-gateway");

    private static final String SIDECAR =
            "sidecar~10.1.0.10~productpage-v1.default~default.svc.cluster.local";

    private static final String SIDECAR_METADATA =
            """
            {NAMESPACE: default, SERVICE_ACCOUNT: bookinfo-productpage, WORKLOAD_NAME: productpage-v1, \
            CLUSTER_ID: Kubernetes, ISTIO_VERSION: 1.32.0, INTERCEPTION_MODE: REDIRECT, \
            INSTANCE_IPS: 10.1.0.10, LABELS: {app: productpage, version: v1}}\
            """;

    private static final String GATEWAY =
            "router~10.1.0.16~istio-ingressgateway.istio-system~istio-system.svc.cluster.local";

    private static final String GATEWAY_METADATA =
            """
            {NAMESPACE: istio-system, SERVICE_ACCOUNT: istio-ingressgateway-service-account, \
            WORKLOAD_NAME: istio-ingressgateway, CLUSTER_ID: Kubernetes, ISTIO_VERSION: 1.32.0, \
            WINDROSE_OUTBOUND_BIND: 127.0.0.1, WINDROSE_OUTBOUND_PORT_OFFSET: "21000", \
            INSTANCE_IPS: 10.1.0.16, LABELS: {app: istio-ingressgateway, istio: ingressgateway}}\
            """;

    @TempDir private Path folder;
    private final Live<MeshVersion> mesh = new Live<>(new MeshVersion(1, MeshFixture.bookinfo()));
    private CertificateAuthority authority;
    private ControlPlane controlPlane;

    @BeforeEach
    void startTheControlPlane() {
        var clock = InstantSource.system();
        authority = CertificateAuthority.inMemory(TrustDomain.CLUSTER_LOCAL, clock);
        var started =
                ControlPlane.start(
                        ControlPlaneSettings.onLoopback(),
                        mesh,
                        new Tokens(Map.of(TOKEN, new Caller.Operator())),
                        authority,
                        clock);
        controlPlane =
                switch (started) {
                    case Result.Ok<ControlPlane>(var running, _) -> running;
                    case Result.Err<ControlPlane>(var problems) ->
                            throw new AssertionError(problems.toString());
                };
    }

    @AfterEach
    void stopTheControlPlane() {
        controlPlane.close();
    }

    @Test
    void asARedirectedSidecar() throws Exception {
        assertThatNothingIsRejected(
                SIDECAR, SIDECAR_METADATA, identity("default", "bookinfo-productpage"));
    }

    @Test
    void asAGateway() throws Exception {
        assertThatNothingIsRejected(
                GATEWAY,
                GATEWAY_METADATA,
                identity("istio-system", "istio-ingressgateway-service-account"));
    }

    private static SpiffeId identity(String namespace, String account) {
        return new SpiffeId(TrustDomain.CLUSTER_LOCAL, namespace, account);
    }

    private void assertThatNothingIsRejected(String node, String metadata, SpiffeId id)
            throws Exception {
        var address = "127.0.0.1:" + controlPlane.address().getPort();
        try (var secrets = SecretService.start(authority, id);
                var envoy =
                        StockEnvoy.start(
                                folder,
                                new EnvoyBootstrap(
                                                node, metadata, address, TOKEN, secrets.address())
                                        .yaml())) {
            envoy.awaitThat("Bookinfo is accepted", () -> acknowledged(node) >= 1);
            for (int i = 0; i < SEEDS.size(); i++) {
                long version = i + 2L;
                var seed = Shared.path("seeds/" + SEEDS.get(i) + ".yaml");
                mesh.set(new MeshVersion(version, MeshFixture.bookinfoAnd(seed)));
                envoy.awaitThat(seed + " is answered", () -> answered(node, version));
                assertThat(rejections(node)).as("refused of %s", seed).isEmpty();
            }
            assertThat(envoy.stats("cluster_manager.cluster_added").values())
                    .allSatisfy(count -> assertThat(count).isGreaterThan(10));
            envoy.awaitStat("listener_manager.total_listeners_active", 1);
            envoy.awaitThat(
                    "nothing warms",
                    () ->
                            envoy
                                    .stats("(warming_clusters|total_listeners_warming)$")
                                    .values()
                                    .stream()
                                    .allMatch(count -> count == 0));
            assertThat(envoy.stats("update_rejected$"))
                    .isNotEmpty()
                    .allSatisfy((name, count) -> assertThat(count).as(name).isZero());
        }
    }

    private boolean answered(String node, long version) {
        return acknowledged(node) >= version || !rejections(node).isEmpty();
    }

    private long acknowledged(String node) {
        return controlPlane
                .status()
                .get()
                .proxy(node)
                .map(proxy -> proxy.session().acknowledged())
                .orElse(0L);
    }

    private List<String> rejections(String node) {
        return controlPlane.status().get().proxy(node).stream()
                .map(ProxyStatus::session)
                .flatMap(session -> session.types().values().stream())
                .flatMap(type -> type.rejection().stream())
                .map(rejection -> rejection.names() + ": " + rejection.reason())
                .toList();
    }
}
