package io.windrose.proxy.upstream;

import io.windrose.traffic.cluster.Endpoint;
import java.util.List;

/// Where a connection goes and what is spoken on it; equal targets share connections.
///
/// @param alpn offered instead of the TLS settings' own list; empty for that list
/// @param serverName sent instead of the settings' own SNI; empty for that one
public record Target(Endpoint endpoint, Speech speech, List<String> alpn, String serverName) {

    public enum Speech {
        HTTP1,
        HTTP2,
        BY_ALPN,
        /// Bytes of whoever asked for the connection; never shared.
        RAW
    }
}
