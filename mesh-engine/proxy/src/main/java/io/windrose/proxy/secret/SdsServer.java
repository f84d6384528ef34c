package io.windrose.proxy.secret;

import io.envoyproxy.envoy.service.discovery.v3.DeltaDiscoveryRequest;
import io.envoyproxy.envoy.service.discovery.v3.DeltaDiscoveryResponse;
import io.envoyproxy.envoy.service.discovery.v3.DiscoveryRequest;
import io.envoyproxy.envoy.service.discovery.v3.DiscoveryResponse;
import io.envoyproxy.envoy.service.secret.v3.SecretDiscoveryServiceGrpc.SecretDiscoveryServiceImplBase;
import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.windrose.identity.WorkloadCertificate;
import io.windrose.kernel.Live;
import io.windrose.kernel.Owner;
import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Reading;
import io.windrose.kernel.Result;
import io.windrose.proxy.bootstrap.ServerAddress;
import io.windrose.proxy.loop.EventLoops;
import java.io.IOException;
import java.net.SocketAddress;

/// Hands one workload's certificate to the proxies beside it, as Istio's agent does at `sds-grpc`:
/// anew whenever it is renewed. Listens on loopback or a socket file; whoever may connect gets the
/// key.
public final class SdsServer implements AutoCloseable {
    private final Server server;

    private SdsServer(Server server) {
        this.server = server;
    }

    /// @param certificate changes on `owner`'s rotation
    /// @return a problem when the address cannot be used
    public static Result<SdsServer> start(
            ServerAddress address,
            Live<Reading<WorkloadCertificate>> certificate,
            Owner owner,
            EventLoops loops) {
        var socket = loops.own(address.socketAddress());
        try {
            return Result.ok(
                    new SdsServer(
                            NettyServerBuilder.forAddress(socket)
                                    .bossEventLoopGroup(loops.group())
                                    .workerEventLoopGroup(loops.group())
                                    .channelType(loops.server(socket))
                                    .directExecutor()
                                    .addService(new Service(certificate, owner))
                                    .build()
                                    .start()));
        } catch (IOException cause) {
            return Result.err(
                    Problem.error(
                            "MESH1322",
                            Place.NOWHERE,
                            "secrets cannot be served at %s: %s".formatted(address, cause)));
        }
    }

    /// Where it listens, with the port that was really taken.
    public SocketAddress address() {
        return server.getListenSockets().getFirst();
    }

    @Override
    public void close() {
        server.shutdownNow();
    }

    private static final class Service extends SecretDiscoveryServiceImplBase {
        private final Live<Reading<WorkloadCertificate>> certificate;
        private final Owner owner;

        Service(Live<Reading<WorkloadCertificate>> certificate, Owner owner) {
            this.certificate = certificate;
            this.owner = owner;
        }

        @Override
        public StreamObserver<DiscoveryRequest> streamSecrets(
                StreamObserver<DiscoveryResponse> responses) {
            return new SdsStream<>(new SdsDialect.World(responses), certificate, owner);
        }

        @Override
        public StreamObserver<DeltaDiscoveryRequest> deltaSecrets(
                StreamObserver<DeltaDiscoveryResponse> responses) {
            return new SdsStream<>(new SdsDialect.Delta(responses), certificate, owner);
        }
    }
}
