package io.windrose.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.config.resource.DestinationRule.Subset;
import io.windrose.config.resource.LoadBalancer;
import io.windrose.kernel.Labels;
import io.windrose.registry.AppliedRule.Why;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DestinationRulesTest {
    private static final String HOST = "a.shop.svc.cluster.local";
    private static final String SERVICE = Meshes.entry("shop", HOST);

    @Test
    void theClientsNamespaceComesBeforeTheServices() {
        var mesh =
                Meshes.of(
                        SERVICE,
                        Meshes.destinationRule("shop", "server", "a", balancer("RANDOM")),
                        Meshes.destinationRule("bank", "client", HOST, balancer("ROUND_ROBIN")));

        assertThat(algorithm(mesh, "bank"))
                .contains(new Found(LoadBalancer.Simple.ROUND_ROBIN, Why.OWN_NAMESPACE));
        assertThat(algorithm(mesh, "other"))
                .contains(new Found(LoadBalancer.Simple.RANDOM, Why.SERVICE_NAMESPACE));
    }

    @Test
    void theRootNamespaceIsAskedLast() {
        var mesh =
                Meshes.of(
                        SERVICE,
                        Meshes.destinationRule(
                                "istio-system", "all", "*.local", balancer("RANDOM")));

        assertThat(algorithm(mesh, "bank"))
                .contains(new Found(LoadBalancer.Simple.RANDOM, Why.ROOT_NAMESPACE));
    }

    @Test
    void aNameBeatsAWildcard() {
        var mesh =
                Meshes.of(
                        SERVICE,
                        Meshes.destinationRule(
                                "shop", "aaa", "*.shop.svc.cluster.local", balancer("RANDOM")),
                        Meshes.destinationRule("shop", "zzz", "a", balancer("ROUND_ROBIN")));

        assertThat(algorithm(mesh, "shop"))
                .contains(new Found(LoadBalancer.Simple.ROUND_ROBIN, Why.OWN_NAMESPACE));
    }

    @Test
    void whatIsNotExportedIsNotSeen() {
        var mesh =
                Meshes.of(
                        SERVICE,
                        Meshes.destinationRule(
                                "shop", "own", "a", "exportTo: ['.']\n" + balancer("RANDOM")));

        assertThat(algorithm(mesh, "bank")).isEmpty();
        assertThat(algorithm(mesh, "shop")).isPresent();
    }

    @Test
    void rulesForOneHostUniteTheirSubsets() {
        var mesh =
                Meshes.of(
                        SERVICE,
                        Meshes.destinationRule("shop", "first", "a", subset("v1", "one")),
                        Meshes.destinationRule(
                                "shop", "second", "a", subset("v1", "other") + subsetItem("v2")));

        var policy =
                mesh.rules()
                        .destinationPolicy("shop", Labels.NONE, Meshes.service(mesh, HOST))
                        .orElseThrow()
                        .effect();

        assertThat(policy.subsets()).extracting(Subset::name).containsExactly("v1", "v2");
        assertThat(policy.subset("v1").orElseThrow().labels().get("version")).contains("one");
    }

    @Test
    void aSubsetsSettingsForAPortLeaveNothingOfTheServices() {
        var mesh =
                Meshes.of(
                        SERVICE,
                        Meshes.destinationRule(
                                "shop",
                                "rule",
                                "a",
                                balancer("RANDOM")
                                        + """
                                        subsets:
                                        - name: general
                                          labels: {version: v1}
                                          trafficPolicy:
                                            connectionPool: {tcp: {maxConnections: 5}}
                                        - name: byport
                                          labels: {version: v2}
                                          trafficPolicy:
                                            portLevelSettings:
                                            - port: {number: 80}
                                              connectionPool: {tcp: {maxConnections: 5}}
                                        """));

        var policy =
                mesh.rules()
                        .destinationPolicy("shop", Labels.NONE, Meshes.service(mesh, HOST))
                        .orElseThrow()
                        .effect();

        assertThat(policy.at(80, policy.subset("general").orElseThrow()).loadBalancer())
                .isPresent();
        assertThat(policy.at(80, policy.subset("byport").orElseThrow()).loadBalancer()).isEmpty();
        assertThat(policy.at(81, policy.subset("byport").orElseThrow()).loadBalancer()).isPresent();
    }

    private record Found(LoadBalancer.Algorithm algorithm, Why why) {}

    private static Optional<Found> algorithm(MeshSnapshot mesh, String clientNamespace) {
        return mesh.rules()
                .destinationPolicy(clientNamespace, Labels.NONE, Meshes.service(mesh, HOST))
                .map(applied ->
                        new Found(
                                applied.effect().at(80).loadBalancer().orElseThrow().algorithm(),
                                applied.why()));
    }

    private static String balancer(String simple) {
        return "trafficPolicy: {loadBalancer: {simple: " + simple + "}}\n";
    }

    private static String subset(String name, String version) {
        return "subsets:\n- {name: %s, labels: {version: %s}}\n".formatted(name, version);
    }

    private static String subsetItem(String name) {
        return "- {name: %s, labels: {version: %s}}\n".formatted(name, name);
    }
}
