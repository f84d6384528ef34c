package io.windrose.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ServiceEntriesTest {
    private static final String HOST = "ledger.example";

    /// As stock does: one service out of both, if they are of one kind.
    @Test
    void entriesForOneHostInOneNamespaceAreOneService() {
        var mesh =
                Meshes.of(
                        entry("a", "STATIC", 80, "192.0.2.1"),
                        entry("b", "STATIC", 443, "192.0.2.2"),
                        entry("c", "STATIC", 80, "192.0.2.3"));
        var service = Meshes.service(mesh, HOST);

        assertThat(mesh.findings()).isEmpty();
        assertThat(service.ports()).extracting(ServicePort::number).containsExactly(80, 443);
        assertThat(mesh.services().endpoints(service))
                .extracting(one -> one.servicePort() + " " + one.address())
                .containsExactly("80 192.0.2.1", "80 192.0.2.3", "443 192.0.2.2");
    }

    @Test
    void anEntryOfAnotherKindIsIgnoredAndSaidToBe() {
        var mesh =
                Meshes.of(
                        entry("a", "STATIC", 80, "192.0.2.1"), entry("b", "DNS", 443, "x.example"));

        assertThat(Meshes.service(mesh, HOST).ports()).hasSize(1);
        assertThat(mesh.findings()).extracting(one -> one.code()).containsExactly("MESH0501");
    }

    @Test
    void aGatewayMayBeNamedInTheFormBefore() {
        var rule =
                """
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata: {name: ledger, namespace: bank}
                spec:
                  hosts: [ledger.example]
                  gateways: [front.edge, other.edge.svc.cluster.local, own]
                  http: [{route: [{destination: {host: ledger.example}}]}]
                """;
        var rules = Meshes.of(entry("a", "STATIC", 80, "192.0.2.1"), rule).rules();

        assertThat(rules.virtualServices("edge", "edge/front")).hasSize(1);
        assertThat(rules.virtualServices("edge", "edge/other")).hasSize(1);
        assertThat(rules.virtualServices("edge", "bank/own")).hasSize(1);
        assertThat(rules.virtualServices("edge", "bank/front")).isEmpty();
    }

    private static String entry(String name, String resolution, int port, String address) {
        return """
        apiVersion: networking.istio.io/v1
        kind: ServiceEntry
        metadata: {name: %s, namespace: bank}
        spec:
          hosts: [%s]
          resolution: %s
          ports: [{number: %d, name: http, protocol: HTTP}]
          endpoints: [{address: %s}]
        """
                .formatted(name, HOST, resolution, port, address);
    }
}
