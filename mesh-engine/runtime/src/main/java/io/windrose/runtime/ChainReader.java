package io.windrose.runtime;

import com.google.protobuf.Value;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.config.listener.v3.FilterChainMatch;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import io.envoyproxy.envoy.extensions.filters.network.rbac.v3.RBAC;
import io.windrose.traffic.authorize.RbacRules;
import io.windrose.traffic.listener.ChainMatch;
import io.windrose.traffic.listener.ChainMatch.SourceType;
import io.windrose.traffic.listener.FilterChain;
import io.windrose.traffic.listener.NetworkFilter;
import io.windrose.traffic.listener.TcpProxy;
import io.windrose.traffic.listener.Terminal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// Filter chains of listeners.
final class ChainReader {
    private static final Duration TCP_IDLE = Duration.ofHours(1);

    private final Refusals refusals;

    ChainReader(Refusals refusals) {
        this.refusals = refusals;
    }

    FilterChain chain(io.envoyproxy.envoy.config.listener.v3.FilterChain chain) {
        var filters = new ArrayList<NetworkFilter>();
        Terminal terminal = null;
        for (var filter : chain.getFiltersList()) {
            if (terminal != null) {
                refusals.add(
                        "filter '" + filter.getName() + "' stands behind the end of its chain");
            }
            var config = TypedConfig.of(filter.getTypedConfig(), refusals);
            if (config.is(HttpConnectionManager.getDefaultInstance())) {
                terminal =
                        new HttpReader(refusals)
                                .connection(
                                        config.as(
                                                HttpConnectionManager.getDefaultInstance(),
                                                refusals));
            } else if (config.is(TCP_PROXY)) {
                terminal = tcp(config.as(TCP_PROXY, refusals));
            } else {
                read(filter, config, filters);
            }
        }
        if (terminal == null) {
            refusals.add("filter chain '" + chain.getName() + "' ends in no proxy");
            terminal = NOWHERE;
        }
        return new FilterChain(
                chain.getName(),
                match(chain.getFilterChainMatch()),
                chain.hasTransportSocket()
                        ? new TlsReader(refusals).server(chain.getTransportSocket())
                        : null,
                filters,
                terminal,
                Scalars.duration(chain.getTransportSocketConnectTimeout()));
    }

    private static final io.envoyproxy.envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy
            TCP_PROXY =
                    io.envoyproxy.envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy
                            .getDefaultInstance();

    /// Stands in for an end that was refused; its chain is not used.
    private static final TcpProxy NOWHERE =
            new TcpProxy(
                    "",
                    List.of(new TcpProxy.Target("", 1)),
                    false,
                    Duration.ZERO,
                    Duration.ZERO,
                    1,
                    List.of());

    private void read(Filter filter, TypedConfig config, List<NetworkFilter> filters) {
        if (config.is(RBAC.getDefaultInstance())) {
            filters.add(rbac(config.as(RBAC.getDefaultInstance(), refusals)));
        } else if (config.type().equals(IstioTypes.TCP_METADATA_EXCHANGE)) {
            filters.add(
                    new NetworkFilter.PeerExchange(
                            config.fields()
                                    .getFieldsOrDefault("protocol", Value.getDefaultInstance())
                                    .getStringValue()));
        } else if (config.type().equals(IstioTypes.STATS)) {
            filters.add(new NetworkFilter.IstioStats());
        } else {
            refusals.unknown("network filter", filter.getName(), config);
        }
    }

    private NetworkFilter rbac(RBAC rbac) {
        refusals.unsupported(rbac.hasMatcher() || rbac.hasShadowMatcher(), "an RBAC matcher tree");
        return new NetworkFilter.Rbac(
                new RbacRules(
                        RbacReader.authorizer(rbac.hasRules(), rbac.getRules()),
                        RbacReader.authorizer(rbac.hasShadowRules(), rbac.getShadowRules()),
                        rbac.getShadowRulesStatPrefix()),
                rbac.getStatPrefix(),
                rbac.getEnforcementType() == RBAC.EnforcementType.CONTINUOUS);
    }

    private TcpProxy tcp(
            io.envoyproxy.envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy proxy) {
        refusals.unsupported(proxy.hasTunnelingConfig(), "tunnelling TCP through HTTP");
        refusals.unsupported(proxy.hasOnDemand(), "on-demand discovery of clusters");
        var targets = new ArrayList<TcpProxy.Target>();
        if (proxy.hasWeightedClusters()) {
            for (var cluster : proxy.getWeightedClusters().getClustersList()) {
                targets.add(
                        new TcpProxy.Target(
                                cluster.getName(), Scalars.number(cluster.getWeight())));
            }
        } else {
            targets.add(new TcpProxy.Target(proxy.getCluster(), 1));
        }
        if (targets.stream().mapToLong(TcpProxy.Target::weight).sum() < 1) {
            refusals.add("the weights of weighted clusters sum to 0");
            return NOWHERE;
        }
        return new TcpProxy(
                proxy.getStatPrefix(),
                targets,
                proxy.getHashPolicyList().stream().anyMatch(policy -> policy.hasSourceIp()),
                Scalars.duration(proxy.hasIdleTimeout(), proxy.getIdleTimeout(), TCP_IDLE),
                Scalars.duration(proxy.getMaxDownstreamConnectionDuration()),
                Math.max(
                        1,
                        Scalars.number(
                                proxy.hasMaxConnectAttempts(), proxy.getMaxConnectAttempts(), 1)),
                new AccessLogReader(refusals).logs(proxy.getAccessLogList()));
    }

    private ChainMatch match(FilterChainMatch match) {
        var ranges = new MatchReader(refusals);
        refusals.unsupported(
                match.hasSuffixLen() || !match.getAddressSuffix().isEmpty(),
                "a filter chain match by address suffix");
        return new ChainMatch(
                match.getDestinationPort().getValue(),
                ranges.ranges(match.getPrefixRangesList()),
                serverNames(match),
                match.getTransportProtocol(),
                new TreeSet<>(match.getApplicationProtocolsList()),
                ranges.ranges(match.getDirectSourcePrefixRangesList()),
                switch (match.getSourceType()) {
                    case ANY, UNRECOGNIZED -> SourceType.ANY;
                    case SAME_IP_OR_LOOPBACK -> SourceType.SAME_IP_OR_LOOPBACK;
                    case EXTERNAL -> SourceType.EXTERNAL;
                },
                ranges.ranges(match.getSourcePrefixRangesList()),
                new HashSet<>(match.getSourcePortsList()));
    }

    private Set<String> serverNames(FilterChainMatch match) {
        var names = new TreeSet<String>();
        for (var name : match.getServerNamesList()) {
            if (name.lastIndexOf('*') > 0 || name.equals("*")) {
                refusals.add("server name '" + name + "' may have its only * in front of a dot");
            }
            names.add(name.toLowerCase(Locale.ROOT));
        }
        return names;
    }
}
