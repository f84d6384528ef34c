package io.windrose.proxy.xds;

import io.envoyproxy.envoy.service.discovery.v3.AggregatedDiscoveryServiceGrpc.AggregatedDiscoveryServiceImplBase;
import io.envoyproxy.envoy.service.discovery.v3.DeltaDiscoveryRequest;
import io.envoyproxy.envoy.service.discovery.v3.DeltaDiscoveryResponse;
import io.envoyproxy.envoy.service.discovery.v3.DiscoveryRequest;
import io.envoyproxy.envoy.service.discovery.v3.DiscoveryResponse;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// An ADS server whose every word the test says itself, on loopback.
final class PlayedControlPlane implements AutoCloseable {
    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
    private static final int PATIENCE_SECONDS = 10;

    private final BlockingQueue<DeltaDiscoveryRequest> deltaRequests = new LinkedBlockingQueue<>();
    private final BlockingQueue<DiscoveryRequest> requests = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> authorizations = new LinkedBlockingQueue<>();
    private volatile @Nullable StreamObserver<DeltaDiscoveryResponse> delta;
    private volatile @Nullable StreamObserver<DiscoveryResponse> sotw;
    private final Server server;

    PlayedControlPlane(int port) throws IOException {
        server =
                NettyServerBuilder.forAddress(
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                        .directExecutor()
                        .addService(new Ads())
                        .intercept(new Authorizations())
                        .build()
                        .start();
    }

    int port() {
        return server.getPort();
    }

    DeltaDiscoveryRequest nextDelta() throws InterruptedException {
        return taken(deltaRequests);
    }

    DiscoveryRequest next() throws InterruptedException {
        return taken(requests);
    }

    String nextAuthorization() throws InterruptedException {
        return taken(authorizations);
    }

    void say(DeltaDiscoveryResponse.Builder response) {
        var stream = delta;
        if (stream == null) {
            throw new AssertionError("no proxy is connected");
        }
        stream.onNext(response.build());
    }

    void say(DiscoveryResponse.Builder response) {
        var stream = sotw;
        if (stream == null) {
            throw new AssertionError("no proxy is connected");
        }
        stream.onNext(response.build());
    }

    private static <T> T taken(BlockingQueue<T> queue) throws InterruptedException {
        var request = queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (request == null) {
            throw new AssertionError("the proxy said nothing");
        }
        return request;
    }

    @Override
    public void close() {
        server.shutdownNow();
        try {
            server.awaitTermination();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Ads extends AggregatedDiscoveryServiceImplBase {
        @Override
        public StreamObserver<DeltaDiscoveryRequest> deltaAggregatedResources(
                StreamObserver<DeltaDiscoveryResponse> responses) {
            delta = responses;
            return new Recorded<>(deltaRequests);
        }

        @Override
        public StreamObserver<DiscoveryRequest> streamAggregatedResources(
                StreamObserver<DiscoveryResponse> responses) {
            sotw = responses;
            return new Recorded<>(requests);
        }
    }

    private record Recorded<T>(BlockingQueue<T> into) implements StreamObserver<T> {
        @Override
        public void onNext(T request) {
            into.add(request);
        }

        @Override
        public void onError(Throwable failure) {}

        @Override
        public void onCompleted() {}
    }

    private final class Authorizations implements ServerInterceptor {
        @Override
        public <Q, S> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, S> call, Metadata headers, ServerCallHandler<Q, S> next) {
            authorizations.add(String.valueOf(headers.get(AUTHORIZATION)));
            return next.startCall(call, headers);
        }
    }
}
