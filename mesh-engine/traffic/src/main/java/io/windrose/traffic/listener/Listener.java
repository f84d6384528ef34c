package io.windrose.traffic.listener;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where connections come in.
///
/// @param address an IP address, or a path with `port` -1
/// @param bindToPort false when connections come only from another listener, by what they dialled
/// @param useOriginalDst hand each connection to the listener whose address it dialled
/// @param lookTimeout for the listener filters; zero for none
/// @param continueOnTimeout whether a connection goes on when the looks took too long
/// @param defaultChain for connections that match no chain; null closes them
/// @param accessLogs of connections that find no chain
public record Listener(
        String name,
        String address,
        int port,
        boolean bindToPort,
        boolean useOriginalDst,
        Direction direction,
        List<ListenerFilter> filters,
        Duration lookTimeout,
        boolean continueOnTimeout,
        List<FilterChain> chains,
        @Nullable FilterChain defaultChain,
        List<AccessLog> accessLogs,
        int bufferLimit) {

    /// Whose traffic this is, seen from the workload.
    public enum Direction {
        UNSPECIFIED,
        INBOUND,
        OUTBOUND
    }

    public Listener {
        filters = List.copyOf(filters);
        chains = List.copyOf(chains);
        accessLogs = List.copyOf(accessLogs);
    }
}
