package io.windrose.proxy;

import io.envoyproxy.envoy.config.bootstrap.v3.Bootstrap;
import io.grpc.ManagedChannel;
import io.windrose.identity.Rotation;
import io.windrose.identity.WorkloadCertificate;
import io.windrose.kernel.Live;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Reading;
import io.windrose.kernel.Result;
import io.windrose.kernel.Timer;
import io.windrose.proxy.admin.AdminServer;
import io.windrose.proxy.admin.AdminTarget;
import io.windrose.proxy.admin.ServerState;
import io.windrose.proxy.bootstrap.AdsSource;
import io.windrose.proxy.bootstrap.NodeDescription;
import io.windrose.proxy.listener.DataPlane;
import io.windrose.proxy.listener.DataPlaneSettings;
import io.windrose.proxy.listener.ListenerStatus;
import io.windrose.proxy.report.Reports;
import io.windrose.proxy.secret.CaClient;
import io.windrose.proxy.secret.SecretStore;
import io.windrose.proxy.secret.WorkloadIdentity;
import io.windrose.proxy.tls.SecretSnapshot;
import io.windrose.proxy.xds.AdsClient;
import io.windrose.proxy.xds.ControlChannel;
import io.windrose.proxy.xds.ResourceSink;
import io.windrose.proxy.xds.XdsLedger;
import io.windrose.proxy.xds.XdsType;
import io.windrose.telemetry.RequestMetrics;
import io.windrose.telemetry.ServerStats;
import io.windrose.traffic.RuntimeSnapshot;
import io.windrose.traffic.listener.Listener;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One running proxy. Any number of them live in a process, on one [ProxyHost].
///
/// ```
/// PRE_INITIALIZING --clusters--> INITIALIZING --listeners listen--> LIVE --drain--> DRAINING
/// ```
///
/// State lives on the host's control thread; every method may be called from any thread.
public final class Proxy implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Proxy.class);

    private final ProxyConfig config;
    private final ProxyHost host;
    private final Instant startedAt;
    private final ServerStats stats = new ServerStats();
    private final RequestMetrics metrics;
    private final SecretStore secrets;
    private final RuntimeFeed feed;
    private final DataPlane dataPlane;
    private final Live<ServerState> state = new Live<>(ServerState.PRE_INITIALIZING);
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final List<AutoCloseable> parts = new ArrayList<>();
    private volatile Live<XdsLedger> ledger = new Live<>(XdsLedger.EMPTY);
    private Live<Reading<WorkloadCertificate>> certificate = new Live<>(Reading.none());
    private Optional<SocketAddress> adminAddress = Optional.empty();
    private volatile boolean draining;
    private volatile boolean declaredHealthy = true;

    private Proxy(ProxyConfig config, ProxyHost host) {
        this.config = config;
        this.host = host;
        startedAt = host.clock().instant();
        var owner = host.control().owner();
        var node = new NodeMetadata(config.bootstrap().node());
        metrics = new RequestMetrics(node.text("ISTIO_VERSION"));
        secrets = new SecretStore(owner, timer());
        feed = new RuntimeFeed(config.bootstrap().message(), secrets);
        dataPlane =
                DataPlane.start(
                        host.loops(),
                        feed.runtime(),
                        secrets.secrets(),
                        node.local(),
                        new Reports(node.workload(), metrics, feed.runtime(), host.accessLogs()),
                        new DataPlaneSettings(config.drainTime(), host.clock()));
    }

    /// Begins to serve what is static and to ask for what is dynamic; returns before either is
    /// there, see [#ready].
    ///
    /// @return problems when a static resource is refused or the admin interface cannot listen
    public static Result<Proxy> start(ProxyConfig asked, ProxyHost host) {
        var bootstrap = asked.bootstrap();
        var introduced = bootstrap.withNode(NodeDescription.introduced(bootstrap.node()));
        var config =
                new ProxyConfig(introduced, asked.token(), asked.adminToken(), asked.drainTime());
        var proxy = new Proxy(config, host);
        var started = proxy.begin();
        if (started instanceof Result.Err<Proxy>) {
            proxy.close();
        }
        return started;
    }

    private Result<Proxy> begin() {
        describe();
        var first = new CompletableFuture<ResourceSink.Outcome>();
        host.control().owner().execute(() -> first.complete(feed.apply(XdsLedger.EMPTY)));
        var refused = first.join().rejections();
        if (!refused.isEmpty()) {
            return new Result.Err<>(refused.stream().map(this::staticProblem).toList());
        }
        config.bootstrap().ads().ifPresent(this::obey);
        parts.add(dataPlane.listeners().subscribe(host.control().owner(), this::onListeners));
        return admin().map(_ -> this);
    }

    /// Everything that is there to serve is served for the first time.
    public CompletionStage<Void> ready() {
        return ready.minimalCompletionStage();
    }

    /// Somebody asked this proxy to end through its admin interface.
    public CompletionStage<Void> ended() {
        return ended.minimalCompletionStage();
    }

    /// Empty when the bootstrap asks for no admin interface.
    public Optional<SocketAddress> adminAddress() {
        return adminAddress;
    }

    public RuntimeSnapshot snapshot() {
        return feed.runtime().get();
    }

    /// Where listeners really listen, by name.
    public Map<String, InetSocketAddress> listening() {
        return dataPlane.listeners().get().bound();
    }

    /// Why listeners that are wanted do not listen; empty when all do.
    public List<Problem> listenerProblems() {
        return dataPlane.listeners().get().problems();
    }

    public RequestMetrics metrics() {
        return metrics;
    }

    public Live<ServerState> state() {
        return state;
    }

    /// Tells clients to go elsewhere; what runs may go on for that long.
    public void drain(Duration limit) {
        draining = true;
        host.control().owner().execute(this::review);
        dataPlane.drain(limit);
    }

    @Override
    public void close() {
        for (var part : parts.reversed()) {
            closeQuietly(part);
        }
        host.control().owner().execute(secrets::close);
        dataPlane.close();
    }

    private static void closeQuietly(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception fault) {
            LOG.error("A part of the proxy could not be closed", fault);
        }
    }

    private void obey(AdsSource ads) {
        var channel = ControlChannel.open(ads.server(), ads.metadata(), host.loops());
        var client =
                new AdsClient(
                        config.bootstrap().node(),
                        ads.mode(),
                        channel,
                        feed,
                        host.control().owner(),
                        timer(),
                        host.clock(),
                        host.random(),
                        stats);
        ledger = client.ledger();
        parts.add(client);
        parts.add(client.ledger().subscribe(host.control().owner(), _ -> review()));
        client.start();
        if (config.token().isPresent()) {
            certify(channel);
        }
    }

    private void certify(ManagedChannel channel) {
        var owner = host.control().owner();
        var id = WorkloadIdentity.of(config.bootstrap().node());
        var rotation =
                new Rotation(
                        id,
                        new CaClient(channel, id),
                        Rotation.Timing.HALF_LIFE,
                        owner,
                        timer(),
                        host.clock(),
                        host.random());
        certificate = rotation.certificate();
        parts.add(rotation);
        parts.add(certificate.subscribe(owner, this::onCertificate));
        rotation.start();
    }

    private void onCertificate(Reading<WorkloadCertificate> reading) {
        reading.value().ifPresent(secrets::renew);
        reading.problems().forEach(problem -> LOG.warn("No new certificate: {}", problem));
        review();
    }

    private void onListeners(ListenerStatus status) {
        status.problems().forEach(problem -> LOG.warn("A listener is closed: {}", problem));
        review();
    }

    private Result<Proxy> admin() {
        if (config.bootstrap().admin().isEmpty()) {
            return Result.ok(this);
        }
        return AdminServer.start(
                        config.bootstrap().admin().get(),
                        config.adminToken(),
                        new Asked(),
                        host.types(),
                        host.clock(),
                        host.loops())
                .map(server -> {
                    parts.add(server);
                    adminAddress = Optional.of(server.address());
                    return this;
                });
    }

    /// Finds out anew how far this proxy has come; on the owner.
    private void review() {
        if (draining || !declaredHealthy) {
            state.set(ServerState.DRAINING);
        } else if (ready.isDone() || isComplete()) {
            state.set(ServerState.LIVE);
            ready.complete(null);
        } else if (answered(XdsType.CLUSTER)) {
            state.set(ServerState.INITIALIZING);
        }
    }

    private boolean isComplete() {
        boolean dynamic = config.bootstrap().ads().isPresent();
        boolean certified = config.token().isEmpty() || certificate.get().value().isPresent();
        return certified
                && (!dynamic || (answered(XdsType.CLUSTER) && answered(XdsType.LISTENER)))
                && feed.warming().isEmpty()
                && snapshot().listeners().values().stream()
                        .filter(Listener::bindToPort)
                        .allMatch(each -> listening().containsKey(each.name()));
    }

    private boolean answered(XdsType type) {
        return stats.counter(type.statPrefix() + "update_attempt").sum() > 0;
    }

    private void describe() {
        stats.gauge("server.state", () -> state.get().stat());
        stats.gauge("server.live", () -> state.get() == ServerState.LIVE ? 1 : 0);
        stats.gauge(
                "server.uptime",
                () -> Duration.between(startedAt, host.clock().instant()).toSeconds());
        stats.gauge("server.total_connections", dataPlane::activeConnections);
        stats.gauge("server.concurrency", host.loops()::threads);
        stats.gauge("listener_manager.workers_started", () -> ready.isDone() ? 1 : 0);
        stats.gauge("listener_manager.total_listeners_active", () -> listening().size());
        stats.gauge("cluster_manager.active_clusters", () -> snapshot().clusters().size());
        stats.gauge("cluster_manager.warming_clusters", () -> feed.warming().size());
    }

    private Timer timer() {
        return host.control().timer();
    }

    private Problem staticProblem(ResourceSink.Rejection rejection) {
        var kind =
                switch (rejection.type()) {
                    case CLUSTER, ENDPOINTS -> "cluster";
                    case LISTENER, ROUTES -> "listener";
                    case SECRET -> "secret";
                };
        var place = config.bootstrap().places().of(kind + "s", rejection.name());
        return Problem.error(
                "MESH1310", place.withResource(kind + " " + rejection.name()), rejection.reason());
    }

    /// This proxy as its admin interface sees it.
    private final class Asked implements AdminTarget {
        @Override
        public ServerState state() {
            return state.get();
        }

        @Override
        public Instant startedAt() {
            return startedAt;
        }

        @Override
        public Bootstrap bootstrap() {
            return config.bootstrap().message();
        }

        @Override
        public XdsLedger ledger() {
            return ledger.get();
        }

        @Override
        public RuntimeSnapshot runtime() {
            return snapshot();
        }

        @Override
        public SecretSnapshot secrets() {
            return secrets.secrets().get();
        }

        @Override
        public Map<String, InetSocketAddress> listening() {
            return Proxy.this.listening();
        }

        @Override
        public ServerStats stats() {
            return stats;
        }

        @Override
        public RequestMetrics metrics() {
            return metrics;
        }

        @Override
        public void declare(boolean healthy) {
            declaredHealthy = healthy;
            host.control().owner().execute(Proxy.this::review);
        }

        @Override
        public void drain() {
            Proxy.this.drain(config.drainTime());
        }

        @Override
        public void quit() {
            ended.complete(null);
        }
    }
}
