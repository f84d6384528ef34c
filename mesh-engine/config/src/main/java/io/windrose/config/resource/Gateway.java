package io.windrose.config.resource;

import io.windrose.kernel.Selector;
import java.util.List;
import java.util.Optional;

/// Ports that gateway workloads open, and the hosts that may be reached through them.
///
/// @see <a href="https://istio.io/latest/docs/reference/config/networking/gateway/">Istio</a>
public record Gateway(ObjectMeta meta, Origin origin, Selector selector, List<Server> servers)
        implements Resource {

    public Gateway {
        servers = List.copyOf(servers);
    }

    /// @param name empty for none
    /// @param bind an address or `unix://` path; empty for the wildcard address
    /// @param hosts `host` or `namespace/host`; never empty
    public record Server(
            String name, Port port, String bind, List<String> hosts, Optional<ServerTls> tls) {
        public Server {
            hosts = List.copyOf(hosts);
        }
    }

    /// @param protocol in upper case, e.g. `HTTP`, `HTTPS`, `TLS`
    public record Port(int number, String protocol, String name) {}
}
