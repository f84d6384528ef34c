package io.windrose.conformance.bench;

import java.nio.file.Path;

/// What stands between client and application.
enum Shape {
    /// One reverse proxy that speaks HTTP/1.1 on both sides.
    PLAIN,
    /// Two proxies, with mutual TLS and HTTP/2 between them.
    SIDECAR_PAIR;

    private static final String HTTP_MANAGER =
            "type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager";
    private static final String ROUTER =
            "type.googleapis.com/envoy.extensions.filters.http.router.v3.Router";
    private static final String HTTP_OPTIONS =
            "type.googleapis.com/envoy.extensions.upstreams.http.v3.HttpProtocolOptions";
    private static final String TLS =
            "type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.";

    /// The bootstrap of a proxy that takes plain requests.
    ///
    /// @param next the port to which it passes them: the application's, or the other proxy's
    String front(int admin, int listen, int next, Path certificates) {
        boolean pair = this == SIDECAR_PAIR;
        return bootstrap(
                admin,
                listen,
                next,
                "",
                pair
                        ? """
                            typed_extension_protocol_options:
                              envoy.extensions.upstreams.http.v3.HttpProtocolOptions:
                                "@type": %s
                                explicit_http_config: {http2_protocol_options: {}}
                            transport_socket:
                              name: tls
                              typed_config:
                                "@type": %sUpstreamTlsContext
                                sni: app
                                common_tls_context: %s
                        """
                                .formatted(HTTP_OPTIONS, TLS, common(certificates, "caller"))
                        : "");
    }

    /// The bootstrap of the proxy beside the application of a pair.
    static String back(int admin, int listen, int application, Path certificates) {
        var socket =
                """
                    transport_socket:
                      name: tls
                      typed_config:
                        "@type": %sDownstreamTlsContext
                        require_client_certificate: true
                        common_tls_context: %s
                """
                        .formatted(TLS, common(certificates, "called"));
        return bootstrap(admin, listen, application, socket, "");
    }

    private static String common(Path folder, String who) {
        return ("{alpn_protocols: [h2], tls_certificates: [{certificate_chain: {filename: \"%1$s/%2$s.pem\"},"
                        + " private_key: {filename: \"%1$s/%2$s.key\"}}],"
                        + " validation_context: {trusted_ca: {filename: \"%1$s/roots.pem\"}}}")
                .formatted(folder, who);
    }

    private static String bootstrap(
            int admin, int listen, int next, String listenSocket, String clusterOptions) {
        return """
        node: {id: bench, cluster: bench}
        admin:
          address: {socket_address: {address: 127.0.0.1, port_value: %d}}
        static_resources:
          listeners:
          - name: in
            address: {socket_address: {address: 127.0.0.1, port_value: %d}}
            filter_chains:
            - filters:
              - name: http
                typed_config:
                  "@type": %s
                  stat_prefix: bench
                  http_filters:
                  - {name: envoy.filters.http.router, typed_config: {"@type": %s}}
                  route_config:
                    name: local
                    virtual_hosts:
                    - name: all
                      domains: ["*"]
                      routes: [{match: {prefix: /}, route: {cluster: next}}]
        %s\
          clusters:
          - name: next
            type: STATIC
            connect_timeout: 5s
            load_assignment: {cluster_name: next, endpoints: [{lb_endpoints: [{endpoint: {address: {socket_address: {address: 127.0.0.1, port_value: %d}}}}]}]}
        %s\
        """
                .formatted(
                        admin,
                        listen,
                        HTTP_MANAGER,
                        ROUTER,
                        listenSocket.indent(2),
                        next,
                        clusterOptions);
    }
}
