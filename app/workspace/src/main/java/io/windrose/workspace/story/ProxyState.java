package io.windrose.workspace.story;

import io.windrose.controlplane.status.ProxyStatus;
import io.windrose.topology.Health;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/// How far a proxy has followed the configuration.
///
/// @param words `in sync`, `behind` or `refused`
/// @param refusal its newest, such as `rds: no such cluster`; empty while it refuses nothing
public record ProxyState(Health.Status status, String words, String refusal) {

    /// @param version of the mesh that it is to follow
    public static ProxyState of(ProxyStatus proxy, long version) {
        var refusal = refusal(proxy);
        if (refusal.isPresent()) {
            return new ProxyState(Health.Status.FAILING, "refused", refusal.get());
        }
        return proxy.session().acknowledged() >= version
                ? new ProxyState(Health.Status.HEALTHY, "in sync", "")
                : new ProxyState(Health.Status.DEGRADED, "behind", "");
    }

    private record Refusal(Instant at, String words) {}

    private static Optional<String> refusal(ProxyStatus proxy) {
        return proxy.session().types().entrySet().stream()
                .flatMap(entry ->
                        entry.getValue().rejection().stream()
                                .map(one ->
                                        new Refusal(
                                                one.at(),
                                                entry.getKey().shortName() + ": " + one.reason())))
                .max(Comparator.comparing(Refusal::at).thenComparing(Refusal::words))
                .map(Refusal::words);
    }
}
