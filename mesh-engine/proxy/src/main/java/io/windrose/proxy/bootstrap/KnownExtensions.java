package io.windrose.proxy.bootstrap;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// What this proxy tells its control plane that it can do, under Envoy's names for it.
final class KnownExtensions {
    /// Category to names.
    static final SequencedMap<String, List<String>> BY_CATEGORY = byCategory();

    private KnownExtensions() {}

    private static SequencedMap<String, List<String>> byCategory() {
        var all = new LinkedHashMap<String, List<String>>();
        all.put(
                "envoy.filters.listener",
                List.of(
                        "envoy.filters.listener.original_dst",
                        "envoy.filters.listener.tls_inspector",
                        "envoy.filters.listener.http_inspector"));
        all.put(
                "envoy.filters.network",
                List.of(
                        "envoy.filters.network.http_connection_manager",
                        "envoy.filters.network.tcp_proxy",
                        "envoy.filters.network.rbac",
                        "istio.metadata_exchange",
                        "istio.stats"));
        all.put(
                "envoy.filters.http",
                List.of(
                        "envoy.filters.http.router",
                        "envoy.filters.http.rbac",
                        "envoy.filters.http.fault",
                        "envoy.filters.http.cors",
                        "envoy.filters.http.grpc_stats",
                        "istio.alpn",
                        "istio.metadata_exchange",
                        "istio.stats"));
        all.put("envoy.transport_sockets.upstream", List.of("envoy.transport_sockets.tls"));
        all.put("envoy.transport_sockets.downstream", List.of("envoy.transport_sockets.tls"));
        all.put("envoy.access_loggers", List.of("envoy.access_loggers.file"));
        return all;
    }
}
