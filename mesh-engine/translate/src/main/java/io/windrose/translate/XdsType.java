package io.windrose.translate;

import java.util.Optional;
import java.util.stream.Stream;

/// The kinds of resources that a proxy is sent, in the order in which changes go out.
public enum XdsType {
    CDS("cds", "envoy.config.cluster.v3.Cluster"),
    EDS("eds", "envoy.config.endpoint.v3.ClusterLoadAssignment"),
    LDS("lds", "envoy.config.listener.v3.Listener"),
    RDS("rds", "envoy.config.route.v3.RouteConfiguration"),
    SDS("sds", "envoy.extensions.transport_sockets.tls.v3.Secret"),
    ECDS("ecds", "envoy.config.core.v3.TypedExtensionConfig"),
    NDS("nds", "istio.networking.nds.v1.NameTable");

    private final String shortName;
    private final String messageName;

    XdsType(String shortName, String messageName) {
        this.shortName = shortName;
        this.messageName = messageName;
    }

    /// `cds`, as people write it.
    public String shortName() {
        return shortName;
    }

    public String typeUrl() {
        return "type.googleapis.com/" + messageName;
    }

    /// Empty for what this control plane does not serve.
    public static Optional<XdsType> ofTypeUrl(String typeUrl) {
        return Stream.of(values()).filter(type -> type.typeUrl().equals(typeUrl)).findFirst();
    }
}
