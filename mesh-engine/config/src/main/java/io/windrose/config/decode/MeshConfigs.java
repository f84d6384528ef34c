package io.windrose.config.decode;

import io.windrose.config.resource.ConnectionPool;
import io.windrose.config.resource.MeshConfig;
import io.windrose.config.resource.ObjectMeta;
import io.windrose.config.resource.Origin;
import io.windrose.config.resource.Sidecar;
import io.windrose.config.syntax.Durations;
import java.time.Duration;
import java.util.List;

/// The settings of the mesh. What is not written keeps Istio's default.
final class MeshConfigs {

    private MeshConfigs() {}

    static MeshConfig decode(ObjectMeta meta, Origin origin, Fields fields) {
        var standard = MeshConfig.DEFAULT;
        return new MeshConfig(
                meta,
                origin,
                textOr(fields, "rootNamespace", standard.rootNamespace()),
                textOr(fields, "trustDomain", standard.trustDomain()),
                fields.texts("trustDomainAliases"),
                fields.optionalFlag("enableAutoMtls").orElse(standard.enableAutoMtls()),
                fields.text("accessLogFile"),
                fields.text("accessLogFormat"),
                fields.choice("accessLogEncoding", standard.accessLogEncoding()),
                mode(fields, standard.outboundMode()),
                fields.section("inboundTrafficPolicy", MeshConfigs::inbound)
                        .orElse(standard.inboundMode()),
                fields.duration("connectTimeout").orElse(standard.connectTimeout()),
                fields.duration("protocolDetectionTimeout", Durations.ZERO_OR_MORE)
                        .orElse(Duration.ZERO),
                fields.section("tcpKeepalive", ConnectionPools::keepalive),
                fields.section("defaultHttpRetryPolicy", HttpRoutes::retries),
                fields.choice("h2UpgradePolicy", ConnectionPool.H2Upgrade.DO_NOT_UPGRADE),
                fields.section("localityLbSetting", LoadBalancers::locality)
                        .orElse(standard.locality()),
                fields.duration("dnsRefreshRate").orElse(standard.dnsRefreshRate()),
                fields.section("pathNormalization", MeshConfigs::normalization)
                        .orElse(standard.pathNormalization()),
                exportTo(fields, "defaultServiceExportTo"),
                exportTo(fields, "defaultVirtualServiceExportTo"),
                exportTo(fields, "defaultDestinationRuleExportTo"),
                fields.optionalFlag("enablePrometheusMerge").orElse(true));
    }

    private static String textOr(Fields fields, String name, String absent) {
        var text = fields.text(name);
        return text.isEmpty() ? absent : text;
    }

    private static Sidecar.OutboundMode mode(Fields fields, Sidecar.OutboundMode absent) {
        return fields.section(
                        "outboundTrafficPolicy",
                        policy -> policy.choice("mode", Sidecar.OutboundMode.REGISTRY_ONLY))
                .orElse(absent);
    }

    private static MeshConfig.InboundMode inbound(Fields policy) {
        return policy.choice("mode", MeshConfig.InboundMode.PASSTHROUGH);
    }

    private static MeshConfig.PathNormalization normalization(Fields fields) {
        var normalization = fields.optionalChoice("normalization", Normalization.class);
        return switch (normalization.orElse(Normalization.DEFAULT)) {
            case DEFAULT, BASE -> MeshConfig.PathNormalization.BASE;
            case NONE -> MeshConfig.PathNormalization.NONE;
            case MERGE_SLASHES -> MeshConfig.PathNormalization.MERGE_SLASHES;
            case DECODE_AND_MERGE_SLASHES -> MeshConfig.PathNormalization.DECODE_AND_MERGE_SLASHES;
        };
    }

    private enum Normalization {
        DEFAULT,
        NONE,
        BASE,
        MERGE_SLASHES,
        DECODE_AND_MERGE_SLASHES
    }

    private static List<String> exportTo(Fields fields, String name) {
        var namespaces = fields.texts(name);
        return namespaces.isEmpty() ? List.of("*") : namespaces;
    }
}
