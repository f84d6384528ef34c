package io.windrose.translate.scope;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.util.JsonFormat;
import io.envoyproxy.envoy.config.core.v3.Node;
import io.windrose.config.ConfigReader;
import io.windrose.config.ConfigSnapshot;
import io.windrose.config.resource.Resource;
import io.windrose.kernel.Result;
import io.windrose.registry.MeshBuilder;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ProxyScopeTest {
    private static final String WEB =
            """
            apiVersion: networking.istio.io/v1
            kind: ServiceEntry
            metadata: {name: web, namespace: shop}
            spec:
              hosts: [web.shop.svc.cluster.local]
              addresses: [10.0.0.1]
              ports: [{number: 80, name: http, protocol: HTTP}]
              location: MESH_INTERNAL
              resolution: STATIC
              endpoints:
              - {address: 10.1.0.1, labels: {app: web}}
              - {address: 10.1.0.2, labels: {app: web}}
            ---
            apiVersion: networking.istio.io/v1
            kind: Sidecar
            metadata: {name: default, namespace: shop}
            spec:
              egress: [{hosts: ["./*"]}]
            """;
    private static final String ELSEWHERE =
            """
            ---
            apiVersion: networking.istio.io/v1
            kind: ServiceEntry
            metadata: {name: pay, namespace: bank}
            spec:
              hosts: [pay.bank.svc.cluster.local]
              ports: [{number: 80, name: http, protocol: HTTP}]
              resolution: STATIC
            """;

    @Test
    void replicasOfOneWorkloadHaveTheSameScope() throws IOException {
        assertThat(scope(WEB, "10.1.0.1", "web-0")).isEqualTo(scope(WEB, "10.1.0.2", "web-1"));
    }

    @Test
    void aChangeOutOfSightLeavesTheScopeEqual() throws IOException {
        assertThat(scope(WEB + ELSEWHERE, "10.1.0.1", "web-0"))
                .isEqualTo(scope(WEB, "10.1.0.1", "web-0"));
    }

    @Test
    void aChangeInSightMakesAnotherScope() throws IOException {
        var moved = WEB.replace("10.1.0.2", "10.1.0.3");

        assertThat(scope(moved, "10.1.0.1", "web-0")).isNotEqualTo(scope(WEB, "10.1.0.1", "web-0"));
    }

    @Test
    void workloadsThatShareAnAddressEachServeTheirOwnPort() throws IOException {
        var shared = WEB.replace("address: 10.1.0.2", "ports: {http: 8081}, address: 10.1.0.1");

        assertThat(scope(shared, "10.1.0.1", "web-1").inbound())
                .extracting(InboundPort::port)
                .containsExactly(8081);
    }

    @Test
    void aNodeThatIsNotIstiosIsRefused() {
        var node = Node.newBuilder().setId("my-envoy").build();

        assertThat(ProxyNode.of(node).problems())
                .extracting(problem -> problem.code())
                .containsExactly("MESH0601");
    }

    private static ProxyScope scope(String yaml, String address, String pod) throws IOException {
        var node = Node.newBuilder();
        JsonFormat.parser()
                .merge(
                        """
                        {"id": "sidecar~%s~%s.shop~shop.svc.cluster.local",
                         "metadata": {"NAMESPACE": "shop", "LABELS": {"app": "web"}}}
                        """
                                .formatted(address, pod),
                        node);
        var mesh = MeshBuilder.build(ConfigSnapshot.of(resources(yaml)));
        return ProxyScope.of(mesh, valueOf(ProxyNode.of(node.build())));
    }

    private static List<Resource> resources(String yaml) {
        return valueOf(ConfigReader.read("test.yaml", yaml));
    }

    private static <T> T valueOf(Result<T> result) {
        return switch (result) {
            case Result.Ok<T>(var value, _) -> value;
            case Result.Err<T>(var problems) -> throw new AssertionError(problems.toString());
        };
    }
}
