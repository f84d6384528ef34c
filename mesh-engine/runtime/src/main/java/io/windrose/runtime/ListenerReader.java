package io.windrose.runtime;

import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.listener.v3.ListenerFilterChainMatchPredicate;
import io.envoyproxy.envoy.extensions.filters.listener.http_inspector.v3.HttpInspector;
import io.envoyproxy.envoy.extensions.filters.listener.original_dst.v3.OriginalDst;
import io.envoyproxy.envoy.extensions.filters.listener.proxy_protocol.v3.ProxyProtocol;
import io.envoyproxy.envoy.extensions.filters.listener.tls_inspector.v3.TlsInspector;
import io.windrose.traffic.listener.Listener.Direction;
import io.windrose.traffic.listener.ListenerFilter;
import io.windrose.traffic.listener.ListenerFilter.Kind;
import io.windrose.traffic.match.PortSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Listeners.
final class ListenerReader {
    private static final Duration LOOK_TIMEOUT = Duration.ofSeconds(15);
    private static final int BUFFER_LIMIT = 1024 * 1024;

    private final Refusals refusals;

    ListenerReader(Refusals refusals) {
        this.refusals = refusals;
    }

    io.windrose.traffic.listener.Listener listener(Listener listener) {
        refuseUnsupported(listener);
        var chainReader = new ChainReader(refusals);
        var chains = listener.getFilterChainsList().stream().map(chainReader::chain).toList();
        var overlap = FilterChains.overlap(chains);
        if (overlap != null) {
            refusals.add(overlap);
        }
        if (chains.isEmpty() && !listener.hasDefaultFilterChain()) {
            refusals.add("a listener needs a filter chain");
        }
        var address = listener.getAddress();
        return new io.windrose.traffic.listener.Listener(
                listener.getName(),
                address.hasPipe()
                        ? address.getPipe().getPath()
                        : address.getSocketAddress().getAddress(),
                address.hasPipe() ? -1 : address.getSocketAddress().getPortValue(),
                Scalars.flag(listener.hasBindToPort(), listener.getBindToPort(), true),
                listener.getUseOriginalDst().getValue(),
                switch (listener.getTrafficDirection()) {
                    case UNSPECIFIED, UNRECOGNIZED -> Direction.UNSPECIFIED;
                    case INBOUND -> Direction.INBOUND;
                    case OUTBOUND -> Direction.OUTBOUND;
                },
                filters(listener),
                Scalars.duration(
                        listener.hasListenerFiltersTimeout(),
                        listener.getListenerFiltersTimeout(),
                        LOOK_TIMEOUT),
                listener.getContinueOnListenerFiltersTimeout(),
                chains,
                listener.hasDefaultFilterChain()
                        ? chainReader.chain(listener.getDefaultFilterChain())
                        : null,
                new AccessLogReader(refusals).logs(listener.getAccessLogList()),
                Scalars.number(
                        listener.hasPerConnectionBufferLimitBytes(),
                        listener.getPerConnectionBufferLimitBytes(),
                        BUFFER_LIMIT));
    }

    private void refuseUnsupported(Listener listener) {
        refusals.unsupported(listener.hasUdpListenerConfig(), "a UDP listener");
        refusals.unsupported(listener.hasApiListener(), "an API listener");
        refusals.unsupported(listener.hasInternalListener(), "an internal listener");
        refusals.unsupported(listener.hasFilterChainMatcher(), "a filter chain matcher tree");
        refusals.unsupported(listener.getTransparent().getValue(), "a transparent socket");
        refusals.unsupported(
                listener.getAdditionalAddressesCount() > 0, "a listener on several addresses");
        refusals.unsupported(
                !listener.getAddress().hasSocketAddress() && !listener.getAddress().hasPipe(),
                "an address that is no socket's");
    }

    private List<ListenerFilter> filters(Listener listener) {
        var filters = new ArrayList<ListenerFilter>();
        for (var filter : listener.getListenerFiltersList()) {
            var config = TypedConfig.of(filter.getTypedConfig(), refusals);
            var kind = kind(config);
            if (kind != null) {
                filters.add(
                        new ListenerFilter(
                                kind,
                                filter.hasFilterDisabled()
                                        ? ports(filter.getFilterDisabled())
                                        : PortSet.NONE));
            } else {
                refusals.unknown("listener filter", filter.getName(), config);
            }
        }
        return filters;
    }

    private static @Nullable Kind kind(TypedConfig config) {
        if (config.is(OriginalDst.getDefaultInstance())) {
            return Kind.ORIGINAL_DST;
        }
        if (config.is(TlsInspector.getDefaultInstance())) {
            return Kind.TLS_INSPECTOR;
        }
        if (config.is(HttpInspector.getDefaultInstance())) {
            return Kind.HTTP_INSPECTOR;
        }
        return config.is(ProxyProtocol.getDefaultInstance()) ? Kind.PROXY_PROTOCOL : null;
    }

    private PortSet ports(ListenerFilterChainMatchPredicate predicate) {
        return switch (predicate.getRuleCase()) {
            case DESTINATION_PORT_RANGE ->
                    PortSet.range(
                            predicate.getDestinationPortRange().getStart(),
                            predicate.getDestinationPortRange().getEnd());
            case ANY_MATCH -> predicate.getAnyMatch() ? PortSet.ALL : PortSet.NONE;
            case NOT_MATCH -> ports(predicate.getNotMatch()).complement();
            case OR_MATCH ->
                    predicate.getOrMatch().getRulesList().stream()
                            .map(this::ports)
                            .reduce(PortSet.NONE, PortSet::union);
            case AND_MATCH ->
                    predicate.getAndMatch().getRulesList().stream()
                            .map(this::ports)
                            .reduce(PortSet.ALL, PortSet::intersection);
            case RULE_NOT_SET -> {
                refusals.add("a listener filter is disabled by an empty rule");
                yield PortSet.NONE;
            }
        };
    }
}
