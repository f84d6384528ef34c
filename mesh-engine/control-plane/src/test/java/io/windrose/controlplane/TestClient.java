package io.windrose.controlplane;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.envoyproxy.envoy.config.core.v3.Node;
import io.envoyproxy.envoy.service.discovery.v3.AggregatedDiscoveryServiceGrpc;
import io.envoyproxy.envoy.service.discovery.v3.DeltaDiscoveryRequest;
import io.envoyproxy.envoy.service.discovery.v3.DeltaDiscoveryResponse;
import io.envoyproxy.envoy.service.discovery.v3.Resource;
import io.grpc.ChannelCredentials;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import io.grpc.stub.MetadataUtils;
import io.windrose.translate.XdsType;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A proxy's side of one delta stream, driven step by step by a test.
final class TestClient
        implements AutoCloseable,
                ClientResponseObserver<DeltaDiscoveryRequest, DeltaDiscoveryResponse> {
    static final int SECONDS = 20;

    private final ManagedChannel channel;
    private final Node node;
    private final BlockingQueue<DeltaDiscoveryResponse> responses = new LinkedBlockingQueue<>();
    private final CompletableFuture<Status> end = new CompletableFuture<>();
    private final boolean paused;
    private @Nullable ClientCallStreamObserver<DeltaDiscoveryRequest> out;
    private boolean introduced;

    private TestClient(ManagedChannel channel, Node node, boolean paused) {
        this.channel = channel;
        this.node = node;
        this.paused = paused;
    }

    /// @param token empty for none
    static TestClient connect(InetSocketAddress address, String token, Node node) {
        return start(new TestClient(channel(address, INSECURE), node, false), token);
    }

    /// Reads nothing before [#read].
    static TestClient connectPaused(InetSocketAddress address, String token, Node node) {
        return start(new TestClient(channel(address, INSECURE), node, true), token);
    }

    static TestClient connect(
            InetSocketAddress address, ChannelCredentials credentials, Node node) {
        return start(new TestClient(channel(address, credentials), node, false), "");
    }

    static final ChannelCredentials INSECURE = InsecureChannelCredentials.create();

    static ManagedChannel channel(InetSocketAddress address, ChannelCredentials credentials) {
        return Grpc.newChannelBuilderForAddress("127.0.0.1", address.getPort(), credentials)
                .maxInboundMessageSize(100 << 20)
                .build();
    }

    static Metadata headers(String token) {
        var headers = new Metadata();
        if (!token.isEmpty()) {
            headers.put(
                    Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER),
                    "Bearer " + token);
        }
        return headers;
    }

    static Node node(String pod, String account) {
        return Node.newBuilder()
                .setId("sidecar~127.0.0.9~" + pod + ".default~default.svc.cluster.local")
                .setUserAgentName("windrose")
                .setMetadata(
                        Struct.newBuilder()
                                .putFields("NAMESPACE", text("default"))
                                .putFields("SERVICE_ACCOUNT", text(account)))
                .build();
    }

    private static TestClient start(TestClient client, String token) {
        AggregatedDiscoveryServiceGrpc.newStub(client.channel)
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers(token)))
                .deltaAggregatedResources(client);
        return client;
    }

    @Override
    public void beforeStart(ClientCallStreamObserver<DeltaDiscoveryRequest> requests) {
        out = requests;
        if (paused) {
            requests.disableAutoRequestWithInitial(0);
        }
    }

    void read(int messages) {
        stream().request(messages);
    }

    void subscribe(XdsType type, String... names) {
        send(
                DeltaDiscoveryRequest.newBuilder()
                        .setTypeUrl(type.typeUrl())
                        .addAllResourceNamesSubscribe(List.of(names)));
    }

    void accept(DeltaDiscoveryResponse response) {
        send(
                DeltaDiscoveryRequest.newBuilder()
                        .setTypeUrl(response.getTypeUrl())
                        .setResponseNonce(response.getNonce()));
    }

    void reject(DeltaDiscoveryResponse response, String reason) {
        send(
                DeltaDiscoveryRequest.newBuilder()
                        .setTypeUrl(response.getTypeUrl())
                        .setResponseNonce(response.getNonce())
                        .setErrorDetail(com.google.rpc.Status.newBuilder().setMessage(reason)));
    }

    /// The node goes with the first message only.
    void send(DeltaDiscoveryRequest.Builder request) {
        stream().onNext((introduced ? request : request.setNode(node)).build());
        introduced = true;
    }

    DeltaDiscoveryResponse next() throws InterruptedException {
        var response = responses.poll(SECONDS, TimeUnit.SECONDS);
        if (response == null) {
            throw new AssertionError("no response; the stream: " + end);
        }
        return response;
    }

    /// Receives one response, accepts it and tells its names.
    List<String> nextNames() throws InterruptedException {
        var response = next();
        accept(response);
        return response.getResourcesList().stream().map(Resource::getName).toList();
    }

    /// How the server ended the stream.
    Status end() throws Exception {
        return end.get(SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void onNext(DeltaDiscoveryResponse response) {
        responses.add(response);
    }

    @Override
    public void onError(Throwable failure) {
        end.complete(Status.fromThrowable(failure));
    }

    @Override
    public void onCompleted() {
        end.complete(Status.OK);
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }

    private ClientCallStreamObserver<DeltaDiscoveryRequest> stream() {
        if (out == null) {
            throw new IllegalStateException("not started");
        }
        return out;
    }

    private static Value text(String text) {
        return Value.newBuilder().setStringValue(text).build();
    }
}
