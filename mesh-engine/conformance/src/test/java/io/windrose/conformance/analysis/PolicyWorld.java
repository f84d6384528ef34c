package io.windrose.conformance.analysis;

/// What the policies of [Policies] are for.
final class PolicyWorld {

    private PolicyWorld() {}

    static String text() {
        var text = new StringBuilder();
        for (var namespace : new String[] {"shop", "other", "istio-system"}) {
            add(
                    text,
                    "{apiVersion: v1, kind: Namespace, metadata: {name: %s}}".formatted(namespace));
        }
        for (var account : new String[] {"shop/ann", "shop/bob", "other/ann"}) {
            var parts = account.split("/", -1);
            add(
                    text,
                    "{apiVersion: v1, kind: ServiceAccount, metadata: {name: %s, namespace: %s}}"
                            .formatted(parts[1], parts[0]));
        }
        for (int service = 0; service < 2; service++) {
            add(
                    text,
                    """
                    apiVersion: v1
                    kind: Service
                    metadata: {name: s%1$d, namespace: shop}
                    spec:
                      clusterIP: 10.1.0.%1$d
                      selector: {app: s%1$d}
                      ports: [{name: http, port: 80, targetPort: 8080}]
                    """
                            .formatted(service));
            for (int version = 1; version <= 2; version++) {
                pod(text, service, version);
            }
        }
        add(
                text,
                """
                apiVersion: v1
                kind: Pod
                metadata: {name: door, namespace: shop, labels: {istio: ingress}}
                spec:
                  serviceAccountName: door
                  containers: [{name: istio-proxy, image: proxyv2}]
                """);
        add(
                text,
                """
                apiVersion: networking.istio.io/v1
                kind: Gateway
                metadata: {name: door, namespace: shop}
                spec:
                  selector: {istio: ingress}
                  servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ['*']}]
                """);
        add(
                text,
                """
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata: {name: way, namespace: shop}
                spec:
                  hosts: [shop.example.com]
                  gateways: [door]
                  http:
                    - match: [{uri: {prefix: /s1}}]
                      route: [{destination: {host: s1}}]
                    - route: [{destination: {host: s0}}]
                """);
        return text.toString();
    }

    static String pod(int service, int version) {
        return "s%d-v%d".formatted(service, version);
    }

    static String address(int service, int version) {
        return "10.2.%d.%d".formatted(service, version);
    }

    private static void pod(StringBuilder text, int service, int version) {
        var asked =
                service == 0
                        ? "sidecar.istio.io/rewriteAppHTTPProbers: 'false'"
                        : "prometheus.istio.io/merge-metrics: 'false', prometheus.io/scrape: 'true',"
                                + " prometheus.io/port: '9090', prometheus.io/path: /b";
        add(
                text,
                """
                apiVersion: v1
                kind: Pod
                metadata:
                  name: %1$s
                  namespace: shop
                  labels: {app: s%2$d, version: v%3$d, security.istio.io/tlsMode: istio}
                  annotations: {%5$s}
                spec:
                  serviceAccountName: bob
                  containers:
                    - name: app
                      image: 'app:1'
                      ports: [{containerPort: 8080}]
                %6$s\
                    - {name: istio-proxy, image: proxyv2}
                status:
                  phase: Running
                  podIP: %4$s
                  podIPs: [{ip: %4$s}]
                  conditions: [{type: Ready, status: "True"}]
                """
                        .formatted(
                                pod(service, version),
                                service,
                                version,
                                address(service, version),
                                asked,
                                service == 0
                                        ? "      readinessProbe: {httpGet: {path: /a, port: 8080}}\n"
                                        : ""));
    }

    private static void add(StringBuilder text, String document) {
        text.append("---\n").append(document.strip()).append('\n');
    }
}
