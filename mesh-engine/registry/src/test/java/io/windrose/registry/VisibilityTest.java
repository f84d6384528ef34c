package io.windrose.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.config.resource.Sidecar;
import io.windrose.kernel.Hostname;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class VisibilityTest {
    private static final String A = "a.shop.svc.cluster.local";
    private static final String B = "b.bank.svc.cluster.local";
    private static final String C = "c.other.svc.cluster.local";
    private static final String[] SERVICES = {
        Meshes.entry("shop", A), Meshes.entry("bank", B), Meshes.entry("other", C)
    };

    @Test
    void withoutASidecarEverythingExportedIsSeen() {
        var mesh = mesh("");

        var seen = mesh.visibility("shop", Meshes.app("a"));

        assertThat(hosts(seen.services())).containsExactly(A, B, C);
        assertThat(seen.outbound()).isEqualTo(Sidecar.OutboundMode.ALLOW_ANY);
    }

    @Test
    void aSidecarNarrowsTheViewOfItsNamespaceOnly() {
        var mesh = mesh(sidecar("['./*', 'bank/*']"));

        assertThat(hosts(mesh.visibility("shop", Meshes.app("a")).services()))
                .containsExactly(A, B);
        assertThat(hosts(mesh.visibility("bank", Meshes.app("a")).services()))
                .containsExactly(A, B, C);
    }

    @Test
    void whatARouteLeadsToIsSeenThoughNotListed() {
        var route =
                """
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata: {name: a, namespace: shop}
                spec:
                  hosts: [a]
                  http:
                  - route:
                    - destination: {host: %s}
                """
                        .formatted(C);

        var seen = mesh(sidecar("['./*']"), route).visibility("shop", Meshes.app("a"));

        assertThat(hosts(seen.services())).containsExactly(A, C);
        assertThat(hosts(seen.egress().getFirst().services())).containsExactly(A);
    }

    @Test
    void ofTwoServicesWithOneHostTheClientsOwnIsSeen() {
        var mesh =
                Meshes.of(
                        Meshes.entry("bank", "ext.example.com"),
                        Meshes.entry("shop", "ext.example.com"));

        assertThat(mesh.visibility("shop", Meshes.app("a")).services())
                .extracting(Service::key)
                .containsExactly(new ServiceKey("shop", new Hostname("ext.example.com")));
    }

    private static MeshSnapshot mesh(String... more) {
        var documents = new ArrayList<>(List.of(SERVICES));
        documents.addAll(List.of(more));
        return Meshes.of(documents.toArray(String[]::new));
    }

    private static String sidecar(String hosts) {
        return """
        apiVersion: networking.istio.io/v1
        kind: Sidecar
        metadata: {name: default, namespace: shop}
        spec:
          egress:
          - hosts: %s
        """
                .formatted(hosts);
    }

    private static List<String> hosts(List<Service> services) {
        return services.stream().map(service -> service.host().value()).toList();
    }
}
