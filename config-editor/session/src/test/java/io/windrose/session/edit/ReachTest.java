package io.windrose.session.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.analysis.MeshObject;
import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Hostname;
import io.windrose.kernel.Labels;
import io.windrose.kernel.Result;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ReachTest {
    private static final Labels EDGE = Labels.of(Map.of("istio", "edge", "version", "v1"));

    @Test
    void aVirtualServiceNamesItsHostsAndDestinationsAndNoWildcard() {
        var reach =
                of(
                        """
                        apiVersion: networking.istio.io/v1
                        kind: VirtualService
                        metadata: {name: shop, namespace: town}
                        spec:
                          hosts: ["*.town.svc.cluster.local", shop]
                          http: [{route: [{destination: {host: carts}}]}]
                        """);

        assertThat(reach.names(new Hostname("shop.town.svc.cluster.local"))).isTrue();
        assertThat(reach.hosts())
                .containsExactlyInAnyOrder(
                        new Hostname("shop.town.svc.cluster.local"),
                        new Hostname("carts.town.svc.cluster.local"));
        assertThat(reach.selects("town", "shop-v1", EDGE)).isFalse();
        assertThat(reach.isForAll()).isFalse();
    }

    @Test
    void aGatewaySelectsInEveryNamespaceAPolicyInItsOwn() {
        var gateway = of(selecting("networking.istio.io/v1", "Gateway", "selector: {istio: edge}"));
        var policy =
                of(
                        selecting(
                                "security.istio.io/v1",
                                "AuthorizationPolicy",
                                "selector: {matchLabels: {istio: edge}}"));

        assertThat(gateway.selects("yard", "edge", EDGE)).isTrue();
        assertThat(policy.selects("yard", "edge", EDGE)).isFalse();
        assertThat(policy.selects("town", "edge", EDGE)).isTrue();
        assertThat(policy.selects("town", "other", Labels.NONE)).isFalse();
    }

    @Test
    void whatSelectsNothingIsForAllOfItsNamespace() {
        var sidecar = of(selecting("networking.istio.io/v1", "Sidecar", "egress: []"));

        assertThat(sidecar.isForAll()).isTrue();
        assertThat(sidecar.selects("town", "edge", EDGE)).isFalse();
    }

    @Test
    void aDeploymentIsItsWorkload() {
        var reach = of(selecting("apps/v1", "Deployment", "selector: {matchLabels: {a: b}}"));

        assertThat(reach.selects("town", "edge", Labels.NONE)).isTrue();
        assertThat(reach.selects("yard", "edge", Labels.NONE)).isFalse();
        assertThat(reach.isForAll()).isFalse();
    }

    private static String selecting(String version, String kind, String spec) {
        return """
        apiVersion: %s
        kind: %s
        metadata: {name: edge, namespace: town}
        spec: {%s}
        """
                .formatted(version, kind, spec);
    }

    private static Reach of(String yaml) {
        return switch (YamlFile.parse("one.yaml", yaml)) {
            case Result.Ok<YamlFile>(var file, _) -> Reach.of(MeshObject.of(file).getFirst());
            case Result.Err<YamlFile>(var problems) ->
                    throw new AssertionError(problems.toString());
        };
    }
}
