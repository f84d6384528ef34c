package io.windrose.controlplane.session;

import io.windrose.kernel.Owner;
import io.windrose.kernel.Timer;
import io.windrose.translate.XdsType;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// One stream of one proxy: decides which response goes out when.
///
/// - Types go out in the order of [XdsType]; what is no longer needed of the clusters goes last,
///   when nothing refers to it any more.
/// - Only what changed goes out. A cluster that changed brings its endpoints along, since Envoy
///   waits for them while it warms the cluster.
/// - While a response is unanswered, changes of its type wait and merge, so that a slow proxy gets
///   the newest state only. Patience ends after [#PATIENCE]: Envoy may hold back an answer for as
///   long as something that a newer version would cure.
/// - A rejected version is not sent again; a new version is.
///
/// State lives on `owner`, on which every method is called.
public final class ProxySession {
    static final Duration PATIENCE = Duration.ofSeconds(5);

    /// A proxy that asks for more names than this is not one of ours.
    static final int MAX_NAMES = 100_000;

    private final Dialect dialect;
    private final Wire wire;
    private final Owner owner;
    private final Timer timer;
    private final InstantSource clock;
    private final Consumer<SessionStatus> onStatus;
    private final Map<XdsType, TypeSync> types = new EnumMap<>(XdsType.class);
    private Offer offer = Offer.NONE;
    private SessionStatus status = SessionStatus.NEW;
    private Timer.Cancellation retry = Timer.Cancellation.NOTHING;
    private long responses;

    /// @param timer plans tasks of `owner`
    /// @param onStatus is given each new status, on `owner`
    public ProxySession(
            Dialect dialect,
            Wire wire,
            Owner owner,
            Timer timer,
            InstantSource clock,
            Consumer<SessionStatus> onStatus) {
        this.dialect = dialect;
        this.wire = wire;
        this.owner = owner;
        this.timer = timer;
        this.clock = clock;
        this.onStatus = onStatus;
    }

    /// @return false when the proxy has asked for too much and its stream should end
    public boolean onRequest(Request request) {
        owner.checkInside();
        var type = types.computeIfAbsent(request.type(), name -> new TypeSync(name, dialect));
        if (type.answer(request, clock.instant())) {
            switch (request) {
                case Request.Delta delta -> type.subscribe(delta);
                case Request.State state -> type.subscribe(state);
            }
        }
        sendDue();
        return type.subscribedNames() <= MAX_NAMES;
    }

    /// Takes the newest state; what was offered before and not sent yet is never sent.
    public void offer(Offer newest) {
        owner.checkInside();
        offer = newest;
        types.values().forEach(TypeSync::touch);
        sendDue();
    }

    public void onWritable() {
        owner.checkInside();
        sendDue();
    }

    /// Ends the waiting of an abandoned stream.
    public void close() {
        owner.checkInside();
        retry.cancel();
    }

    /// Every resource of every type, by type and name.
    public List<ResourceStatus> resources() {
        owner.checkInside();
        return types.values().stream().flatMap(type -> type.resourceStatus().stream()).toList();
    }

    private void sendDue() {
        retry.cancel();
        if (offer.version() >= 0) {
            boolean someWait = false;
            for (var type : types.keySet()) {
                someWait |= !sendDue(type);
            }
            if (types.containsKey(XdsType.CDS)) {
                someWait |= !sendDue(XdsType.CDS);
            }
            if (someWait && wire.isReady()) {
                retry = timer.after(PATIENCE, this::sendDue);
            }
        }
        publish();
    }

    /// @return false when something of that type has to wait
    private boolean sendDue(XdsType type) {
        var sync = sync(type);
        if (!sync.isDirty()) {
            return true;
        }
        var now = clock.instant();
        if (!wire.isReady() || sync.isWaiting(now, PATIENCE)) {
            return false;
        }
        boolean othersToCome =
                types.entrySet().stream()
                        .anyMatch(other -> other.getKey() != type && other.getValue().isDirty());
        sync.next(offer, type == XdsType.CDS && othersToCome, nonce(), now).ifPresent(this::send);
        return !sync.isDirty();
    }

    private void send(TypeSync.Due due) {
        responses++;
        wire.send(due.response());
        if (due.response().type() == XdsType.CDS && types.containsKey(XdsType.EDS)) {
            sync(XdsType.EDS).repeat(due.changed());
        }
    }

    private String nonce() {
        return offer.version() + "-" + (responses + 1);
    }

    private TypeSync sync(XdsType type) {
        return types.computeIfAbsent(type, name -> new TypeSync(name, dialect));
    }

    private void publish() {
        var byType = new EnumMap<XdsType, TypeStatus>(XdsType.class);
        types.forEach((type, sync) -> byType.put(type, sync.status()));
        var next =
                new SessionStatus(
                        offer.version(),
                        isSettled() ? offer.version() : status.acknowledged(),
                        byType);
        if (!next.equals(status)) {
            status = next;
            onStatus.accept(next);
        }
    }

    /// A proxy that asked for clusters but not yet for listeners is still warming the clusters, so
    /// it has not taken over anything yet.
    private boolean isSettled() {
        return offer.version() >= 0
                && !types.isEmpty()
                && (!types.containsKey(XdsType.CDS) || types.containsKey(XdsType.LDS))
                && types.values().stream().allMatch(TypeSync::isSettled);
    }
}
