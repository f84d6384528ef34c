package io.windrose.config.resource;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Settings of the whole mesh, from the ConfigMap `istio`.
///
/// @param accessLogFile e.g. `/dev/stdout`; empty for no access log
/// @param accessLogFormat empty for Istio's default
/// @param protocolDetectionTimeout zero waits for ever
/// @param defaultHttpRetryPolicy empty for Istio's own: 2 attempts
/// @see <a href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/">Istio</a>
public record MeshConfig(
        ObjectMeta meta,
        Origin origin,
        String rootNamespace,
        String trustDomain,
        List<String> trustDomainAliases,
        boolean enableAutoMtls,
        String accessLogFile,
        String accessLogFormat,
        AccessLogEncoding accessLogEncoding,
        Sidecar.OutboundMode outboundMode,
        InboundMode inboundMode,
        Duration connectTimeout,
        Duration protocolDetectionTimeout,
        Optional<ConnectionPool.TcpKeepalive> tcpKeepalive,
        Optional<RetryPolicy> defaultHttpRetryPolicy,
        ConnectionPool.H2Upgrade h2Upgrade,
        LocalityLoadBalancing locality,
        Duration dnsRefreshRate,
        PathNormalization pathNormalization,
        List<String> defaultServiceExportTo,
        List<String> defaultVirtualServiceExportTo,
        List<String> defaultDestinationRuleExportTo,
        boolean enablePrometheusMerge)
        implements Resource {

    /// @see <a href="https://github.com/istio/istio">Istio</a> `pkg/config/mesh/mesh.go`
    public static final MeshConfig DEFAULT =
            new MeshConfig(
                    ObjectMeta.of("istio-system", "istio"),
                    Origin.NOWHERE,
                    "istio-system",
                    "cluster.local",
                    List.of(),
                    true,
                    "",
                    "",
                    AccessLogEncoding.TEXT,
                    Sidecar.OutboundMode.ALLOW_ANY,
                    InboundMode.PASSTHROUGH,
                    Duration.ofSeconds(10),
                    Duration.ZERO,
                    Optional.empty(),
                    Optional.empty(),
                    ConnectionPool.H2Upgrade.DO_NOT_UPGRADE,
                    new LocalityLoadBalancing(List.of(), List.of(), List.of(), Optional.of(true)),
                    Duration.ofSeconds(60),
                    PathNormalization.BASE,
                    List.of("*"),
                    List.of("*"),
                    List.of("*"),
                    true);

    public MeshConfig {
        trustDomainAliases = List.copyOf(trustDomainAliases);
        defaultServiceExportTo = List.copyOf(defaultServiceExportTo);
        defaultVirtualServiceExportTo = List.copyOf(defaultVirtualServiceExportTo);
        defaultDestinationRuleExportTo = List.copyOf(defaultDestinationRuleExportTo);
    }

    public enum AccessLogEncoding {
        TEXT,
        JSON
    }

    public enum InboundMode {
        PASSTHROUGH,
        LOCALHOST
    }

    public enum PathNormalization {
        NONE,
        BASE,
        MERGE_SLASHES,
        DECODE_AND_MERGE_SLASHES
    }
}
