package io.windrose.proxy.xds;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.Secret;
import java.util.Arrays;
import java.util.Optional;

/// The kinds of resources that this proxy asks for, in the order in which it wants them.
///
/// @see <a href="https://www.envoyproxy.io/docs/envoy/latest/api-docs/xds_protocol">xDS
///   protocol</a>
public enum XdsType {
    CLUSTER(Cluster.getDefaultInstance(), true, "cluster_manager.cds."),
    ENDPOINTS(ClusterLoadAssignment.getDefaultInstance(), false, "cluster_manager.eds."),
    LISTENER(Listener.getDefaultInstance(), true, "listener_manager.lds."),
    ROUTES(RouteConfiguration.getDefaultInstance(), false, "http.rds."),
    SECRET(Secret.getDefaultInstance(), false, "sds.");

    private final Message prototype;
    private final boolean wildcard;
    private final String statPrefix;

    XdsType(Message prototype, boolean wildcard, String statPrefix) {
        this.prototype = prototype;
        this.wildcard = wildcard;
        this.statPrefix = statPrefix;
    }

    public static Optional<XdsType> of(String typeUrl) {
        return Arrays.stream(values()).filter(type -> type.url().equals(typeUrl)).findFirst();
    }

    /// `type.googleapis.com/envoy.config.cluster.v3.Cluster`
    public String url() {
        return "type.googleapis.com/" + prototype.getDescriptorForType().getFullName();
    }

    /// Whether the control plane decides by itself which resources of this type a proxy gets.
    public boolean isWildcard() {
        return wildcard;
    }

    /// What the names of its statistics begin with.
    public String statPrefix() {
        return statPrefix;
    }

    Message unpack(Any resource) throws InvalidProtocolBufferException {
        return prototype.getParserForType().parseFrom(resource.getValue());
    }

    static String name(Message resource) {
        return switch (resource) {
            case Cluster cluster -> cluster.getName();
            case ClusterLoadAssignment endpoints -> endpoints.getClusterName();
            case Listener listener -> listener.getName();
            case RouteConfiguration routes -> routes.getName();
            case Secret secret -> secret.getName();
            default -> throw new IllegalArgumentException(resource.getClass().getName());
        };
    }
}
