package io.windrose.runtime;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.core.v3.TcpKeepalive;
import io.windrose.traffic.cluster.CircuitBreakers;
import io.windrose.traffic.cluster.Cluster.Dns;
import io.windrose.traffic.cluster.Cluster.Family;
import io.windrose.traffic.cluster.Cluster.Keepalive;
import io.windrose.traffic.cluster.OutlierDetection;
import io.windrose.traffic.cluster.ServiceName;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Clusters. Slow start is not honoured: a new host gets its full share at once.
final class ClusterReader {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration DNS_REFRESH = Duration.ofSeconds(5);

    private final Refusals refusals;

    ClusterReader(Refusals refusals) {
        this.refusals = refusals;
    }

    ClusterPlan plan(Cluster cluster) {
        refuseUnsupported(cluster);
        var istio = cluster.getMetadata().getFilterMetadataMap().get("istio");
        var metadata = istio == null ? Struct.getDefaultInstance() : istio;
        var protocol = new HttpProtocolReader(refusals).options(cluster);
        var sockets = SocketChoice.of(cluster, protocol, refusals);
        var read =
                new io.windrose.traffic.cluster.Cluster(
                        cluster.getName(),
                        type(cluster),
                        List.of(),
                        new LoadBalancingReader(refusals).balancing(cluster),
                        Scalars.duration(
                                cluster.hasConnectTimeout(),
                                cluster.getConnectTimeout(),
                                CONNECT_TIMEOUT),
                        breakers(cluster),
                        outliers(cluster),
                        sockets.choose(Struct.getDefaultInstance()),
                        protocol.http(),
                        cluster.getUpstreamBindConfig().getSourceAddress().getAddress(),
                        services(metadata),
                        !text(metadata, "alpn_override").equals("false"),
                        exchangesPeers(cluster, metadata),
                        dns(cluster),
                        keepalive(cluster),
                        Scalars.number(
                                cluster.hasPerConnectionBufferLimitBytes(),
                                cluster.getPerConnectionBufferLimitBytes(),
                                io.windrose.traffic.cluster.Cluster.DEFAULT_BUFFER_LIMIT));
        var endpointsName = endpointsName(cluster);
        return new ClusterPlan(
                read,
                sockets,
                endpointsName,
                endpointsName.isEmpty()
                        ? EndpointSet.of(cluster.getLoadAssignment(), refusals)
                        : null);
    }

    private static String endpointsName(Cluster cluster) {
        if (cluster.getType() != Cluster.DiscoveryType.EDS) {
            return "";
        }
        var name = cluster.getEdsClusterConfig().getServiceName();
        return name.isEmpty() ? cluster.getName() : name;
    }

    private void refuseUnsupported(Cluster cluster) {
        refusals.unsupported(cluster.getHealthChecksCount() > 0, "active health checking");
        refusals.unsupported(cluster.hasLbSubsetConfig(), "subset load balancing");
        for (var filter : cluster.getFiltersList()) {
            var config = TypedConfig.of(filter.getTypedConfig(), refusals);
            if (!config.type().equals(IstioTypes.TCP_METADATA_EXCHANGE)) {
                refusals.unknown("upstream filter", filter.getName(), config);
            }
        }
    }

    private io.windrose.traffic.cluster.Cluster.Type type(Cluster cluster) {
        if (cluster.hasClusterType()) {
            refusals.add(
                    "cluster type '" + cluster.getClusterType().getName() + "' is not supported");
            return io.windrose.traffic.cluster.Cluster.Type.STATIC;
        }
        return switch (cluster.getType()) {
            case STATIC -> io.windrose.traffic.cluster.Cluster.Type.STATIC;
            case EDS -> io.windrose.traffic.cluster.Cluster.Type.EDS;
            case STRICT_DNS -> io.windrose.traffic.cluster.Cluster.Type.STRICT_DNS;
            case LOGICAL_DNS -> io.windrose.traffic.cluster.Cluster.Type.LOGICAL_DNS;
            case ORIGINAL_DST -> io.windrose.traffic.cluster.Cluster.Type.ORIGINAL_DST;
            case UNRECOGNIZED -> {
                refusals.add("cluster type " + cluster.getTypeValue() + " is not known");
                yield io.windrose.traffic.cluster.Cluster.Type.STATIC;
            }
        };
    }

    /// The thresholds of the default priority; Istio knows no other.
    private static CircuitBreakers breakers(Cluster cluster) {
        for (var limits : cluster.getCircuitBreakers().getThresholdsList()) {
            if (limits.getPriority()
                    == io.envoyproxy.envoy.config.core.v3.RoutingPriority.DEFAULT) {
                var otherwise = CircuitBreakers.DEFAULT;
                var budget = limits.getRetryBudget();
                return new CircuitBreakers(
                        Scalars.number(
                                limits.hasMaxConnections(),
                                limits.getMaxConnections(),
                                otherwise.connections()),
                        Scalars.number(
                                limits.hasMaxPendingRequests(),
                                limits.getMaxPendingRequests(),
                                otherwise.pending()),
                        Scalars.number(
                                limits.hasMaxRequests(),
                                limits.getMaxRequests(),
                                otherwise.requests()),
                        Scalars.number(
                                limits.hasMaxRetries(),
                                limits.getMaxRetries(),
                                otherwise.retries()),
                        !limits.hasRetryBudget()
                                ? -1
                                : budget.hasBudgetPercent()
                                        ? budget.getBudgetPercent().getValue()
                                        : 20,
                        Scalars.number(
                                budget.hasMinRetryConcurrency(),
                                budget.getMinRetryConcurrency(),
                                otherwise.budgetMinimum()));
            }
        }
        return CircuitBreakers.DEFAULT;
    }

    private static @Nullable OutlierDetection outliers(Cluster cluster) {
        if (!cluster.hasOutlierDetection()) {
            return null;
        }
        var rules = cluster.getOutlierDetection();
        var otherwise = OutlierDetection.DEFAULT;
        var base =
                Scalars.duration(
                        rules.hasBaseEjectionTime(),
                        rules.getBaseEjectionTime(),
                        otherwise.baseEjection());
        var longest =
                Scalars.duration(
                        rules.hasMaxEjectionTime(),
                        rules.getMaxEjectionTime(),
                        otherwise.maxEjection());
        return new OutlierDetection(
                Scalars.number(
                        rules.hasConsecutive5Xx(),
                        rules.getConsecutive5Xx(),
                        otherwise.consecutive5xx()),
                Scalars.number(
                        rules.hasEnforcingConsecutive5Xx(),
                        rules.getEnforcingConsecutive5Xx(),
                        otherwise.enforce5xx()),
                Scalars.number(
                        rules.hasConsecutiveGatewayFailure(),
                        rules.getConsecutiveGatewayFailure(),
                        otherwise.gatewayFailures()),
                Scalars.number(
                        rules.hasEnforcingConsecutiveGatewayFailure(),
                        rules.getEnforcingConsecutiveGatewayFailure(),
                        otherwise.enforceGateway()),
                Scalars.number(
                        rules.hasConsecutiveLocalOriginFailure(),
                        rules.getConsecutiveLocalOriginFailure(),
                        otherwise.localFailures()),
                Scalars.number(
                        rules.hasEnforcingConsecutiveLocalOriginFailure(),
                        rules.getEnforcingConsecutiveLocalOriginFailure(),
                        otherwise.enforceLocal()),
                rules.getSplitExternalLocalOriginErrors(),
                Scalars.duration(rules.hasInterval(), rules.getInterval(), otherwise.interval()),
                base,
                longest.compareTo(base) < 0 ? base : longest,
                Math.min(
                        100,
                        Scalars.number(
                                rules.hasMaxEjectionPercent(),
                                rules.getMaxEjectionPercent(),
                                otherwise.maxEjectionPercent())),
                rules.getAlwaysEjectOneHost().getValue());
    }

    private static List<ServiceName> services(Struct istio) {
        return istio
                .getFieldsOrDefault("services", Value.getDefaultInstance())
                .getListValue()
                .getValuesList()
                .stream()
                .map(Value::getStructValue)
                .map(service ->
                        new ServiceName(
                                text(service, "host"),
                                text(service, "name"),
                                text(service, "namespace")))
                .toList();
    }

    private static boolean exchangesPeers(Cluster cluster, Struct istio) {
        return cluster.getFiltersCount() > 0
                && !istio.getFieldsOrDefault("disable_mx", Value.getDefaultInstance())
                        .getBoolValue();
    }

    @SuppressWarnings("deprecation") // istiod still sends these fields
    private static @Nullable Dns dns(Cluster cluster) {
        if (cluster.getType() != Cluster.DiscoveryType.STRICT_DNS
                && cluster.getType() != Cluster.DiscoveryType.LOGICAL_DNS) {
            return null;
        }
        return new Dns(
                Scalars.duration(
                        cluster.hasDnsRefreshRate(), cluster.getDnsRefreshRate(), DNS_REFRESH),
                cluster.getRespectDnsTtl(),
                switch (cluster.getDnsLookupFamily()) {
                    case V4_ONLY -> Family.V4;
                    case V6_ONLY -> Family.V6;
                    default -> Family.BOTH;
                });
    }

    private static @Nullable Keepalive keepalive(Cluster cluster) {
        if (!cluster.getUpstreamConnectionOptions().hasTcpKeepalive()) {
            return null;
        }
        TcpKeepalive probes = cluster.getUpstreamConnectionOptions().getTcpKeepalive();
        return new Keepalive(
                Scalars.number(probes.getKeepaliveProbes().getValue()),
                Duration.ofSeconds(Scalars.number(probes.getKeepaliveTime().getValue())),
                Duration.ofSeconds(Scalars.number(probes.getKeepaliveInterval().getValue())));
    }

    private static String text(Struct struct, String field) {
        return struct.getFieldsOrDefault(field, Value.getDefaultInstance()).getStringValue();
    }
}
