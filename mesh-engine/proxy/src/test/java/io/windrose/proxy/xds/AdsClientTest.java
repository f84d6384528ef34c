package io.windrose.proxy.xds;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.core.v3.Node;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.service.discovery.v3.DeltaDiscoveryRequest;
import io.envoyproxy.envoy.service.discovery.v3.DeltaDiscoveryResponse;
import io.envoyproxy.envoy.service.discovery.v3.DiscoveryRequest;
import io.envoyproxy.envoy.service.discovery.v3.DiscoveryResponse;
import io.envoyproxy.envoy.service.discovery.v3.Resource;
import io.windrose.kernel.Owner;
import io.windrose.kernel.Timer;
import io.windrose.proxy.bootstrap.AdsSource;
import io.windrose.proxy.bootstrap.ServerAddress;
import io.windrose.proxy.loop.EventLoops;
import io.windrose.telemetry.ServerStats;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The client against a control plane that the test plays over a real connection; its pauses end
/// when the test says so.
final class AdsClientTest {
    private static final Node NODE = Node.newBuilder().setId("sidecar~1~a.b~c").build();

    private final EventLoops loops = EventLoops.of(1);
    private final Owner.Threaded owner =
            Owner.onThread(
                    "control",
                    fault -> {
                        throw new IllegalStateException(fault);
                    });
    private final BlockingQueue<Runnable> planned = new LinkedBlockingQueue<>();
    private final Timer timer =
            (_, task) -> {
                planned.add(() -> owner.owner().execute(task));
                return Timer.Cancellation.NOTHING;
            };
    private final ServerStats stats = new ServerStats();
    private final List<AutoCloseable> opened = new ArrayList<>(List.of(loops, owner));

    /// Refuses names that begin with `bad`, and wants the endpoints of each cluster.
    private static ResourceSink.Outcome take(XdsLedger offered) {
        var rejections =
                offered.accepted(XdsType.CLUSTER).keySet().stream()
                        .filter(name -> name.startsWith("bad"))
                        .map(name -> new ResourceSink.Rejection(XdsType.CLUSTER, name, "is bad"))
                        .toList();
        var endpoints =
                offered.accepted(XdsType.CLUSTER).keySet().stream()
                        .filter(name -> !name.startsWith("bad"))
                        .collect(Collectors.toUnmodifiableSet());
        return new ResourceSink.Outcome(rejections, Map.of(XdsType.ENDPOINTS, endpoints));
    }

    @Test
    void theFirstRequestIntroducesTheProxyAndLaterOnesDoNot() throws Exception {
        var plane = controlPlane(0);
        client(plane.port(), AdsSource.Mode.DELTA);

        assertThat(plane.nextDelta())
                .isEqualTo(
                        DeltaDiscoveryRequest.newBuilder()
                                .setNode(NODE)
                                .setTypeUrl(XdsType.CLUSTER.url())
                                .build());
        assertThat(plane.nextDelta())
                .isEqualTo(
                        DeltaDiscoveryRequest.newBuilder()
                                .setTypeUrl(XdsType.LISTENER.url())
                                .build());
        assertThat(plane.nextAuthorization()).isEqualTo("Bearer secret");
    }

    @Test
    void aResponseIsAcknowledgedBeforeWhatItRefersToIsAskedFor() throws Exception {
        var plane = controlPlane(0);
        var client = client(plane.port(), AdsSource.Mode.DELTA);
        plane.nextDelta();
        plane.nextDelta();

        plane.say(delta("1", cluster("b", "v1"), cluster("a", "v1")));

        assertThat(plane.nextDelta()).isEqualTo(ack(XdsType.CLUSTER, "1"));
        assertThat(plane.nextDelta())
                .isEqualTo(
                        DeltaDiscoveryRequest.newBuilder()
                                .setTypeUrl(XdsType.ENDPOINTS.url())
                                .addResourceNamesSubscribe("a")
                                .addResourceNamesSubscribe("b")
                                .build());
        assertThat(client.ledger().get().versions(XdsType.CLUSTER))
                .isEqualTo(Map.of("a", "v1", "b", "v1"));
    }

    @Test
    void eachBadResourceIsNamedWhileTheGoodOnesApplyAndTheOldVersionStays() throws Exception {
        var plane = controlPlane(0);
        var client = client(plane.port(), AdsSource.Mode.DELTA);
        plane.nextDelta();
        plane.nextDelta();

        plane.say(
                delta("7", cluster("good", "v1"), cluster("bad1", "v1"), cluster("bad2", "v1"))
                        .addResources(
                                Resource.newBuilder()
                                        .setName("broken")
                                        .setVersion("v1")
                                        .setResource(garbage())));

        var nack = plane.nextDelta();
        assertThat(nack.getResponseNonce()).isEqualTo("7");
        assertThat(nack.getErrorDetail().getMessage())
                .startsWith("broken: cannot be read: ")
                .endsWith("; bad1: is bad; bad2: is bad");
        assertThat(client.ledger().get().versions(XdsType.CLUSTER)).isEqualTo(Map.of("good", "v1"));
        assertThat(client.ledger().get().refused(XdsType.CLUSTER).keySet())
                .containsExactly("bad1", "bad2", "broken");
        assertThat(stats.counter("cluster_manager.cds.update_rejected").sum()).isEqualTo(1);
    }

    @Test
    void whatIsRemovedIsForgottenAndNoLongerSubscribedTo() throws Exception {
        var plane = controlPlane(0);
        var client = client(plane.port(), AdsSource.Mode.DELTA);
        plane.nextDelta();
        plane.nextDelta();
        plane.say(delta("1", cluster("a", "v1"), cluster("b", "v1")));
        plane.nextDelta();
        plane.nextDelta();

        plane.say(delta("2").addRemovedResources("a"));

        assertThat(plane.nextDelta()).isEqualTo(ack(XdsType.CLUSTER, "2"));
        assertThat(plane.nextDelta())
                .isEqualTo(
                        DeltaDiscoveryRequest.newBuilder()
                                .setTypeUrl(XdsType.ENDPOINTS.url())
                                .addResourceNamesUnsubscribe("a")
                                .build());
        assertThat(client.ledger().get().versions(XdsType.CLUSTER)).isEqualTo(Map.of("b", "v1"));
    }

    @Test
    void whenTheControlPlaneComesBackItIsToldWhatIsAlreadyHeld() throws Exception {
        var plane = controlPlane(0);
        var client = client(plane.port(), AdsSource.Mode.DELTA);
        plane.nextDelta();
        plane.nextDelta();
        plane.say(delta("1", cluster("a", "v1")));
        plane.nextDelta();
        plane.nextDelta();
        int port = plane.port();
        plane.close();

        var retry = planned.poll(10, TimeUnit.SECONDS);
        assertThat(client.connected().get()).isFalse();
        assertThat(client.ledger().get().versions(XdsType.CLUSTER)).isEqualTo(Map.of("a", "v1"));

        var again = controlPlane(port);
        assertThat(retry).isNotNull();
        retry.run();
        assertThat(again.nextDelta())
                .isEqualTo(
                        DeltaDiscoveryRequest.newBuilder()
                                .setNode(NODE)
                                .setTypeUrl(XdsType.CLUSTER.url())
                                .putInitialResourceVersions("a", "v1")
                                .build());
        again.nextDelta();
        assertThat(again.nextDelta())
                .isEqualTo(
                        DeltaDiscoveryRequest.newBuilder()
                                .setTypeUrl(XdsType.ENDPOINTS.url())
                                .addResourceNamesSubscribe("a")
                                .build());
    }

    @Test
    void whileNobodyAnswersAttemptsGoOnWithPauses() throws Exception {
        var plane = controlPlane(0);
        int port = plane.port();
        plane.close();
        client(port, AdsSource.Mode.DELTA);

        for (int attempt = 0; attempt < 3; attempt++) {
            var retry = planned.poll(10, TimeUnit.SECONDS);
            assertThat(retry).isNotNull();
            retry.run();
        }

        assertThat(stats.counter("control_plane.disconnects").sum()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void theOlderDialectAcknowledgesVersionsAndRepeatsNames() throws Exception {
        var plane = controlPlane(0);
        var client = client(plane.port(), AdsSource.Mode.STATE_OF_THE_WORLD);
        plane.next();
        plane.next();

        plane.say(world("7", "n1", named("a"), named("b")));
        assertThat(plane.next()).isEqualTo(answer(XdsType.CLUSTER, "7", "n1").build());
        assertThat(plane.next())
                .isEqualTo(
                        answer(XdsType.ENDPOINTS, "", "")
                                .addResourceNames("a")
                                .addResourceNames("b")
                                .build());

        plane.say(world("8", "n2", named("b"), named("bad")));
        var nack = plane.next();
        assertThat(nack.getVersionInfo()).isEqualTo("7");
        assertThat(nack.getResponseNonce()).isEqualTo("n2");
        assertThat(nack.getErrorDetail().getMessage()).isEqualTo("bad: is bad");
        assertThat(plane.next().getResourceNamesList()).isEqualTo(List.of("b"));
        assertThat(client.ledger().get().versions(XdsType.CLUSTER)).isEqualTo(Map.of("b", "8"));
    }

    @Test
    void anAnswerOfATypeThatNobodyAskedForIsRefused() throws Exception {
        var plane = controlPlane(0);
        client(plane.port(), AdsSource.Mode.DELTA);
        plane.nextDelta();
        plane.nextDelta();

        plane.say(
                DeltaDiscoveryResponse.newBuilder()
                        .setTypeUrl("type.googleapis.com/other")
                        .setNonce("1"));

        assertThat(plane.nextDelta().getErrorDetail().getMessage())
                .isEqualTo("this proxy asked for no such type");
    }

    @Test
    void aNameThatOccursTwiceIsRefused() throws Exception {
        var plane = controlPlane(0);
        client(plane.port(), AdsSource.Mode.DELTA);
        plane.nextDelta();
        plane.nextDelta();

        plane.say(delta("1", cluster("a", "v1"), cluster("a", "v2")));

        assertThat(plane.nextDelta().getErrorDetail().getMessage())
                .isEqualTo("a: occurs twice in one response");
    }

    @Test
    void endpointsAreKeptByTheirClustersName() throws Exception {
        var plane = controlPlane(0);
        var client = client(plane.port(), AdsSource.Mode.DELTA);
        plane.nextDelta();
        plane.nextDelta();
        var endpoints = ClusterLoadAssignment.newBuilder().setClusterName("a").build();

        plane.say(
                DeltaDiscoveryResponse.newBuilder()
                        .setTypeUrl(XdsType.ENDPOINTS.url())
                        .setNonce("1")
                        .addResources(Resource.newBuilder().setResource(Any.pack(endpoints))));

        plane.nextDelta();
        assertThat(client.ledger().get().messages(XdsType.ENDPOINTS))
                .isEqualTo(Map.of("a", endpoints));
    }

    private PlayedControlPlane controlPlane(int port) throws IOException {
        var plane = new PlayedControlPlane(port);
        opened.addFirst(plane);
        return plane;
    }

    private AdsClient client(int port, AdsSource.Mode mode) {
        var channel =
                ControlChannel.open(
                        new ServerAddress.Tcp("127.0.0.1", port),
                        Map.of("authorization", "Bearer secret"),
                        loops);
        var client =
                new AdsClient(
                        NODE,
                        mode,
                        channel,
                        AdsClientTest::take,
                        owner.owner(),
                        timer,
                        Clock.systemUTC(),
                        new SplittableRandom(1),
                        stats);
        opened.addFirst(client);
        client.start();
        return client;
    }

    @AfterEach
    void closeAll() throws Exception {
        for (var each : opened) {
            each.close();
        }
    }

    private static DeltaDiscoveryResponse.Builder delta(String nonce, Resource... resources) {
        return DeltaDiscoveryResponse.newBuilder()
                .setTypeUrl(XdsType.CLUSTER.url())
                .setNonce(nonce)
                .addAllResources(List.of(resources));
    }

    private static Resource cluster(String name, String version) {
        return Resource.newBuilder()
                .setName(name)
                .setVersion(version)
                .setResource(Any.pack(named(name)))
                .build();
    }

    private static Message named(String name) {
        return Cluster.newBuilder().setName(name).build();
    }

    private static Any garbage() {
        return Any.newBuilder()
                .setTypeUrl(XdsType.CLUSTER.url())
                .setValue(ByteString.copyFrom(new byte[] {(byte) 0xff}))
                .build();
    }

    private static DeltaDiscoveryRequest ack(XdsType type, String nonce) {
        return DeltaDiscoveryRequest.newBuilder()
                .setTypeUrl(type.url())
                .setResponseNonce(nonce)
                .build();
    }

    private static DiscoveryResponse.Builder world(
            String version, String nonce, Message... clusters) {
        var response =
                DiscoveryResponse.newBuilder()
                        .setTypeUrl(XdsType.CLUSTER.url())
                        .setVersionInfo(version)
                        .setNonce(nonce);
        for (var cluster : clusters) {
            response.addResources(Any.pack(cluster));
        }
        return response;
    }

    private static DiscoveryRequest.Builder answer(XdsType type, String version, String nonce) {
        return DiscoveryRequest.newBuilder()
                .setTypeUrl(type.url())
                .setVersionInfo(version)
                .setResponseNonce(nonce);
    }
}
