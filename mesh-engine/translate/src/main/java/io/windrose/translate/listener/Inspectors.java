package io.windrose.translate.listener;

import com.google.protobuf.Any;
import com.google.protobuf.UInt32Value;
import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.envoyproxy.envoy.config.listener.v3.ListenerFilter;
import io.envoyproxy.envoy.config.listener.v3.ListenerFilterChainMatchPredicate;
import io.envoyproxy.envoy.extensions.filters.listener.http_inspector.v3.HttpInspector;
import io.envoyproxy.envoy.extensions.filters.listener.original_dst.v3.OriginalDst;
import io.envoyproxy.envoy.extensions.filters.listener.original_src.v3.OriginalSrc;
import io.envoyproxy.envoy.extensions.filters.listener.tls_inspector.v3.TlsInspector;
import io.envoyproxy.envoy.type.v3.Int32Range;
import io.windrose.translate.wire.Packed;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/// The listener filters that look at a connection's first bytes, on for exactly the ports whose
/// chains ask what they find.
final class Inspectors {
    static final ListenerFilter ORIGINAL_DESTINATION =
            filter("original_dst", Packed.any(OriginalDst.getDefaultInstance()));

    /// Connects to the application from the client's own address; the mark lets the kernel's rules
    /// recognise such connections.
    static final ListenerFilter ORIGINAL_SOURCE =
            filter("original_src", Packed.any(OriginalSrc.newBuilder().setMark(1337).build()));

    /// Reads the start of a ClientHello with less than Envoy's default of 16 KiB per connection.
    static final ListenerFilter TLS =
            filter(
                    "tls_inspector",
                    Packed.any(
                            TlsInspector.newBuilder()
                                    .setInitialReadBufferSize(UInt32Value.of(512))
                                    .build()));

    static final ListenerFilter HTTP =
            filter("http_inspector", Packed.any(HttpInspector.getDefaultInstance()));

    private Inspectors() {}

    /// What the chains of a listener without ports of its own need: TLS before HTTP, each or none.
    static List<ListenerFilter> of(List<FilterChain> chains) {
        var filters = new ArrayList<ListenerFilter>();
        if (chains.stream().anyMatch(Inspectors::asksForTls)) {
            filters.add(TLS);
        }
        if (chains.stream().anyMatch(Inspectors::asksForHttp)) {
            filters.add(HTTP);
        }
        return filters;
    }

    /// The same for a listener whose chains differ by original destination port; the chains without
    /// a port stand for all other ports.
    static List<ListenerFilter> perPort(List<FilterChain> chains) {
        var filters = new ArrayList<ListenerFilter>();
        addWherePortsAsk(filters, TLS, chains, Inspectors::asksForTls);
        addWherePortsAsk(filters, HTTP, chains, Inspectors::asksForHttp);
        return filters;
    }

    private static boolean asksForTls(FilterChain chain) {
        var match = chain.getFilterChainMatch();
        return match.getTransportProtocol().equals(ChainMatch.TLS)
                || match.getServerNamesCount() > 0;
    }

    private static boolean asksForHttp(FilterChain chain) {
        return chain.getFilterChainMatch().getApplicationProtocolsList().stream()
                .anyMatch(ChainMatch.PLAINTEXT_HTTP::contains);
    }

    private static void addWherePortsAsk(
            List<ListenerFilter> filters,
            ListenerFilter inspector,
            List<FilterChain> chains,
            Predicate<FilterChain> asks) {
        SortedMap<Integer, Boolean> askingByPort = new TreeMap<>();
        for (var chain : chains) {
            int port = chain.getFilterChainMatch().getDestinationPort().getValue();
            askingByPort.merge(port, asks.test(chain), Boolean::logicalOr);
        }
        if (!askingByPort.containsValue(true)) {
            return;
        }
        boolean otherPortsAsk = askingByPort.getOrDefault(0, false);
        var exceptions =
                askingByPort.entrySet().stream()
                        .filter(e -> e.getKey() != 0 && e.getValue() != otherPortsAsk)
                        .map(e -> port(e.getKey()))
                        .toList();
        if (exceptions.isEmpty()) {
            filters.add(inspector);
            return;
        }
        var excepted = anyOf(exceptions);
        var disabled =
                otherPortsAsk
                        ? excepted
                        : ListenerFilterChainMatchPredicate.newBuilder()
                                .setNotMatch(excepted)
                                .build();
        filters.add(inspector.toBuilder().setFilterDisabled(disabled).build());
    }

    private static ListenerFilterChainMatchPredicate port(int port) {
        return ListenerFilterChainMatchPredicate.newBuilder()
                .setDestinationPortRange(Int32Range.newBuilder().setStart(port).setEnd(port + 1))
                .build();
    }

    private static ListenerFilterChainMatchPredicate anyOf(
            List<ListenerFilterChainMatchPredicate> rules) {
        if (rules.size() == 1) {
            return rules.getFirst();
        }
        var or = ListenerFilterChainMatchPredicate.MatchSet.newBuilder().addAllRules(rules);
        return ListenerFilterChainMatchPredicate.newBuilder().setOrMatch(or).build();
    }

    private static ListenerFilter filter(String name, Any config) {
        return ListenerFilter.newBuilder()
                .setName("envoy.filters.listener." + name)
                .setTypedConfig(config)
                .build();
    }
}
