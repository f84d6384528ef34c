package io.windrose.kube;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.kernel.Result;
import io.windrose.testkit.ApiServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Before Kubernetes' own server for custom resources, over TLS.
final class ClusterReaderTest {
    private static final String DEFINITION =
            """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: virtualservices.networking.istio.io}
            spec:
              group: networking.istio.io
              names: {kind: VirtualService, plural: virtualservices}
              scope: Namespaced
              versions:
              - name: v1beta1
                served: true
                storage: true
                schema:
                  openAPIV3Schema:
                    type: object
                    properties: {spec: {type: object, x-kubernetes-preserve-unknown-fields: true}}
            """;

    private static final String ROUTE =
            """
            apiVersion: networking.istio.io/v1beta1
            kind: VirtualService
            metadata: {name: reviews, namespace: shop, annotations: {note: "a } in a text"}}
            spec: {hosts: [reviews], http: [{route: [{destination: {host: reviews}, weight: 100}]}]}
            """;

    @TempDir private Path folder;

    @Test
    void whatAServerHasIsReadInTheVersionThatItServes() throws IOException {
        try (var server = ApiServer.start(folder, List.of("default", "shop"))) {
            server.install(
                    DEFINITION, List.of("/apis/networking.istio.io/v1beta1/virtualservices"));
            var made =
                    server.post(
                            "/apis/networking.istio.io/v1beta1/namespaces/shop/virtualservices",
                            ROUTE);
            assertThat(made.accepted()).as(made.body()).isTrue();
            var kubeconfig = server.kubeconfig();
            var token = kubeconfig.resolveSibling("token");
            var access = new ClusterAccess("real", "shop", List.of(kubeconfig), Optional.of(token));

            assertThat(ClusterReader.read(access))
                    .isInstanceOfSatisfying(
                            Result.Ok.class,
                            ok ->
                                    assertThat((LiveCluster) ok.value())
                                            .satisfies(this::hasTheRoute));

            var stranger =
                    Files.writeString(
                            kubeconfig.resolveSibling("stranger"),
                            Files.readString(kubeconfig)
                                    .replaceFirst(", certificate-authority: \"[^\"]+\"", ""));
            assertThat(
                            ClusterReader.read(
                                            new ClusterAccess(
                                                    "real",
                                                    "shop",
                                                    List.of(stranger),
                                                    Optional.of(token)))
                                    .problems())
                    .singleElement()
                    .extracting(problem -> problem.message())
                    .asString()
                    .startsWith("Cluster real cannot be read: ")
                    .contains("certification path");
        }
    }

    private void hasTheRoute(LiveCluster cluster) {
        assertThat(cluster.version()).startsWith("v");
        assertThat(cluster.namespace()).isEqualTo("shop");
        assertThat(cluster.refused()).isEmpty();
        assertThat(cluster.failed()).isEmpty();
        var routes =
                cluster.files().stream()
                        .filter(file -> file.name().endsWith("VirtualService"))
                        .toList();
        assertThat(routes).hasSize(1);
        assertThat(routes.getFirst().text())
                .contains("\"apiVersion\":\"networking.istio.io/v1beta1\"")
                .contains("\"note\":\"a } in a text\"")
                .contains("\"weight\":100")
                .contains("managedFields");
    }
}
