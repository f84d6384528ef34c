package io.windrose.workspace.demo;

import java.util.List;

/// The twelve workloads of the story; each has one pod and, with the others of its app, a service.
///
/// @param version empty for the gateway
record DemoWorkload(String namespace, String app, String version, String protocol) {
    static final DemoWorkload GATEWAY =
            new DemoWorkload("istio-system", "istio-ingressgateway", "", "http");
    static final DemoWorkload PRODUCTPAGE = bookinfo("productpage", "v1");
    static final DemoWorkload DETAILS = bookinfo("details", "v1");
    static final DemoWorkload REVIEWS_V1 = bookinfo("reviews", "v1");
    static final DemoWorkload REVIEWS_V2 = bookinfo("reviews", "v2");
    static final DemoWorkload REVIEWS_V3 = bookinfo("reviews", "v3");
    static final DemoWorkload RATINGS = bookinfo("ratings", "v1");
    static final DemoWorkload MONGODB = new DemoWorkload("bookinfo", "mongodb", "v1", "tcp");
    static final DemoWorkload API_GATEWAY = payments("api-gateway", "v1");
    static final DemoWorkload PAYMENT_V1 = payments("payment-service", "v1");
    static final DemoWorkload PAYMENT_V2 = payments("payment-service", "v2");
    static final DemoWorkload USERS = payments("user-service", "v1");

    static final List<DemoWorkload> ALL =
            List.of(
                    GATEWAY,
                    PRODUCTPAGE,
                    DETAILS,
                    REVIEWS_V1,
                    REVIEWS_V2,
                    REVIEWS_V3,
                    RATINGS,
                    MONGODB,
                    API_GATEWAY,
                    PAYMENT_V1,
                    PAYMENT_V2,
                    USERS);

    private static DemoWorkload bookinfo(String app, String version) {
        return new DemoWorkload("bookinfo", app, version, "http");
    }

    private static DemoWorkload payments(String app, String version) {
        return new DemoWorkload("payments", app, version, "grpc");
    }

    String name() {
        return version.isEmpty() ? app : app + "-" + version;
    }

    int port() {
        return equals(MONGODB) ? 27017 : 9080;
    }

    String address() {
        return "10.244.1." + (20 + ALL.indexOf(this));
    }

    String nodeId() {
        return "%s~%s~%s.%s~%s.svc.cluster.local"
                .formatted(
                        equals(GATEWAY) ? "router" : "sidecar",
                        address(),
                        name(),
                        namespace,
                        namespace);
    }
}
