package io.windrose.controlplane.ads;

import io.envoyproxy.envoy.service.discovery.v3.AggregatedDiscoveryServiceGrpc.AggregatedDiscoveryServiceImplBase;
import io.envoyproxy.envoy.service.discovery.v3.DeltaDiscoveryRequest;
import io.envoyproxy.envoy.service.discovery.v3.DeltaDiscoveryResponse;
import io.envoyproxy.envoy.service.discovery.v3.DiscoveryRequest;
import io.envoyproxy.envoy.service.discovery.v3.DiscoveryResponse;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.windrose.controlplane.access.AccessInterceptor;
import io.windrose.controlplane.push.SerialLane;
import io.windrose.kernel.Timer;
import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All types over one stream per proxy, in both dialects.
///
/// @see <a href="https://www.envoyproxy.io/docs/envoy/latest/api-docs/xds_protocol">xDS
///   protocol</a>
public final class AdsService extends AggregatedDiscoveryServiceImplBase {
    private static final Logger LOG = LoggerFactory.getLogger(AdsService.class);

    private final Streams streams;
    private final ScheduledExecutorService pool;
    private final InstantSource clock;

    /// @param pool translates and sends for all streams, and tells their time
    public AdsService(Streams streams, ScheduledExecutorService pool, InstantSource clock) {
        this.streams = streams;
        this.pool = pool;
        this.clock = clock;
    }

    @Override
    public StreamObserver<DeltaDiscoveryRequest> deltaAggregatedResources(
            StreamObserver<DeltaDiscoveryResponse> out) {
        return begin(new DeltaCodec(), out);
    }

    @Override
    public StreamObserver<DiscoveryRequest> streamAggregatedResources(
            StreamObserver<DiscoveryResponse> out) {
        return begin(new StateCodec(), out);
    }

    private <Q, A> StreamObserver<Q> begin(Codec<Q, A> codec, StreamObserver<A> out) {
        var owner =
                SerialLane.owner(
                        pool, fault -> LOG.error("a proxy's stream met a bug and goes on", fault));
        var stream =
                new ProxyStream<>(
                        codec,
                        (ServerCallStreamObserver<A>) out,
                        AccessInterceptor.CALLER.get(),
                        owner,
                        Timer.of(owner, pool),
                        clock,
                        streams);
        stream.begin();
        return stream;
    }
}
