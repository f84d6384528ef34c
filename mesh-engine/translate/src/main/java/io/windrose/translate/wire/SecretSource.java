package io.windrose.translate.wire;

import com.google.protobuf.Duration;
import io.envoyproxy.envoy.config.core.v3.AggregatedConfigSource;
import io.envoyproxy.envoy.config.core.v3.ApiConfigSource;
import io.envoyproxy.envoy.config.core.v3.ApiVersion;
import io.envoyproxy.envoy.config.core.v3.ConfigSource;
import io.envoyproxy.envoy.config.core.v3.GrpcService;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.SdsSecretConfig;

/// Where proxies get secrets from.
public final class SecretSource {
    private static final String WORKLOAD_CLUSTER = "sds-grpc";

    private SecretSource() {}

    /// From whoever stands next to the proxy and renews the workload's certificate; the proxy's
    /// bootstrap knows it as the cluster `sds-grpc`.
    public static SdsSecretConfig workload(String name) {
        var grpc =
                GrpcService.newBuilder()
                        .setEnvoyGrpc(
                                GrpcService.EnvoyGrpc.newBuilder()
                                        .setClusterName(WORKLOAD_CLUSTER));
        var api =
                ApiConfigSource.newBuilder()
                        .setApiType(ApiConfigSource.ApiType.GRPC)
                        .addGrpcServices(grpc)
                        .setSetNodeOnFirstMessageOnly(true)
                        .setTransportApiVersion(ApiVersion.V3);
        return SdsSecretConfig.newBuilder()
                .setName(name)
                .setSdsConfig(
                        ConfigSource.newBuilder()
                                .setApiConfigSource(api)
                                .setInitialFetchTimeout(Duration.getDefaultInstance())
                                .setResourceApiVersion(ApiVersion.V3))
                .build();
    }

    /// From the control plane, on the stream on which everything else comes.
    public static SdsSecretConfig sameStream(String name) {
        return SdsSecretConfig.newBuilder()
                .setName(name)
                .setSdsConfig(
                        ConfigSource.newBuilder()
                                .setAds(AggregatedConfigSource.getDefaultInstance())
                                .setResourceApiVersion(ApiVersion.V3))
                .build();
    }
}
