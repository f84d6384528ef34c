package io.windrose.sandbox;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;

/// The Kubernetes objects that a cluster would hold for the demo: namespaces, accounts, services
/// with their endpoints, deployments, pods and the settings of the mesh.
final class PlatformYaml {
    private static final String SEPARATOR = "---\n";

    /// Addresses that services have in the sandbox; nothing listens there.
    private static final String CLUSTER_IP = "10.96.0.";

    private PlatformYaml() {}

    /// @param accessLog the file in which all proxies log what they carried
    static String of(Placement placement, Path accessLog) {
        var text = new StringBuilder(namespaces(accessLog));
        var byApp = new LinkedHashMap<String, List<DemoWorkload>>();
        for (var workload : DemoWorkload.ALL) {
            byApp.computeIfAbsent(
                    workload.app(),
                    app ->
                            DemoWorkload.ALL.stream()
                                    .filter(other -> other.app().equals(app))
                                    .toList());
            text.append(SEPARATOR).append(deployment(workload));
            text.append(SEPARATOR).append(pod(workload, placement.of(workload)));
        }
        int ip = 10;
        for (var workloads : byApp.values()) {
            text.append(SEPARATOR).append(account(workloads.getFirst()));
            text.append(SEPARATOR).append(service(workloads.getFirst(), CLUSTER_IP + ip++));
            for (var workload : workloads) {
                text.append(SEPARATOR).append(endpoints(workload, placement.of(workload)));
            }
        }
        return text.toString();
    }

    private static String namespaces(Path accessLog) {
        return """
        apiVersion: v1
        kind: Namespace
        metadata:
          name: default
          labels:
            istio-injection: enabled
        ---
        apiVersion: v1
        kind: Namespace
        metadata:
          name: istio-system
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: istio
          namespace: istio-system
        data:
          mesh: |
            rootNamespace: istio-system
            trustDomain: cluster.local
            enableAutoMtls: true
            accessLogFile: "%s"
        """
                .formatted(accessLog);
    }

    private static String account(DemoWorkload workload) {
        return """
        apiVersion: v1
        kind: ServiceAccount
        metadata:
          name: %s
          namespace: %s
        """
                .formatted(workload.account(), workload.namespace());
    }

    private static String service(DemoWorkload workload, String clusterIp) {
        return """
        apiVersion: v1
        kind: Service
        metadata:
          name: %1$s
          namespace: %2$s
          labels:
            app: %1$s
        spec:
          clusterIP: %3$s
          selector:
            app: %1$s
          ports:
          - name: %4$s
            port: %5$d
            targetPort: %6$d
        """
                .formatted(
                        workload.app(),
                        workload.namespace(),
                        clusterIp,
                        workload.isGateway() ? "http2" : "http",
                        workload.isGateway() ? 80 : workload.port(),
                        workload.port());
    }

    private static String endpoints(DemoWorkload workload, Placement.Place place) {
        return """
        apiVersion: discovery.k8s.io/v1
        kind: EndpointSlice
        metadata:
          name: %1$s
          namespace: %2$s
          labels:
            kubernetes.io/service-name: %3$s
        addressType: IPv4
        ports:
        - name: %4$s
          port: %5$d
        endpoints:
        - addresses: [%6$s]
          conditions:
            ready: true
          targetRef:
            kind: Pod
            name: %1$s
            namespace: %2$s
        """
                .formatted(
                        workload.name(),
                        workload.namespace(),
                        workload.app(),
                        workload.isGateway() ? "http2" : "http",
                        place.inbound().getPort(),
                        place.inbound().getAddress().getHostAddress());
    }

    private static String deployment(DemoWorkload workload) {
        return """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: %1$s
          namespace: %2$s
          labels: %3$s
        spec:
          selector:
            matchLabels: %3$s
          template:
            metadata:
              labels: %3$s
            spec:
              serviceAccountName: %4$s
              containers:
              - name: %5$s
                image: windrose/%5$s
        """
                .formatted(
                        workload.name(),
                        workload.namespace(),
                        labels(workload),
                        workload.account(),
                        workload.app());
    }

    private static String pod(DemoWorkload workload, Placement.Place place) {
        return """
        apiVersion: v1
        kind: Pod
        metadata:
          name: %1$s
          namespace: %2$s
          labels: %3$s
          ownerReferences:
          - apiVersion: apps/v1
            kind: Deployment
            name: %1$s
        spec:
          serviceAccountName: %4$s
          containers:
          - name: %5$s
            image: windrose/%5$s
            ports:
            - containerPort: %6$d
        status:
          phase: Running
          podIP: %7$s
          conditions:
          - type: Ready
            status: "True"
        """
                .formatted(
                        workload.name(),
                        workload.namespace(),
                        labels(workload),
                        workload.account(),
                        workload.app(),
                        workload.port(),
                        place.inbound().getAddress().getHostAddress());
    }

    /// Istio's proxies have a TLS mode label when injected; without it nobody speaks mTLS to them.
    private static String labels(DemoWorkload workload) {
        var labels = new StringBuilder("{app: ").append(workload.app());
        if (workload.isGateway()) {
            labels.append(", istio: ingressgateway");
        } else {
            labels.append(", version: ").append(workload.version());
        }
        return labels.append(", security.istio.io/tlsMode: istio")
                .append(", service.istio.io/canonical-name: ")
                .append(workload.app())
                .append(", service.istio.io/canonical-revision: ")
                .append(workload.isGateway() ? "latest" : workload.version())
                .append('}')
                .toString();
    }
}
