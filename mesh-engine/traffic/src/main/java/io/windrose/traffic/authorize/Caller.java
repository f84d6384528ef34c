package io.windrose.traffic.authorize;

import io.windrose.traffic.match.IpAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What authorization knows of a connection, made once when it is accepted.
///
/// @param authenticated whether the peer showed a certificate that was verified
/// @param principals the peer's names as Envoy compares them: its URI names, else its DNS names,
///   else its subject; empty without a certificate
/// @param localAddress the address that was called, before any redirection; null for a pipe
/// @param directRemoteAddress the other end of the connection
/// @param remoteAddress the client as trusted headers name it; the other end when they do not
/// @param serverName what the client asked for in its handshake; empty when nothing
public record Caller(
        boolean authenticated,
        List<String> principals,
        @Nullable IpAddress localAddress,
        int localPort,
        @Nullable IpAddress directRemoteAddress,
        @Nullable IpAddress remoteAddress,
        String serverName) {

    public Caller {
        principals = List.copyOf(principals);
    }

    /// The same connection for a request that a trusted header says comes from elsewhere.
    public Caller withRemoteAddress(@Nullable IpAddress address) {
        return new Caller(
                authenticated,
                principals,
                localAddress,
                localPort,
                directRemoteAddress,
                address,
                serverName);
    }
}
