package io.windrose.controlplane.status;

import java.util.List;
import java.util.Optional;

/// How far the mesh's proxies have followed its configuration.
///
/// @param version of the newest mesh that is being handed out; -1 before the first
/// @param proxies that are connected, by node id; of one that connected again the newest stream
public record SyncStatus(long version, List<ProxyStatus> proxies) {
    public static final SyncStatus NONE = new SyncStatus(-1, List.of());

    public SyncStatus {
        proxies = List.copyOf(proxies);
    }

    /// How many proxies accepted everything of that version of the mesh, or of a later one.
    public int acknowledged(long meshVersion) {
        return (int)
                proxies.stream()
                        .filter(proxy -> proxy.session().acknowledged() >= meshVersion)
                        .count();
    }

    public Optional<ProxyStatus> proxy(String nodeId) {
        return proxies.stream().filter(proxy -> proxy.nodeId().equals(nodeId)).findFirst();
    }
}
