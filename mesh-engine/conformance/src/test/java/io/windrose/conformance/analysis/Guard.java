package io.windrose.conformance.analysis;

import io.windrose.kernel.Labels;
import io.windrose.kernel.Selector;
import io.windrose.registry.MeshSnapshot;
import io.windrose.runtime.Arrival;
import io.windrose.runtime.FilterChains;
import io.windrose.traffic.authorize.Authorizer;
import io.windrose.traffic.authorize.Caller;
import io.windrose.traffic.authorize.Policy;
import io.windrose.traffic.authorize.Truth;
import io.windrose.traffic.listener.FilterChain;
import io.windrose.traffic.listener.HttpConnection;
import io.windrose.traffic.listener.HttpFilter;
import io.windrose.traffic.listener.Listener;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The sidecar of one of the Pods of [PolicyWorld].
final class Guard {
    private static final int PORT = 8080;
    private static final List<String> OF_THE_MESH = List.of("istio-http/1.1", "istio");
    private static final List<String> PLAIN = List.of("http/1.1");

    private final String pod;
    private final int service;
    private final Labels labels;
    private final FilterChains chains;
    private final Map<Way, Optional<FilterChain>> found = new HashMap<>();

    private record Way(int port, boolean tls) {}

    private Guard(String pod, int service, Labels labels, Listener inbound) {
        this.pod = pod;
        this.labels = labels;
        this.service = service;
        this.chains = FilterChains.of(inbound);
    }

    static Guard of(MeshSnapshot mesh, int service, int version) {
        var name = PolicyWorld.pod(service, version);
        var labels = Map.of("app", "s" + service, "version", "v" + version);
        var address = PolicyWorld.address(service, version);
        var sidecar = AskedProxy.of(mesh, "sidecar", name, "shop", address, labels);
        return new Guard(
                name,
                service,
                Labels.of(labels),
                Objects.requireNonNull(sidecar.listeners().get("virtualInbound")));
    }

    boolean isSelected(Selector selector) {
        return selector.matches(labels);
    }

    String pod() {
        return pod;
    }

    int service() {
        return service;
    }

    /// Whether a caller of the mesh can show who he is.
    boolean knowsCallers(int port) {
        var chain = chain(port, true);
        return chain != null && chain.tls() != null;
    }

    /// What becomes of a call: callers of the mesh use mutual TLS where they can.
    boolean letsIn(Call call) {
        var chain = chain(call.port(), isKnown(call));
        return chain != null
                && judges(chain)
                        .allMatch(judge -> judge.check(caller(call), call.head()).allowed());
    }

    boolean matches(Policy rule, Call call) {
        return rule.test(caller(call), call.head()) == Truth.TRUE;
    }

    private boolean isKnown(Call call) {
        return call.isNamed() && knowsCallers(call.port());
    }

    private Caller caller(Call call) {
        return isKnown(call) ? call.known() : call.unknown();
    }

    /// The rules of all policies with one action.
    List<Policy> rules(Authorizer.Action action) {
        var plain = chain(PORT, false);
        var chain = plain == null ? chain(PORT, true) : plain;
        return judges(Objects.requireNonNull(chain))
                .filter(judge -> judge.action() == action)
                .flatMap(judge -> judge.policies().stream())
                .toList();
    }

    /// Null where the connection is closed.
    private @Nullable FilterChain chain(int port, boolean tls) {
        return found.computeIfAbsent(new Way(port, tls), this::find).orElse(null);
    }

    private Optional<FilterChain> find(Way way) {
        return Optional.ofNullable(
                chains.find(
                        new Arrival(
                                null,
                                way.port(),
                                "",
                                way.tls() ? "tls" : "raw_buffer",
                                way.tls() ? OF_THE_MESH : PLAIN,
                                null,
                                null,
                                0)));
    }

    private static Stream<Authorizer> judges(FilterChain chain) {
        if (!(chain.terminal() instanceof HttpConnection http)) {
            throw new AssertionError(chain.name() + " speaks no HTTP");
        }
        return http.filters().stream()
                .flatMap(filter ->
                        filter instanceof HttpFilter.Rbac rbac
                                ? Stream.ofNullable(rbac.rules().enforced())
                                : Stream.empty());
    }
}
