package io.windrose.controlplane.session;

import com.google.protobuf.Any;
import io.windrose.kernel.Owner;
import io.windrose.testkit.FakeClock;
import io.windrose.translate.XdsResource;
import io.windrose.translate.XdsResources;
import io.windrose.translate.XdsType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A session with a proxy and a mesh that the test plays.
///
/// What was sent is told as text: `CDS 1-1 a@1 b@1 -c`.
final class Stage implements Wire {
    private final FakeClock clock = new FakeClock();
    private final List<Response> sent = new ArrayList<>();
    private final EnumMap<XdsType, SortedMap<String, XdsResource>> mesh =
            new EnumMap<>(XdsType.class);
    private final ProxySession session;
    private SessionStatus status = SessionStatus.NEW;
    private long version;
    private boolean ready = true;

    Stage(Dialect dialect) {
        session =
                new ProxySession(
                        dialect, this, Owner.direct(), clock, clock, newest -> status = newest);
    }

    @Override
    public boolean isReady() {
        return ready;
    }

    @Override
    public void send(Response response) {
        sent.add(response);
    }

    /// Puts resources, told as `name@version`, or takes them away, told as `-name`.
    Stage change(XdsType type, String... changes) {
        var resources = mesh.computeIfAbsent(type, _ -> new TreeMap<>());
        for (var change : changes) {
            if (change.startsWith("-")) {
                resources.remove(change.substring(1));
            } else {
                var parts = change.split("@", -1);
                resources.put(
                        parts[0], new XdsResource(parts[0], Any.getDefaultInstance(), parts[1]));
            }
        }
        return this;
    }

    Stage publish() {
        version++;
        session.offer(new Offer(version, new XdsResources(mesh)));
        return this;
    }

    boolean subscribe(XdsType type, String... names) {
        return session.onRequest(
                new Request.Delta(type, "", Optional.empty(), Set.of(names), Set.of(), Map.of()));
    }

    void unsubscribe(XdsType type, String... names) {
        session.onRequest(
                new Request.Delta(type, "", Optional.empty(), Set.of(), Set.of(names), Map.of()));
    }

    void comeBack(XdsType type, Map<String, String> known, String... names) {
        session.onRequest(
                new Request.Delta(type, "", Optional.empty(), Set.of(names), Set.of(), known));
    }

    void ask(XdsType type, String nonce, String... names) {
        session.onRequest(new Request.State(type, nonce, Optional.empty(), Set.of(names)));
    }

    void accept(XdsType type, String nonce) {
        session.onRequest(
                new Request.Delta(type, nonce, Optional.empty(), Set.of(), Set.of(), Map.of()));
    }

    /// Accepts every response that was sent and not taken yet.
    List<String> acceptAll() {
        var all = new ArrayList<String>();
        while (!sent.isEmpty()) {
            var response = sent.removeFirst();
            all.add(text(response));
            accept(response.type(), response.nonce());
        }
        return all;
    }

    void reject(XdsType type, String nonce, String reason) {
        session.onRequest(
                new Request.Delta(type, nonce, Optional.of(reason), Set.of(), Set.of(), Map.of()));
    }

    void stopReading() {
        ready = false;
    }

    void readAgain() {
        ready = true;
        session.onWritable();
    }

    void wait(Duration time) {
        clock.advance(time);
    }

    /// What was sent since the last time this was asked.
    List<String> sent() {
        var texts = sent.stream().map(Stage::text).toList();
        sent.clear();
        return texts;
    }

    SessionStatus status() {
        return status;
    }

    TypeStatus status(XdsType type) {
        return Optional.ofNullable(status.types().get(type)).orElseThrow();
    }

    FakeClock clock() {
        return clock;
    }

    List<ResourceStatus> resources() {
        return session.resources();
    }

    private static String text(Response response) {
        return Stream.of(
                        Stream.of(response.type().name(), response.nonce()),
                        response.resources().stream().map(XdsResource::toString),
                        response.removed().stream().map(name -> "-" + name))
                .flatMap(words -> words)
                .reduce((a, b) -> a + " " + b)
                .orElseThrow();
    }
}
