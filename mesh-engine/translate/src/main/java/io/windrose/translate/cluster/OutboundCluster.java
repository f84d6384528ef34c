package io.windrose.translate.cluster;

import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.cluster.v3.Cluster.CommonLbConfig;
import io.envoyproxy.envoy.config.cluster.v3.Cluster.DiscoveryType;
import io.envoyproxy.envoy.config.cluster.v3.Cluster.DnsLookupFamily;
import io.envoyproxy.envoy.config.cluster.v3.Cluster.EdsClusterConfig;
import io.envoyproxy.envoy.type.v3.Percent;
import io.windrose.config.resource.LoadBalancer;
import io.windrose.config.resource.LocalityLoadBalancing;
import io.windrose.config.resource.OutlierDetection;
import io.windrose.registry.DestinationPolicy.PortPolicy;
import io.windrose.registry.Service;
import io.windrose.translate.scope.IstioFilter;
import io.windrose.translate.scope.ProxyScope;

/// Builds the cluster of one destination.
final class OutboundCluster {
    private final ProxyScope scope;
    private final Outbound outbound;
    private final PortPolicy policy;
    private final Outbound.Discovery discovery;
    private final Cluster.Builder cluster = Cluster.newBuilder();

    OutboundCluster(ProxyScope scope, Outbound outbound) {
        this.scope = scope;
        this.outbound = outbound;
        this.policy = outbound.policy();
        this.discovery = outbound.discovery(scope.proxy());
    }

    Cluster build() {
        var name = outbound.clusterName();
        var options =
                HttpOptions.outbound(
                        outbound.port().protocol(),
                        policy.connectionPool(),
                        scope.mesh().h2Upgrade());
        cluster.setName(name)
                .setAltStatName(name + ";")
                .setConnectTimeout(Wire.duration(connectTimeout()))
                .setCircuitBreakers(Breakers.of(policy.connectionPool(), policy.retryBudget()))
                .setMetadata(ClusterMetadata.of(outbound));
        setDiscovery(name);
        setBalancing();
        Keepalive.of(policy.connectionPool(), scope.mesh())
                .ifPresent(cluster::setUpstreamConnectionOptions);
        policy.outlierDetection()
                .ifPresent(settings -> cluster.setOutlierDetection(Ejection.of(settings)));
        var tls = new UpstreamTls(scope, outbound, options);
        tls.addTo(cluster);
        tls.withServerNameFromRequest(options)
                .packed()
                .ifPresent(any -> cluster.putTypedExtensionProtocolOptions(HttpOptions.KEY, any));
        if (scope.proxy().has(IstioFilter.TCP_METADATA_EXCHANGE)) {
            cluster.addFilters(FixedClusters.metadataExchange());
        }
        return cluster.build();
    }

    private java.time.Duration connectTimeout() {
        return policy.connectionPool()
                .flatMap(pool -> pool.tcp().connectTimeout())
                .orElse(scope.mesh().connectTimeout());
    }

    private void setDiscovery(String name) {
        switch (discovery) {
            case EDS ->
                    cluster.setType(DiscoveryType.EDS)
                            .setEdsClusterConfig(
                                    EdsClusterConfig.newBuilder()
                                            .setEdsConfig(Wire.sameStream())
                                            .setServiceName(name));
            case STRICT_DNS -> setDns(DiscoveryType.STRICT_DNS);
            case LOGICAL_DNS -> setDns(DiscoveryType.LOGICAL_DNS);
            case ORIGINAL_DESTINATION -> cluster.setType(DiscoveryType.ORIGINAL_DST);
        }
    }

    // Older Envoys and our proxy know only these fields, as istiod does.
    @SuppressWarnings("deprecation")
    private void setDns(DiscoveryType type) {
        var family =
                switch (scope.proxy().ipFamily()) {
                    case V4 -> DnsLookupFamily.V4_ONLY;
                    case V6 -> DnsLookupFamily.V6_ONLY;
                    case DUAL -> DnsLookupFamily.ALL;
                };
        cluster.setType(type)
                .setDnsLookupFamily(family)
                .setDnsRefreshRate(Wire.duration(scope.mesh().dnsRefreshRate()))
                .setRespectDnsTtl(true)
                .setLoadAssignment(LoadAssignments.of(scope, outbound));
    }

    private void setBalancing() {
        if (discovery == Outbound.Discovery.ORIGINAL_DESTINATION) {
            cluster.setLbPolicy(Cluster.LbPolicy.CLUSTER_PROVIDED);
        } else {
            Balancing.set(policy.loadBalancer(), cluster);
        }
        var common = CommonLbConfig.newBuilder();
        if (policy.outlierDetection().isPresent() || toleratesUnready(outbound.service())) {
            double percent =
                    policy.outlierDetection().map(OutlierDetection::minHealthPercent).orElse(0);
            common.setHealthyPanicThreshold(Percent.newBuilder().setValue(percent));
        }
        if (Localities.weighted(locality())) {
            common.setLocalityWeightedLbConfig(
                    CommonLbConfig.LocalityWeightedLbConfig.getDefaultInstance());
        }
        cluster.setCommonLbConfig(common);
    }

    private LocalityLoadBalancing locality() {
        return policy.loadBalancer()
                .flatMap(LoadBalancer::locality)
                .orElse(scope.mesh().locality());
    }

    /// A ServiceEntry lists its endpoints by hand, a Kubernetes Service may ask for it: then
    /// panicking over unhealthy ones makes no sense.
    private static boolean toleratesUnready(Service service) {
        return switch (service.origin()) {
            case SERVICE_ENTRY -> true;
            case KUBERNETES -> service.publishesNotReady();
        };
    }
}
