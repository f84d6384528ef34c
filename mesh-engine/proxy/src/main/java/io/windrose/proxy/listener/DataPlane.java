package io.windrose.proxy.listener;

import static io.netty.resolver.dns.DnsNameResolverChannelStrategy.ChannelPerResolution;

import io.netty.channel.EventLoop;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.resolver.dns.DnsAddressResolverGroup;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import io.netty.resolver.dns.DnsServerAddressStreamProviders;
import io.netty.util.concurrent.EventExecutor;
import io.windrose.kernel.Live;
import io.windrose.kernel.Owner;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import io.windrose.proxy.done.DoneListener;
import io.windrose.proxy.done.LocalNode;
import io.windrose.proxy.exchange.Applied;
import io.windrose.proxy.exchange.Worker;
import io.windrose.proxy.loop.EventLoops;
import io.windrose.proxy.tls.SecretSnapshot;
import io.windrose.proxy.tls.TlsContexts;
import io.windrose.proxy.upstream.ClusterStates;
import io.windrose.proxy.upstream.Dialer;
import io.windrose.proxy.upstream.UpstreamPool;
import io.windrose.traffic.RuntimeSnapshot;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Everything between the sockets: takes in connections as the newest snapshot says, and reports
/// how each request and connection ended.
///
/// Snapshots are applied on a thread of its own, the owner of sockets and of who sits out; each
/// event loop then goes over to the new one by itself.
public final class DataPlane implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DataPlane.class);
    private static final int CLOSE_SECONDS = 2;

    /// How long a busy event loop may take to go over to a new snapshot before it is said to be
    /// applied all the same.
    private static final int SWITCH_SECONDS = 5;

    private final EventLoops loops;
    private final DataPlaneSettings settings;
    private final Owner.Threaded thread;
    private final DnsAddressResolverGroup names;
    private final Map<EventLoop, Station> stations = new LinkedHashMap<>();
    private final LongAdder connections = new LongAdder();
    private final LongAdder requests = new LongAdder();
    private final Live<ListenerStatus> status = new Live<>(ListenerStatus.NONE);
    private final Map<String, Acceptor> acceptors = new TreeMap<>();
    private final List<ScheduledFuture<?>> sweeps = new ArrayList<>();
    private ClusterStates clusters = ClusterStates.NONE;
    private LocalListeners table = LocalListeners.NONE;
    private int applied;
    private Live.Subscription subscription = () -> {};

    private DataPlane(EventLoops loops, DataPlaneSettings settings) {
        this.loops = loops;
        this.settings = settings;
        thread =
                Owner.onThread(
                        "data-plane", fault -> LOG.error("applying a snapshot failed", fault));
        names =
                new DnsAddressResolverGroup(
                        new DnsNameResolverBuilder()
                                .datagramChannelType(
                                        loops.isEpoll()
                                                ? EpollDatagramChannel.class
                                                : NioDatagramChannel.class)
                                // No socket before there is a name to ask for.
                                .datagramChannelStrategy(ChannelPerResolution)
                                .nameServerProvider(
                                        DnsServerAddressStreamProviders.platformDefault()));
    }

    /// @param loops stay open when the data plane closes
    /// @param node who we are, for peers that exchange metadata
    public static DataPlane start(
            EventLoops loops,
            Live<RuntimeSnapshot> runtime,
            Live<SecretSnapshot> secrets,
            LocalNode node,
            DoneListener done,
            DataPlaneSettings settings) {
        var plane = new DataPlane(loops, settings);
        plane.open(runtime, new TlsContexts(secrets, settings.clock()), node, done);
        return plane;
    }

    private void open(
            Live<RuntimeSnapshot> runtime,
            TlsContexts contexts,
            LocalNode node,
            DoneListener done) {
        var ids = new AtomicLong();
        var randoms = new SplittableRandom();
        for (EventExecutor executor : loops.group()) {
            var loop = (EventLoop) executor;
            var random = randoms.split();
            var dialer = new Dialer(loop, loops, contexts, names);
            var worker =
                    new Worker(
                            loop,
                            new UpstreamPool(dialer, random),
                            settings.clock(),
                            random,
                            done,
                            node,
                            requests);
            stations.put(loop, new Station(worker, contexts, ids, connections));
        }
        subscription = runtime.subscribe(thread.owner(), this::apply);
    }

    /// Which listeners have their socket.
    public Live<ListenerStatus> listeners() {
        return status;
    }

    public int activeConnections() {
        return connections.intValue();
    }

    public int activeRequests() {
        return requests.intValue();
    }

    /// Asks every client to leave: `connection: close` or GOAWAY, at once. Listeners go on
    /// accepting until [#close], for whoever still finds the way here.
    ///
    /// @param limit after which the connections that are left are closed
    public void drain(Duration limit) {
        stations.forEach((loop, station) -> loop.execute(() -> station.drain(limit.toMillis())));
    }

    /// Once the status says so, every event loop answers by the new snapshot.
    private void apply(RuntimeSnapshot snapshot) {
        clusters =
                clusters.next(snapshot, thread.owner(), settings.clock(), new SplittableRandom());
        table = table.next(snapshot);
        var now = new Applied(snapshot, clusters);
        var newest = table;
        long drainMillis = settings.drainTime().toMillis();
        var switches =
                stations.entrySet().stream()
                        .map(entry ->
                                entry.getKey()
                                        .submit(() ->
                                                entry.getValue().apply(newest, now, drainMillis)))
                        .toList();
        switches.forEach(each -> each.awaitUninterruptibly(SWITCH_SECONDS, TimeUnit.SECONDS));
        var problems = bind(snapshot);
        sweepOutliers();
        applied++;
        var bound = new TreeMap<String, InetSocketAddress>();
        acceptors.forEach((name, acceptor) -> bound.put(name, acceptor.address()));
        status.set(new ListenerStatus(bound, problems, applied));
    }

    /// Listeners that are gone or have moved give up their socket first, so that another may have
    /// it.
    private List<Problem> bind(RuntimeSnapshot snapshot) {
        var wanted = new TreeMap<String, InetSocketAddress>();
        snapshot.listeners()
                .forEach((name, listener) -> {
                    if (listener.bindToPort() && listener.port() >= 0) {
                        wanted.put(
                                name, new InetSocketAddress(listener.address(), listener.port()));
                    }
                });
        acceptors
                .values()
                .removeIf(acceptor -> {
                    var address = wanted.get(acceptor.listener());
                    boolean stays = address != null && acceptor.isAt(address);
                    if (!stays) {
                        acceptor.close();
                    }
                    return !stays;
                });
        var problems = new ArrayList<Problem>();
        wanted.forEach((name, address) -> {
            if (!acceptors.containsKey(name)) {
                switch (Acceptor.bind(name, address, loops, stations)) {
                    case Result.Ok<Acceptor>(var acceptor, _) -> acceptors.put(name, acceptor);
                    case Result.Err<Acceptor>(var found) -> problems.addAll(found);
                }
            }
        });
        return problems;
    }

    private void sweepOutliers() {
        sweeps.forEach(sweep -> sweep.cancel(false));
        sweeps.clear();
        for (var state : clusters.byName().values()) {
            var ejections = state.ejections();
            if (ejections != null) {
                long millis = Math.max(1, ejections.interval().toMillis());
                sweeps.add(
                        thread.scheduler()
                                .scheduleAtFixedRate(
                                        ejections::sweep, millis, millis, TimeUnit.MILLISECONDS));
            }
        }
    }

    /// Stops listening and closes every connection.
    @Override
    public void close() {
        subscription.close();
        var closed =
                CompletableFuture.runAsync(
                        () -> {
                            acceptors.values().forEach(Acceptor::close);
                            acceptors.clear();
                        },
                        thread.owner());
        closed.orTimeout(CLOSE_SECONDS, TimeUnit.SECONDS).exceptionally(_ -> null).join();
        stations.forEach((loop, station) -> loop.execute(station::closeAll));
        names.close();
        thread.close();
    }
}
