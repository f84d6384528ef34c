package io.windrose.config.resource;

import java.util.List;

/// How requests to some hosts are routed. Within each list the first route that matches wins.
///
/// @param hosts as written: short names are not completed; empty for a delegate
/// @param gateways as written; empty means `mesh` alone
/// @param exportTo empty means the mesh's default
/// @see <a
///   href="https://istio.io/latest/docs/reference/config/networking/virtual-service/">Istio</a>
public record VirtualService(
        ObjectMeta meta,
        Origin origin,
        List<String> hosts,
        List<String> gateways,
        List<HttpRoute> http,
        List<TlsRoute> tls,
        List<TcpRoute> tcp,
        List<String> exportTo)
        implements Resource {

    public VirtualService {
        hosts = List.copyOf(hosts);
        gateways = List.copyOf(gateways);
        http = List.copyOf(http);
        tls = List.copyOf(tls);
        tcp = List.copyOf(tcp);
        exportTo = List.copyOf(exportTo);
    }
}
