package io.windrose.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.config.resource.Kind;
import io.windrose.config.resource.PeerAuthentication.Mode;
import io.windrose.config.resource.ResourceId;
import io.windrose.registry.AppliedRule.Why;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class PeerRulesTest {
    private static final String MESH_STRICT =
            Meshes.peerAuthentication("istio-system", "mesh", "", "STRICT");

    @Test
    void withoutAnyRuleAWorkloadTakesBoth() {
        var applied = Meshes.of(MESH_STRICT.replace("istio-system", "elsewhere"));

        assertThat(applied.rules().mutualTls("shop", Meshes.app("a")))
                .isEqualTo(new AppliedRule<>(MutualTlsModes.DEFAULT, List.of(), Why.DEFAULT));
    }

    @Test
    void theNamespaceOverridesTheMesh() {
        var mesh =
                Meshes.of(MESH_STRICT, Meshes.peerAuthentication("shop", "shop", "", "PERMISSIVE"));

        assertThat(mesh.rules().mutualTls("shop", Meshes.app("a")).effect().mode())
                .isEqualTo(Mode.PERMISSIVE);
        assertThat(mesh.rules().mutualTls("bank", Meshes.app("a")).effect().mode())
                .isEqualTo(Mode.STRICT);
    }

    @Test
    void aSelectedWorkloadHasItsOwnModeAndItsPortsTheirs() {
        var own =
                """
                apiVersion: security.istio.io/v1
                kind: PeerAuthentication
                metadata: {name: own, namespace: shop}
                spec:
                  selector: {matchLabels: {app: a}}
                  mtls: {mode: UNSET}
                  portLevelMtls:
                    9090: {mode: DISABLE}
                    9091: {mode: UNSET}
                """;

        var applied = Meshes.of(MESH_STRICT, own).rules().mutualTls("shop", Meshes.app("a"));

        var byPort = new TreeMap<Integer, Mode>();
        byPort.put(9090, Mode.DISABLE);
        byPort.put(9091, Mode.STRICT);
        assertThat(applied)
                .isEqualTo(
                        new AppliedRule<>(
                                new MutualTlsModes(Mode.STRICT, byPort),
                                List.of(
                                        ResourceId.of(Kind.PEER_AUTHENTICATION, "shop", "own"),
                                        ResourceId.of(
                                                Kind.PEER_AUTHENTICATION, "istio-system", "mesh")),
                                Why.SELECTS_WORKLOAD));
    }

    @Test
    void anEndpointOfADisabledWorkloadTakesNoMutualTls() {
        var selector = "selector: {matchLabels: {app: a}}";
        var mesh =
                Meshes.of(
                        Meshes.entry("shop", "a.shop.svc.cluster.local"),
                        Meshes.peerAuthentication("shop", "plain", selector, "DISABLE"));

        var endpoints = mesh.services().endpoints(Meshes.service(mesh, "a.shop.svc.cluster.local"));

        assertThat(endpoints).extracting(Endpoint::mutualTls).containsExactly(false);
    }
}
