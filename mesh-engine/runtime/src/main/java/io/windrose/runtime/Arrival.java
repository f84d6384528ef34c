package io.windrose.runtime;

import io.windrose.traffic.match.IpAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A fresh connection as filter chains tell connections apart.
///
/// @param localAddress the address that was dialled, before any redirection; null for a pipe
/// @param serverName in lower case, from the TLS handshake; empty when unknown
/// @param transport `tls` or `raw_buffer`
/// @param protocols what the client offers or was seen to speak, in its order
/// @param directSource the other end of the connection
/// @param source the client, as a PROXY header names it; else the other end
public record Arrival(
        @Nullable IpAddress localAddress,
        int localPort,
        String serverName,
        String transport,
        List<String> protocols,
        @Nullable IpAddress directSource,
        @Nullable IpAddress source,
        int sourcePort) {

    public Arrival {
        protocols = List.copyOf(protocols);
    }

    boolean isLocal() {
        return source == null || source.isLoopback() || source.equals(localAddress);
    }
}
