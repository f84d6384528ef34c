package io.windrose.conformance.envoy;

/// The bootstrap with which a stock Envoy becomes a proxy of our control plane: delta ADS with a
/// token, and the host's own secret service.
///
/// @param xds `host:port` of the control plane
/// @param token what the control plane asks for; empty for none
/// @param sds `host:port` of the service that hands out this workload's certificate
record EnvoyBootstrap(String nodeId, String metadata, String xds, String token, String sds) {

    /// @return YAML with `${ADMIN_PORT}` still to be filled in
    String yaml() {
        return """
        node:
          id: "%s"
          cluster: conformance
          metadata: %s
        admin:
          address: {socket_address: {address: 127.0.0.1, port_value: ${ADMIN_PORT}}}
        dynamic_resources:
          ads_config:
            api_type: DELTA_GRPC
            transport_api_version: V3
            set_node_on_first_message_only: true
            grpc_services:
            - envoy_grpc: {cluster_name: xds-grpc}
              initial_metadata:
              - {key: authorization, value: "Bearer %s"}
          cds_config: {ads: {}, resource_api_version: V3, initial_fetch_timeout: 0s}
          lds_config: {ads: {}, resource_api_version: V3, initial_fetch_timeout: 0s}
        static_resources:
          clusters:
        %s%s\
        """
                .formatted(
                        nodeId,
                        metadata,
                        token,
                        cluster("xds-grpc", xds),
                        cluster("sds-grpc", sds));
    }

    private static String cluster(String name, String address) {
        int colon = address.lastIndexOf(':');
        return """
          - name: %s
            type: STATIC
            connect_timeout: 5s
            typed_extension_protocol_options:
              envoy.extensions.upstreams.http.v3.HttpProtocolOptions:
                "@type": type.googleapis.com/envoy.extensions.upstreams.http.v3.HttpProtocolOptions
                explicit_http_config: {http2_protocol_options: {}}
            load_assignment:
              cluster_name: %s
              endpoints:
              - lb_endpoints:
                - endpoint:
                    address: {socket_address: {address: %s, port_value: %s}}
        """
                .formatted(name, name, address.substring(0, colon), address.substring(colon + 1))
                .indent(2);
    }
}
