package io.windrose.sandbox;

import java.util.List;

/// The seven workloads of the sandbox's mesh, with the names and accounts of Istio's sample.
///
/// @param name of the deployment and its only pod
/// @param app the label `app`, for applications also the service
/// @param port where the pod takes requests, as its service sees it
record DemoWorkload(
        String name, String namespace, String app, String version, String account, int port) {
    static final String GATEWAY = "istio-ingressgateway";
    private static final int APPLICATION_PORT = 9080;

    /// Where the gateway takes what its service calls port 80.
    private static final int GATEWAY_PORT = 8080;

    static final List<DemoWorkload> ALL =
            List.of(
                    application("productpage", "v1"),
                    application("details", "v1"),
                    application("reviews", "v1"),
                    application("reviews", "v2"),
                    application("reviews", "v3"),
                    application("ratings", "v1"),
                    new DemoWorkload(
                            GATEWAY,
                            "istio-system",
                            GATEWAY,
                            "",
                            "istio-ingressgateway-service-account",
                            GATEWAY_PORT));

    private static DemoWorkload application(String app, String version) {
        return new DemoWorkload(
                app + "-" + version, "default", app, version, "bookinfo-" + app, APPLICATION_PORT);
    }

    boolean isGateway() {
        return name.equals(GATEWAY);
    }

    /// Envoy's node identifier: kind, address, pod and namespace, and the domain of its services.
    String nodeId(String address) {
        return "%s~%s~%s.%s~%s.svc.cluster.local"
                .formatted(isGateway() ? "router" : "sidecar", address, name, namespace, namespace);
    }
}
