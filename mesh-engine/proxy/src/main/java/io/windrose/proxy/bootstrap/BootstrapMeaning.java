package io.windrose.proxy.bootstrap;

import io.envoyproxy.envoy.config.bootstrap.v3.Bootstrap;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.core.v3.Address;
import io.envoyproxy.envoy.config.core.v3.ApiConfigSource;
import io.envoyproxy.envoy.config.core.v3.ApiConfigSource.ApiType;
import io.envoyproxy.envoy.config.core.v3.GrpcService;
import io.envoyproxy.envoy.config.core.v3.HeaderValue;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the control side reads from a bootstrap message by itself: admin address and ADS server.
final class BootstrapMeaning {
    private final Bootstrap message;

    private final BootstrapText text;

    private BootstrapMeaning(Bootstrap message, BootstrapText text) {
        this.message = message;
        this.text = text;
    }

    static Result<ProxyBootstrap> of(Bootstrap message, BootstrapText text) {
        return new BootstrapMeaning(message, text).read();
    }

    private Result<ProxyBootstrap> read() {
        var admin =
                message.getAdmin().hasAddress()
                        ? address(message.getAdmin().getAddress())
                        : Optional.<ServerAddress>empty();
        if (!message.getDynamicResources().hasAdsConfig()) {
            return Result.ok(new ProxyBootstrap(message, admin, Optional.empty(), text));
        }
        return ads(message.getDynamicResources().getAdsConfig())
                .map(ads -> new ProxyBootstrap(message, admin, Optional.of(ads), text));
    }

    private Result<AdsSource> ads(ApiConfigSource config) {
        if (config.getGrpcServicesList().isEmpty()) {
            return refused("", "has no grpc_services");
        }
        var service = config.getGrpcServices(0);
        var cluster = service.getEnvoyGrpc().getClusterName();
        var found =
                message.getStaticResources().getClustersList().stream()
                        .filter(candidate -> candidate.getName().equals(cluster))
                        .findFirst();
        if (found.isEmpty()) {
            return refused(
                    ".grpc_services[0]",
                    "names cluster '%s', which is not among the static clusters"
                            .formatted(cluster));
        }
        if (found.get().hasTransportSocket()) {
            return refused(
                    ".grpc_services[0]",
                    "names cluster '%s', which uses TLS: the aggregated stream is spoken in plain text to a local address"
                            .formatted(cluster));
        }
        var mode =
                switch (config.getApiType()) {
                    case DELTA_GRPC, AGGREGATED_DELTA_GRPC -> Optional.of(AdsSource.Mode.DELTA);
                    case GRPC, AGGREGATED_GRPC -> Optional.of(AdsSource.Mode.STATE_OF_THE_WORLD);
                    default -> Optional.<AdsSource.Mode>empty();
                };
        if (mode.isEmpty()) {
            return refused(
                    ".api_type",
                    "is %s where DELTA_GRPC or GRPC is possible".formatted(name(config)));
        }
        return firstEndpoint(found.get())
                .map(server -> Result.ok(new AdsSource(server, mode.get(), metadata(service))))
                .orElseGet(() ->
                        refused(
                                ".grpc_services[0]",
                                "names cluster '%s', which has no endpoint".formatted(cluster)));
    }

    private static String name(ApiConfigSource config) {
        var type = config.getApiType();
        return type == ApiType.UNRECOGNIZED ? "unknown" : type.name();
    }

    private static java.util.Map<String, String> metadata(GrpcService service) {
        return service.getInitialMetadataList().stream()
                .collect(
                        Collectors.toMap(
                                header -> header.getKey().toLowerCase(Locale.ROOT),
                                HeaderValue::getValue,
                                (_, last) -> last));
    }

    private static Optional<ServerAddress> firstEndpoint(Cluster cluster) {
        return cluster.getLoadAssignment().getEndpointsList().stream()
                .flatMap(locality -> locality.getLbEndpointsList().stream())
                .flatMap(endpoint -> address(endpoint.getEndpoint().getAddress()).stream())
                .findFirst();
    }

    private static Optional<ServerAddress> address(Address address) {
        return switch (address.getAddressCase()) {
            case SOCKET_ADDRESS ->
                    Optional.of(
                            new ServerAddress.Tcp(
                                    address.getSocketAddress().getAddress(),
                                    address.getSocketAddress().getPortValue()));
            case PIPE -> Optional.of(new ServerAddress.Unix(address.getPipe().getPath()));
            case ENVOY_INTERNAL_ADDRESS, ADDRESS_NOT_SET -> Optional.empty();
        };
    }

    private Result<AdsSource> refused(String path, String why) {
        var place = text.place("dynamic_resources.ads_config" + path);
        return new Result.Err<>(
                List.of(Problem.error("MESH1306", place, "the ADS configuration " + why)));
    }
}
