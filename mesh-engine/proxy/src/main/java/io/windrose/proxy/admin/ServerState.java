package io.windrose.proxy.admin;

/// How far a proxy has come.
///
/// @see <a
///   href="https://www.envoyproxy.io/docs/envoy/latest/api-v3/admin/v3/server_info.proto">Envoy's
///   ServerInfo</a>
public enum ServerState {
    LIVE(0),
    DRAINING(1),
    /// Waits for its first clusters.
    PRE_INITIALIZING(2),
    /// Waits for its first listeners.
    INITIALIZING(3);

    private final int stat;

    ServerState(int stat) {
        this.stat = stat;
    }

    /// What the statistic `server.state` shows.
    public int stat() {
        return stat;
    }
}
