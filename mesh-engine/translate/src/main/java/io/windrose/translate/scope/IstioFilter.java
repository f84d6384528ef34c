package io.windrose.translate.scope;

import io.envoyproxy.envoy.config.core.v3.Extension;
import io.envoyproxy.envoy.config.core.v3.Node;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// The filters that exist in Istio's build of Envoy and in our proxy, but not in a stock Envoy,
/// which rejects a listener that mentions them.
///
/// @see <a href="https://github.com/istio/proxy">Istio proxy</a> `extensions/`, `source/extensions`
public enum IstioFilter {
    HTTP_METADATA_EXCHANGE("istio.metadata_exchange", "io.istio.http.peer_metadata.Config"),
    TCP_METADATA_EXCHANGE(
            "istio.metadata_exchange", "envoy.tcp.metadataexchange.config.MetadataExchange"),
    STATS("istio.stats", "stats.PluginConfig"),
    ALPN("istio.alpn", "istio.envoy.config.filter.http.alpn.v2alpha1.FilterConfig");

    private final String filterName;
    private final String messageName;

    IstioFilter(String filterName, String messageName) {
        this.filterName = filterName;
        this.messageName = messageName;
    }

    /// The name under which it stands in a filter chain.
    public String filterName() {
        return filterName;
    }

    public String typeUrl() {
        return "type.googleapis.com/" + messageName;
    }

    /// The filters that `node` has: those among its extensions where it lists any, else all when it
    /// says which version of Istio it is, else none.
    static Set<IstioFilter> knownTo(Node node) {
        var known = EnumSet.noneOf(IstioFilter.class);
        if (node.getExtensionsCount() == 0) {
            if (node.getMetadata().containsFields("ISTIO_VERSION")) {
                known.addAll(EnumSet.allOf(IstioFilter.class));
            }
        } else {
            for (var filter : values()) {
                if (node.getExtensionsList().stream().anyMatch(filter::isMeantBy)) {
                    known.add(filter);
                }
            }
        }
        return Collections.unmodifiableSet(known);
    }

    private boolean isMeantBy(Extension extension) {
        return extension.getTypeUrlsCount() == 0
                ? extension.getName().equals(filterName)
                : extension.getTypeUrlsList().contains(messageName);
    }
}
