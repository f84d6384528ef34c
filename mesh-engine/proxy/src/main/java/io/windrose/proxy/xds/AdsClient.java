package io.windrose.proxy.xds;

import io.envoyproxy.envoy.config.core.v3.Node;
import io.envoyproxy.envoy.service.discovery.v3.AggregatedDiscoveryServiceGrpc;
import io.grpc.ManagedChannel;
import io.windrose.kernel.Backoff;
import io.windrose.kernel.Live;
import io.windrose.kernel.Owner;
import io.windrose.kernel.Timer;
import io.windrose.proxy.bootstrap.AdsSource;
import io.windrose.telemetry.ServerStats;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps a proxy's resources as its control plane wants them.
///
/// ```
/// waiting --delay over--> talking --stream ended--> waiting
/// ```
///
/// What was accepted stays in force while the control plane is gone. State lives on the owner.
public final class AdsClient implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AdsClient.class);

    /// Envoy's delays between attempts.
    private static final Duration FIRST_DELAY = Duration.ofMillis(500);

    private static final Duration LONGEST_DELAY = Duration.ofSeconds(30);

    private final Node node;
    private final AdsSource.Mode mode;
    private final ManagedChannel channel;
    private final Owner owner;
    private final Timer timer;
    private final Acceptance acceptance;
    private final ServerStats stats;
    private final Backoff backoff;
    private final Live<Boolean> connected = new Live<>(false);
    private Map<XdsType, Set<String>> wanted = Map.of();
    private @Nullable AdsCall call;
    private Timer.Cancellation next = Timer.Cancellation.NOTHING;
    private boolean closed;

    /// @param channel to the control plane, with our token on it; closed with the client
    /// @param timer plans tasks of `owner`
    public AdsClient(
            Node node,
            AdsSource.Mode mode,
            ManagedChannel channel,
            ResourceSink sink,
            Owner owner,
            Timer timer,
            InstantSource clock,
            RandomGenerator random,
            ServerStats stats) {
        this.node = node;
        this.mode = mode;
        this.channel = channel;
        this.owner = owner;
        this.timer = timer;
        this.stats = stats;
        acceptance = new Acceptance(sink, clock, stats);
        backoff = new Backoff(FIRST_DELAY, LONGEST_DELAY, random);
        stats.gauge("control_plane.connected_state", () -> connected.get() ? 1 : 0);
    }

    /// To be called once.
    public void start() {
        owner.execute(this::open);
    }

    /// What is in force and what was refused.
    public Live<XdsLedger> ledger() {
        return acceptance.ledger();
    }

    /// Whether the control plane has answered on the present stream.
    public Live<Boolean> connected() {
        return connected;
    }

    /// Asks for other names without waiting for a response, when the sink wants others by itself.
    public void want(Map<XdsType, Set<String>> names) {
        owner.checkInside();
        wanted = Map.copyOf(names);
        var open = call;
        if (open != null) {
            subscribeTo(open);
        }
    }

    @Override
    public void close() {
        owner.execute(() -> {
            closed = true;
            next.cancel();
            if (call != null) {
                call.close();
                call = null;
            }
        });
        channel.shutdownNow();
    }

    private void open() {
        if (closed) {
            return;
        }
        // The channel's own pause after failures may be minutes; ours is the one that counts.
        channel.resetConnectBackoff();
        var stub = AggregatedDiscoveryServiceGrpc.newStub(channel);
        var listener = new OnCall();
        var known = acceptance.ledger().get();
        var opened =
                switch (mode) {
                    case DELTA -> new DeltaCall(stub, node, known, owner, listener);
                    case STATE_OF_THE_WORLD -> new SotwCall(stub, node, known, owner, listener);
                };
        call = opened;
        opened.subscribe(XdsType.CLUSTER, Set.of());
        opened.subscribe(XdsType.LISTENER, Set.of());
        subscribeTo(opened);
    }

    private void subscribeTo(AdsCall open) {
        for (var type : XdsType.values()) {
            if (!type.isWildcard()) {
                open.subscribe(type, wanted.getOrDefault(type, Set.of()));
            }
        }
    }

    private final class OnCall implements AdsCall.Listener {

        @Override
        public String received(XdsUpdate update) {
            connected.set(true);
            backoff.reset();
            var verdict = acceptance.take(update);
            // The answer goes first: names are asked for once their parent is acknowledged.
            owner.execute(() -> want(verdict.wanted()));
            if (!verdict.refusal().isEmpty()) {
                LOG.warn(
                        "Refused resources: proxy={} type={} reason={}",
                        node.getId(),
                        update.type(),
                        verdict.refusal());
            }
            return verdict.refusal();
        }

        @Override
        public void ended(String reason) {
            var delay = backoff.nextDelay();
            LOG.info(
                    "The control plane is gone, next attempt in {} ms: proxy={} reason={}",
                    delay.toMillis(),
                    node.getId(),
                    reason);
            stats.counter("control_plane.disconnects").increment();
            connected.set(false);
            call = null;
            next = timer.after(delay, AdsClient.this::open);
        }
    }
}
