package io.windrose.controlplane;

import io.grpc.BindableService;
import io.grpc.Server;
import io.windrose.controlplane.access.AccessInterceptor;
import io.windrose.controlplane.access.Authenticator;
import io.windrose.controlplane.ads.AdsService;
import io.windrose.controlplane.ads.Streams;
import io.windrose.controlplane.certificate.CertificateService;
import io.windrose.controlplane.debug.DebugServer;
import io.windrose.controlplane.push.Debounce;
import io.windrose.controlplane.push.MeshVersion;
import io.windrose.controlplane.session.ResourceStatus;
import io.windrose.controlplane.status.StatusBoard;
import io.windrose.controlplane.status.SyncStatus;
import io.windrose.identity.CertificateAuthority;
import io.windrose.kernel.Live;
import io.windrose.kernel.Owner;
import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A running control plane: hands every mesh that comes in to the proxies that are connected, and
/// signs their certificates.
public final class ControlPlane implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ControlPlane.class);
    private static final int CLOSING_MILLIS = 500;

    private final Engine engine;
    private final Server server;
    private final InetSocketAddress address;
    private final Optional<DebugServer> debug;
    private final Live.Subscription subscription;
    private final AtomicBoolean closed = new AtomicBoolean();

    /// What runs inside, whether or not anything listens yet.
    private record Engine(
            Owner.Threaded push,
            ScheduledExecutorService pool,
            StatusBoard board,
            Streams streams) {

        static Engine start() {
            var push = Owner.onThread("push", fault -> LOG.error("pushing met a bug", fault));
            int threads = Math.max(2, Runtime.getRuntime().availableProcessors());
            var board = new StatusBoard(push.owner());
            return new Engine(
                    push,
                    Executors.newScheduledThreadPool(
                            threads, Thread.ofPlatform().name("xds-", 0).daemon().factory()),
                    board,
                    new Streams(push.owner(), board, threads));
        }

        void stop() {
            push.close();
            pool.shutdownNow();
        }
    }

    private ControlPlane(
            Engine engine,
            Server server,
            Optional<DebugServer> debug,
            Live.Subscription subscription) {
        this.engine = engine;
        this.server = server;
        address = (InetSocketAddress) server.getListenSockets().getFirst();
        this.debug = debug;
        this.subscription = subscription;
    }

    /// Listens, and serves the mesh that is in `mesh` now and every later one.
    ///
    /// @param mesh numbers only grow; with [MeshVersion#NONE] proxies wait
    /// @return a problem when an address cannot be used
    public static Result<ControlPlane> start(
            ControlPlaneSettings settings,
            Live<MeshVersion> mesh,
            Authenticator authenticator,
            CertificateAuthority authority,
            InstantSource clock) {
        var exposed = exposure(settings);
        if (exposed.isPresent()) {
            return Result.err(exposed.get());
        }
        var engine = Engine.start();
        var access = new AccessInterceptor(authenticator, authority.trustDomain());
        var services =
                List.<BindableService>of(
                        new AdsService(engine.streams(), engine.pool(), clock),
                        new CertificateService(authority));
        var started =
                ServerIdentity.credentials(authority, settings.tlsHosts(), engine.push().timer())
                        .then(identity ->
                                XdsServer.start(
                                        settings.xds(), identity, access, services, engine.pool()))
                        .then(server ->
                                withDebug(settings, authenticator, engine, server)
                                        .map(debug ->
                                                new ControlPlane(
                                                        engine,
                                                        server,
                                                        debug,
                                                        follow(
                                                                settings, mesh,
                                                                engine, clock))));
        if (started instanceof Result.Err<ControlPlane>) {
            engine.stop();
        }
        return started;
    }

    /// Where proxies connect, with the port that was really taken.
    public InetSocketAddress address() {
        return address;
    }

    public Optional<InetSocketAddress> debugAddress() {
        return debug.map(DebugServer::address);
    }

    public Live<SyncStatus> status() {
        return engine.board().live();
    }

    /// What that proxy was sent and accepted, by type and name; empty when it is not connected.
    public CompletionStage<List<ResourceStatus>> resources(String nodeId) {
        return engine.streams().resources(nodeId);
    }

    /// Ends every stream and gives the addresses back, within about a second. Closing again does
    /// nothing.
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        debug.ifPresent(DebugServer::close);
        server.shutdown();
        engine.streams().shutDown();
        subscription.close();
        try {
            if (!server.awaitTermination(CLOSING_MILLIS, TimeUnit.MILLISECONDS)) {
                server.shutdownNow().awaitTermination(CLOSING_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException _) {
            server.shutdownNow();
            Thread.currentThread().interrupt();
        } finally {
            engine.stop();
        }
    }

    /// The first mesh is handed out at once, later ones after a pause in their coming.
    private static Live.Subscription follow(
            ControlPlaneSettings settings,
            Live<MeshVersion> mesh,
            Engine engine,
            InstantSource clock) {
        var push = engine.push();
        var handedOut = new Live<>(MeshVersion.NONE);
        Runnable handOut =
                () -> {
                    handedOut.set(mesh.get());
                    engine.streams().publish(handedOut.get());
                };
        var debounce =
                new Debounce(push.timer(), clock, settings.quiet(), settings.longest(), handOut);
        return mesh.subscribe(
                push.owner(),
                newest -> {
                    if (newest.number() < 0) {
                        return;
                    }
                    if (handedOut.get().number() < 0) {
                        handOut.run();
                    } else {
                        debounce.onChange();
                    }
                });
    }

    private static Optional<Problem> exposure(ControlPlaneSettings settings) {
        if (!isLoopback(settings.xds()) && settings.tlsHosts().isEmpty()) {
            return Optional.of(
                    exposed(settings.xds(), "name the hosts for a TLS certificate, or listen on"));
        }
        return settings.debug()
                .filter(address -> !isLoopback(address))
                .map(address -> exposed(address, "let the debug endpoints listen on"));
    }

    private static Problem exposed(InetSocketAddress address, String remedy) {
        return Problem.error(
                "MESH0701",
                Place.NOWHERE,
                address.getHostString()
                        + ":"
                        + address.getPort()
                        + " can be reached from other machines, and the connection would be in"
                        + " plain text; "
                        + remedy
                        + " 127.0.0.1");
    }

    /// An unresolved name is none of this check's business: listening on it fails anyway.
    private static boolean isLoopback(InetSocketAddress address) {
        return address.isUnresolved() || address.getAddress().isLoopbackAddress();
    }

    private static Result<Optional<DebugServer>> withDebug(
            ControlPlaneSettings settings,
            Authenticator authenticator,
            Engine engine,
            Server server) {
        if (settings.debug().isEmpty()) {
            return Result.ok(Optional.empty());
        }
        var started =
                DebugServer.start(
                        settings.debug().get(),
                        authenticator,
                        engine.board().live(),
                        engine.streams());
        if (started instanceof Result.Err<DebugServer>) {
            server.shutdownNow();
        }
        return started.map(Optional::of);
    }
}
