package io.windrose.runtime;

/// The types of Istio's own filters, as they stand in `TypedStruct`s.
final class IstioTypes {
    static final String TCP_METADATA_EXCHANGE =
            "envoy.tcp.metadataexchange.config.MetadataExchange";
    static final String HTTP_PEER_METADATA = "io.istio.http.peer_metadata.Config";
    static final String STATS = "stats.PluginConfig";
    static final String ALPN = "istio.envoy.config.filter.http.alpn.v2alpha1.FilterConfig";

    private IstioTypes() {}
}
