package io.windrose.traffic.cluster;

import io.windrose.traffic.tls.TlsClient;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A set of hosts and the rules for talking to them.
///
/// @param localities their hosts have their own TLS settings
/// @param connectTimeout includes the TLS handshake
/// @param outliers null when hosts never sit out
/// @param defaultTls for hosts that are not listed, such as a connection's own destination; null
///   for plain
/// @param bindAddress the local address of connections; empty for any
/// @param services whom this cluster stands for; empty when it is not a service's
/// @param alpnByDownstream whether `istio.alpn` may choose the ALPN names for a request
/// @param peerExchange whether the other end may be told our workload's metadata
/// @param dns null unless hosts are found by DNS
public record Cluster(
        String name,
        Type type,
        List<Locality> localities,
        LoadBalancing balancing,
        Duration connectTimeout,
        CircuitBreakers breakers,
        @Nullable OutlierDetection outliers,
        @Nullable TlsClient defaultTls,
        HttpProtocol http,
        String bindAddress,
        List<ServiceName> services,
        boolean alpnByDownstream,
        boolean peerExchange,
        @Nullable Dns dns,
        @Nullable Keepalive keepalive,
        int bufferLimit) {

    /// Where the hosts come from.
    public enum Type {
        STATIC,
        EDS,
        STRICT_DNS,
        LOGICAL_DNS,
        /// The host is the address that the client dialled.
        ORIGINAL_DST
    }

    /// @param refresh how often names are resolved
    public record Dns(Duration refresh, boolean respectTtl, Family family) {}

    /// Which addresses of a name count.
    public enum Family {
        V4,
        V6,
        BOTH
    }

    /// Probes of idle TCP connections; zero leaves a setting to the system.
    public record Keepalive(int probes, Duration idle, Duration interval) {}

    /// Envoy's limit of bytes held for a connection.
    public static final int DEFAULT_BUFFER_LIMIT = 1024 * 1024;

    public Cluster {
        localities = List.copyOf(localities);
        services = List.copyOf(services);
    }

    public Cluster withLocalities(List<Locality> newLocalities) {
        return new Cluster(
                name,
                type,
                newLocalities,
                balancing,
                connectTimeout,
                breakers,
                outliers,
                defaultTls,
                http,
                bindAddress,
                services,
                alpnByDownstream,
                peerExchange,
                dns,
                keepalive,
                bufferLimit);
    }
}
