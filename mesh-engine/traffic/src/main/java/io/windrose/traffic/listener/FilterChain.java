package io.windrose.traffic.listener;

import io.windrose.traffic.tls.TlsServer;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What happens to the connections that match.
///
/// @param name often empty
/// @param tls null for plain
/// @param filters in order, in front of `terminal`
/// @param handshakeTimeout for TLS; zero for none
public record FilterChain(
        String name,
        ChainMatch match,
        @Nullable TlsServer tls,
        List<NetworkFilter> filters,
        Terminal terminal,
        Duration handshakeTimeout) {

    public FilterChain {
        filters = List.copyOf(filters);
    }
}
