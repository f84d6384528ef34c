package io.windrose.proxy.secret;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.Secret;
import io.envoyproxy.envoy.service.discovery.v3.DiscoveryRequest;
import io.envoyproxy.envoy.service.discovery.v3.DiscoveryResponse;
import io.envoyproxy.envoy.service.secret.v3.SecretDiscoveryServiceGrpc;
import io.grpc.ManagedChannel;
import io.grpc.stub.StreamObserver;
import io.windrose.identity.CertificateAuthority;
import io.windrose.identity.SpiffeId;
import io.windrose.identity.TrustDomain;
import io.windrose.identity.WorkloadCertificate;
import io.windrose.kernel.Live;
import io.windrose.kernel.Owner;
import io.windrose.kernel.Reading;
import io.windrose.kernel.Result;
import io.windrose.proxy.bootstrap.ServerAddress;
import io.windrose.proxy.loop.EventLoops;
import io.windrose.proxy.xds.ControlChannel;
import io.windrose.testkit.FakeClock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The secrets of one workload as a proxy beside it sees them, over a socket file.
final class SdsServerTest {
    private static final SpiffeId REVIEWS =
            new SpiffeId(TrustDomain.CLUSTER_LOCAL, "default", "bookinfo-reviews");

    private final FakeClock clock = new FakeClock();
    private final CertificateAuthority authority =
            CertificateAuthority.inMemory(TrustDomain.CLUSTER_LOCAL, clock);
    private final WorkloadCertificate first = certificate();
    private final Live<Reading<WorkloadCertificate>> certificate =
            new Live<>(Reading.fresh(first, clock.instant()));
    private final EventLoops loops = EventLoops.of(1);
    private final Owner.Threaded owner =
            Owner.onThread(
                    "control",
                    fault -> {
                        throw new IllegalStateException(fault);
                    });
    private final SdsServer server;
    private final ManagedChannel channel;
    private final BlockingQueue<DiscoveryResponse> responses = new LinkedBlockingQueue<>();
    private final StreamObserver<DiscoveryRequest> requests;

    SdsServerTest(@TempDir Path folder) {
        var address = new ServerAddress.Unix(folder.resolve("sds").toString());
        server = value(SdsServer.start(address, certificate, owner.owner(), loops));
        channel = ControlChannel.open(address, Map.of(), loops);
        requests = SecretDiscoveryServiceGrpc.newStub(channel).streamSecrets(new Kept(responses));
    }

    @AfterEach
    void close() {
        channel.shutdownNow();
        server.close();
        owner.close();
        loops.close();
    }

    @Test
    void eachNameIsAnsweredWithItsSecret() throws Exception {
        ask("default", "ROOTCA");

        var secrets = next();

        assertThat(secrets).extracting(Secret::getName).containsExactly("ROOTCA", "default");
        assertThat(secrets.getLast().getTlsCertificate().getCertificateChain().getInlineBytes())
                .isEqualTo(ByteString.copyFromUtf8(first.chainPem()));
        assertThat(secrets.getFirst().getValidationContext().getTrustedCa().getInlineBytes())
                .isEqualTo(ByteString.copyFromUtf8(first.rootsPem()));
    }

    @Test
    void aRenewedCertificateIsSentWithoutBeingAskedFor() throws Exception {
        ask("default");
        next();
        var renewed = certificate();

        certificate.set(Reading.fresh(renewed, clock.instant()));

        assertThat(next().getFirst().getTlsCertificate().getCertificateChain().getInlineBytes())
                .isEqualTo(ByteString.copyFromUtf8(renewed.chainPem()));
    }

    private void ask(String... names) {
        requests.onNext(
                DiscoveryRequest.newBuilder()
                        .setTypeUrl(SdsDialect.TYPE)
                        .addAllResourceNames(List.of(names))
                        .build());
    }

    private List<Secret> next() throws Exception {
        var response = responses.poll(10, TimeUnit.SECONDS);
        if (response == null) {
            throw new AssertionError("no secrets came");
        }
        var secrets = new ArrayList<Secret>();
        for (var any : response.getResourcesList()) {
            secrets.add(any.unpack(Secret.class));
        }
        return secrets;
    }

    private WorkloadCertificate certificate() {
        return value(authority.issueServer(REVIEWS, List.of()));
    }

    private static <T> T value(Result<T> result) {
        return switch (result) {
            case Result.Ok<T>(var value, _) -> value;
            case Result.Err<T>(var problems) -> throw new AssertionError(problems.toString());
        };
    }

    private record Kept(BlockingQueue<DiscoveryResponse> into)
            implements StreamObserver<DiscoveryResponse> {
        @Override
        public void onNext(DiscoveryResponse response) {
            into.add(response);
        }

        @Override
        public void onError(Throwable failure) {}

        @Override
        public void onCompleted() {}
    }
}
