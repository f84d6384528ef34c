package io.windrose.sandbox;

import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;

/// All that a workload's proxy needs to know to join the mesh.
///
/// @param controlPlane `host:port`
/// @param token proves the workload to the control plane
/// @param adminToken what its admin interface asks for
/// @param application where the workload's own program listens; unused for the gateway
record ProxyOrder(
        DemoWorkload workload,
        Placement.Place place,
        String controlPlane,
        String token,
        String adminToken,
        InetSocketAddress application) {

    String nodeId() {
        return workload.nodeId(place.inbound().getAddress().getHostAddress());
    }

    Map<String, String> labels() {
        return workload.isGateway()
                ? Map.of("app", workload.app(), "istio", "ingressgateway")
                : Map.of("app", workload.app(), "version", workload.version());
    }

    /// What the node says of itself beyond its id.
    Map<String, String> metadata() {
        var metadata = new LinkedHashMap<String, String>();
        metadata.put("INTERCEPTION_MODE", "NONE");
        metadata.put("SERVICE_ACCOUNT", workload.account());
        metadata.put("WORKLOAD_NAME", workload.name());
        metadata.put("WINDROSE_OUTBOUND_BIND", place.outboundAddress());
        metadata.put("WINDROSE_OUTBOUND_PORT_OFFSET", Integer.toString(place.outboundOffset()));
        if (!workload.isGateway()) {
            metadata.put("WINDROSE_APP", AdminAddresses.text(application));
        }
        return metadata;
    }
}
