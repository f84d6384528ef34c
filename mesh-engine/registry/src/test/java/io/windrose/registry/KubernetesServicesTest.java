package io.windrose.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class KubernetesServicesTest {
    private static final String SERVICE =
            """
            apiVersion: v1
            kind: Service
            metadata: {name: reviews, namespace: default}
            spec:
              clusterIP: 10.0.0.9
              selector: {app: reviews}
              ports:
              - {name: http, port: 9080, targetPort: 9080}
              - {name: db, port: 3306, targetPort: 3306}
            """;
    private static final String SLICE =
            """
            apiVersion: discovery.k8s.io/v1
            kind: EndpointSlice
            metadata:
              name: reviews-1
              namespace: default
              labels: {kubernetes.io/service-name: reviews}
            addressType: IPv4
            ports:
            - {name: http, port: 9080, protocol: TCP}
            endpoints:
            - addresses: [127.0.0.5]
              targetRef: {kind: Pod, name: reviews-v1-0, namespace: default}
            - addresses: [127.0.0.6]
              conditions: {ready: false}
            """;
    private static final String DEPLOYMENT =
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: reviews-v1, namespace: default}
            spec:
              replicas: 1
              selector: {matchLabels: {app: reviews}}
              template:
                metadata:
                  labels: {app: reviews, version: v1, security.istio.io/tlsMode: istio}
                spec:
                  serviceAccountName: bookinfo-reviews
                  containers: [{name: app, image: none}]
            """;

    @Test
    void portsSpeakWhatTheirNamesOrNumbersSay() {
        var mesh = Meshes.of(SERVICE);

        assertThat(Meshes.service(mesh, "reviews.default.svc.cluster.local").ports())
                .containsExactly(
                        new ServicePort(9080, "http", Protocol.HTTP, 9080),
                        new ServicePort(3306, "db", Protocol.TCP, 3306));
    }

    @Test
    void aMissingPodIsDescribedByItsDeployment() {
        var mesh = Meshes.of(SERVICE, SLICE, DEPLOYMENT);

        var endpoints =
                mesh.services()
                        .endpoints(Meshes.service(mesh, "reviews.default.svc.cluster.local"));

        assertThat(endpoints).hasSize(1);
        var endpoint = endpoints.getFirst();
        assertThat(endpoint.address()).isEqualTo("127.0.0.5");
        assertThat(endpoint.mutualTls()).isTrue();
        assertThat(endpoint.workload().name()).isEqualTo("reviews-v1");
        assertThat(endpoint.workload().serviceAccount()).isEqualTo("bookinfo-reviews");
        assertThat(endpoint.workload().canonicalRevision()).isEqualTo("v1");
    }

    @Test
    void aServiceEntryForAKubernetesHostIsIgnoredAndSaidToBe() {
        var mesh = Meshes.of(SERVICE, Meshes.entry("default", "reviews.default.svc.cluster.local"));

        assertThat(Meshes.service(mesh, "reviews.default.svc.cluster.local").origin())
                .isEqualTo(Service.Origin.KUBERNETES);
        assertThat(mesh.findings())
                .extracting(problem -> problem.code())
                .containsExactly("MESH0501");
    }
}
