package io.windrose.controlplane.session;

import io.windrose.translate.XdsResource;
import io.windrose.translate.XdsType;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One type within one stream: what is wanted, what was sent last and what came of it.
///
/// Confined to the session's owner.
final class TypeSync {
    /// Unanswered responses that are remembered; a proxy which answers nothing at all loses the
    /// oldest.
    private static final int MAX_UNANSWERED = 16;

    private final XdsType type;
    private final Dialect dialect;
    private final Subscriptions subscriptions;

    /// The version of each resource that was sent last, or kept by the proxy from another stream.
    private final Map<String, String> sent = new HashMap<>();

    private final Map<String, String> accepted = new HashMap<>();
    private final Map<String, Batch> unanswered = new LinkedHashMap<>();

    /// To be sent whether or not the proxy has that version.
    private final Set<String> owed = new HashSet<>();

    /// A request waits for an answer, even an empty one.
    private boolean answerOwed;

    private boolean begun;
    private boolean dirty;
    private String lastNonce = "";
    private Instant sentAt = Instant.EPOCH;
    private Instant acceptedAt = Instant.EPOCH;
    private @Nullable Rejection rejection;

    /// @param changed those of the response's resources that the proxy did not have in that version
    record Due(Response response, List<XdsResource> changed) {}

    private record Batch(Map<String, String> versions, List<String> removed) {}

    TypeSync(XdsType type, Dialect dialect) {
        this.type = type;
        this.dialect = dialect;
        subscriptions = new Subscriptions(type);
    }

    /// Takes in the part of a request that answers a response.
    ///
    /// @return whether the rest of the request counts, too: in the state of the world a request
    ///   that answers an older response is void
    boolean answer(Request request, Instant now) {
        var batch = unanswered.remove(request.nonce());
        if (batch != null) {
            if (request.rejection().isPresent()) {
                var names = new TreeSet<>(batch.versions().keySet());
                names.addAll(batch.removed());
                rejection = new Rejection(request.rejection().get(), List.copyOf(names), now);
            } else {
                accepted.putAll(batch.versions());
                accepted.keySet().removeAll(batch.removed());
                acceptedAt = now;
                rejection = null;
            }
        }
        return dialect == Dialect.DELTA
                || request.nonce().isEmpty()
                || lastNonce.isEmpty()
                || request.nonce().equals(lastNonce);
    }

    void subscribe(Request.Delta request) {
        var asked = subscriptions.change(request.subscribe(), request.unsubscribe());
        if (!begun) {
            keep(request.known(), asked);
        }
        ask(asked);
    }

    void subscribe(Request.State request) {
        ask(subscriptions.replace(request.names()));
    }

    /// A proxy that comes back with a resource need not be sent it again. Endpoints are the
    /// exception: a cluster that was warming when the last stream broke waits for them, and the
    /// versions do not tell (Envoy issues 13009 and 33607).
    private void keep(Map<String, String> known, Set<String> asked) {
        sent.putAll(known);
        if (type != XdsType.EDS) {
            asked.removeAll(known.keySet());
        }
    }

    private void ask(Set<String> asked) {
        owed.addAll(asked);
        answerOwed |= !begun || !asked.isEmpty();
        begun = true;
        forgetUnwanted();
        dirty = true;
    }

    private void forgetUnwanted() {
        sent.keySet().removeIf(name -> !subscriptions.covers(name));
        accepted.keySet().removeIf(name -> !subscriptions.covers(name));
        owed.removeIf(name -> !subscriptions.covers(name));
    }

    boolean isDirty() {
        return dirty;
    }

    void touch() {
        dirty = begun;
    }

    /// Sends these once more, as far as the proxy has them.
    void repeat(List<XdsResource> resources) {
        for (var resource : resources) {
            if (sent.containsKey(resource.name())) {
                owed.add(resource.name());
                dirty = true;
            }
        }
    }

    /// Whether to wait for the answer to the last response before anything else goes out. What was
    /// asked for never waits.
    boolean isWaiting(Instant now, Duration patience) {
        return !unanswered.isEmpty()
                && owed.isEmpty()
                && !answerOwed
                && now.isBefore(sentAt.plus(patience));
    }

    /// The response that is due, entered as sent; empty when the proxy has everything.
    ///
    /// @param holdRemovals leaves out what disappeared, for as long as others may still refer to it
    Optional<Due> next(Offer offer, boolean holdRemovals, String nonce, Instant now) {
        var resources = offer.resources().of(type);
        var changed = changed(resources);
        var gone = gone(resources);
        boolean hold = holdRemovals && dialect == Dialect.DELTA && !gone.isEmpty();
        if (hold) {
            gone.retainAll(owed);
        }
        dirty = hold;
        var batch =
                dialect == Dialect.STATE_OF_THE_WORLD && Subscriptions.asksForAll(type)
                        ? covered(resources)
                        : changed;
        boolean isNews =
                !changed.isEmpty()
                        || (!gone.isEmpty()
                                && (dialect == Dialect.DELTA || Subscriptions.asksForAll(type)));
        boolean due = isNews || answerOwed;
        enter(batch, gone);
        if (!due) {
            return Optional.empty();
        }
        answerOwed = false;
        lastNonce = nonce;
        sentAt = now;
        remember(nonce, batch, gone);
        var removed = dialect == Dialect.DELTA ? List.copyOf(gone) : List.<String>of();
        return Optional.of(
                new Due(new Response(type, nonce, offer.version(), batch, removed), changed));
    }

    private List<XdsResource> changed(SortedMap<String, XdsResource> resources) {
        return covered(resources).stream()
                .filter(resource ->
                        owed.contains(resource.name())
                                || !resource.version().equals(sent.get(resource.name())))
                .toList();
    }

    /// Sorted by name.
    private List<XdsResource> covered(SortedMap<String, XdsResource> resources) {
        if (subscriptions.isWildcard()) {
            return List.copyOf(resources.values());
        }
        return subscriptions.names().stream()
                .sorted()
                .flatMap(name -> Stream.ofNullable(resources.get(name)))
                .toList();
    }

    /// What the proxy has or asked for and what does not exist.
    private SortedSet<String> gone(SortedMap<String, XdsResource> resources) {
        return Stream.concat(sent.keySet().stream(), owed.stream())
                .filter(name -> !resources.containsKey(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void enter(List<XdsResource> batch, Set<String> gone) {
        batch.forEach(resource -> sent.put(resource.name(), resource.version()));
        sent.keySet().removeAll(gone);
        owed.clear();
    }

    private void remember(String nonce, List<XdsResource> batch, Set<String> gone) {
        var versions = new HashMap<String, String>();
        batch.forEach(resource -> versions.put(resource.name(), resource.version()));
        unanswered.put(nonce, new Batch(versions, List.copyOf(gone)));
        if (unanswered.size() > MAX_UNANSWERED) {
            unanswered.remove(unanswered.keySet().iterator().next());
        }
    }

    /// Whether everything that was sent has been accepted, and there is nothing more to send.
    boolean isSettled() {
        return begun && !dirty && !answerOwed && unanswered.isEmpty() && rejection == null;
    }

    int subscribedNames() {
        return subscriptions.names().size();
    }

    TypeStatus status() {
        return new TypeStatus(
                sent.size(),
                accepted.size(),
                sentAt,
                acceptedAt,
                isSettled(),
                Optional.ofNullable(rejection));
    }

    /// Every resource that the proxy has or was offered, by name.
    List<ResourceStatus> resourceStatus() {
        var names = new TreeSet<>(sent.keySet());
        names.addAll(accepted.keySet());
        return names.stream()
                .map(name ->
                        new ResourceStatus(
                                type,
                                name,
                                Optional.ofNullable(sent.get(name)),
                                Optional.ofNullable(accepted.get(name))))
                .toList();
    }
}
