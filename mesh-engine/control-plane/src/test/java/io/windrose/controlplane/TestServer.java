package io.windrose.controlplane;

import io.windrose.controlplane.access.Caller;
import io.windrose.controlplane.access.Tokens;
import io.windrose.controlplane.push.MeshVersion;
import io.windrose.controlplane.status.SyncStatus;
import io.windrose.identity.CertificateAuthority;
import io.windrose.identity.SpiffeId;
import io.windrose.identity.TrustDomain;
import io.windrose.kernel.Live;
import io.windrose.kernel.Owner;
import io.windrose.kernel.Result;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// A control plane on loopback for a test, with one token per account and the operator's.
final class TestServer implements AutoCloseable {
    static final SpiffeId REVIEWS = id("bookinfo-reviews");

    final Live<MeshVersion> mesh = new Live<>(MeshVersion.NONE);
    final CertificateAuthority authority =
            CertificateAuthority.inMemory(TrustDomain.CLUSTER_LOCAL, InstantSource.system());
    final ControlPlane controlPlane;

    TestServer() {
        this(ControlPlaneSettings.onLoopback());
    }

    TestServer(ControlPlaneSettings settings) {
        var quick =
                new ControlPlaneSettings(
                        settings.xds(),
                        settings.debug(),
                        settings.tlsHosts(),
                        Duration.ofMillis(1),
                        Duration.ofMillis(10));
        var tokens =
                new Tokens(
                        Map.of(
                                "reviews-token",
                                new Caller.Workload(REVIEWS),
                                "ratings-token",
                                new Caller.Workload(id("bookinfo-ratings")),
                                "operator-token",
                                new Caller.Operator()));
        controlPlane =
                ok(ControlPlane.start(quick, mesh, tokens, authority, InstantSource.system()));
    }

    InetSocketAddress address() {
        return controlPlane.address();
    }

    TestClient reviews(String pod) {
        return TestClient.connect(
                address(), "reviews-token", TestClient.node(pod, "bookinfo-reviews"));
    }

    SyncStatus await(Predicate<SyncStatus> state) throws Exception {
        var reached = new CompletableFuture<SyncStatus>();
        try (var _ =
                controlPlane
                        .status()
                        .subscribe(
                                Owner.direct(),
                                status -> {
                                    if (state.test(status)) {
                                        reached.complete(status);
                                    }
                                })) {
            return reached.get(TestClient.SECONDS, TimeUnit.SECONDS);
        }
    }

    @Override
    public void close() {
        controlPlane.close();
    }

    static SpiffeId id(String account) {
        return new SpiffeId(TrustDomain.CLUSTER_LOCAL, "default", account);
    }

    static <T> T ok(Result<T> result) {
        return switch (result) {
            case Result.Ok<T>(var value, _) -> value;
            case Result.Err<T>(var problems) -> throw new AssertionError(problems);
        };
    }
}
