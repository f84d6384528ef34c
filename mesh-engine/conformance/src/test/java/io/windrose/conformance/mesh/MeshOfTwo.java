package io.windrose.conformance.mesh;

/// The Kubernetes objects of the mesh of [PairOfProxies].
final class MeshOfTwo {
    private MeshOfTwo() {}

    /// @param address of the backend's pod
    /// @param podPort where its proxy listens
    /// @param servicePort what callers use
    static String yaml(String address, int podPort, int servicePort) {
        return """
        apiVersion: v1
        kind: Namespace
        metadata: {name: default}
        ---
        apiVersion: v1
        kind: Namespace
        metadata: {name: istio-system}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: backend, namespace: default, labels: {app: backend}}
        spec:
          clusterIP: 10.96.0.10
          selector: {app: backend}
          ports:
          - {name: http, port: %3$d, targetPort: %2$d}
        ---
        apiVersion: discovery.k8s.io/v1
        kind: EndpointSlice
        metadata:
          name: backend
          namespace: default
          labels: {kubernetes.io/service-name: backend}
        addressType: IPv4
        ports:
        - {name: http, port: %2$d}
        endpoints:
        - addresses: [%1$s]
          conditions: {ready: true}
          targetRef: {kind: Pod, name: backend, namespace: default}
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: backend
          namespace: default
          labels: {app: backend, version: v1, security.istio.io/tlsMode: istio, service.istio.io/canonical-name: backend}
        spec:
          serviceAccountName: backend
          containers:
          - {name: backend, image: backend, ports: [{containerPort: %2$d}]}
          - {name: istio-proxy, image: proxy}
        status:
          phase: Running
          podIP: %1$s
          conditions: [{type: Ready, status: "True"}]
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: client
          namespace: default
          labels: {app: client, version: v1}
        spec:
          serviceAccountName: client
          containers:
          - {name: client, image: client}
        status:
          phase: Running
          podIP: 127.0.0.2
          conditions: [{type: Ready, status: "True"}]
        """
                .formatted(address, podPort, servicePort);
    }
}
