package io.windrose.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.config.ConfigReader;
import io.windrose.config.ConfigSnapshot;
import io.windrose.config.resource.Resource;
import io.windrose.kernel.Result;
import io.windrose.registry.MeshBuilder;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class PlatformYamlTest {

    @Test
    void theObjectsOfTheDemoAreAMeshOfFiveServicesAndSevenWorkloads() {
        var placement = Placement.ownAddresses(new Random(1));

        var read =
                ConfigReader.read(
                        "platform.yaml", PlatformYaml.of(placement, Path.of("access.log")));

        assertThat(read.problems()).isEmpty();
        var mesh = MeshBuilder.build(ConfigSnapshot.of(resources(read)));
        assertThat(mesh.findings()).isEmpty();
        assertThat(mesh.services().all())
                .extracting(service -> service.host().value())
                .containsExactlyInAnyOrder(
                        "details.default.svc.cluster.local",
                        "istio-ingressgateway.istio-system.svc.cluster.local",
                        "productpage.default.svc.cluster.local",
                        "ratings.default.svc.cluster.local",
                        "reviews.default.svc.cluster.local");
        assertThat(mesh.services().workloads())
                .hasSize(7)
                .allMatch(workload -> workload.hasProxy())
                .extracting(workload -> workload.name())
                .contains("reviews-v1", "reviews-v2", "reviews-v3", "istio-ingressgateway");
    }

    private static List<Resource> resources(Result<List<Resource>> read) {
        return switch (read) {
            case Result.Ok<List<Resource>>(var resources, _) -> resources;
            case Result.Err<List<Resource>>(var problems) ->
                    throw new AssertionError(problems.toString());
        };
    }
}
