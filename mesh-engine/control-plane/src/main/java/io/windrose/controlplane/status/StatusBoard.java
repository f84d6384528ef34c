package io.windrose.controlplane.status;

import io.windrose.kernel.Live;
import io.windrose.kernel.Owner;
import java.util.List;
import java.util.TreeMap;

/// Gathers what the streams report into one picture.
///
/// May be told from any thread; state lives on `owner`. Reports that come together are published
/// together.
public final class StatusBoard {
    private final Owner owner;
    private final Live<SyncStatus> live = new Live<>(SyncStatus.NONE);
    private final TreeMap<String, ProxyStatus> proxies = new TreeMap<>();
    private long version = SyncStatus.NONE.version();
    private boolean publishing;

    public StatusBoard(Owner owner) {
        this.owner = owner;
    }

    public Live<SyncStatus> live() {
        return live;
    }

    public void handOut(long meshVersion) {
        owner.execute(() -> {
            version = meshVersion;
            publishSoon();
        });
    }

    /// Enters a new stream or its progress; a stream that a newer one of the same proxy replaced is
    /// not heard any more.
    public void report(ProxyStatus status) {
        owner.execute(() -> {
            proxies.merge(
                    status.nodeId(),
                    status,
                    (old, now) -> now.connection() < old.connection() ? old : now);
            publishSoon();
        });
    }

    public void gone(String nodeId, long connection) {
        owner.execute(() -> {
            proxies.computeIfPresent(
                    nodeId, (_, status) -> status.connection() == connection ? null : status);
            publishSoon();
        });
    }

    private void publishSoon() {
        if (!publishing) {
            publishing = true;
            owner.execute(() -> {
                publishing = false;
                live.set(new SyncStatus(version, List.copyOf(proxies.values())));
            });
        }
    }
}
