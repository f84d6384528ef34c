package io.windrose.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.config.ConfigSnapshot;
import io.windrose.config.resource.Resource;
import io.windrose.config.resource.ResourceId;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class MeshBuilderTest {
    private static final List<String> HOSTS =
            List.of("a.shop.svc.cluster.local", "b.shop.svc.cluster.local", "c.example.com");

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    /// Whatever is added, changed and removed in whatever order, the mesh that followed step by
    /// step is the mesh that is built at once.
    @ParameterizedTest
    @MethodSource("seeds")
    void stepByStepIsAsGoodAsAtOnce(long seed) {
        var random = new SplittableRandom(seed);
        var builder = new MeshBuilder();
        var resources = new TreeMap<ResourceId, Resource>();

        for (int step = 0; step < 20; step++) {
            change(resources, random);
            var config = new ConfigSnapshot(step, resources, List.of());

            assertThat(builder.next(config)).isEqualTo(MeshBuilder.build(config));
        }
    }

    @Test
    void aChangedRuleLeavesTheServicesTheSameObject() {
        var entry = Meshes.resources(Meshes.entry("shop", HOSTS.getFirst())).getFirst();
        var builder = new MeshBuilder();
        var before = builder.next(ConfigSnapshot.of(List.of(entry)));

        var rule =
                Meshes.resources(Meshes.destinationRule("shop", "r", "a", "subsets: []"))
                        .getFirst();
        var after = builder.next(ConfigSnapshot.of(List.of(entry, rule)));

        assertThat(after.services()).isSameAs(before.services());
        assertThat(after).isNotEqualTo(before);
    }

    @Test
    void aNewServiceLeavesTheOthersTheSameObjects() {
        var entry = Meshes.resources(Meshes.entry("shop", HOSTS.get(0))).getFirst();
        var added = Meshes.resources(Meshes.entry("shop", HOSTS.get(1))).getFirst();
        var again = Meshes.resources(Meshes.entry("shop", HOSTS.get(0))).getFirst();
        var builder = new MeshBuilder();
        var before = builder.next(ConfigSnapshot.of(List.of(entry)));

        var after = builder.next(ConfigSnapshot.of(List.of(again, added)));

        assertThat(Meshes.service(after, HOSTS.get(0)))
                .isSameAs(Meshes.service(before, HOSTS.get(0)));
    }

    @Test
    void aConfigurationThatSaysTheSameGivesTheSameMesh() {
        var builder = new MeshBuilder();
        var document = Meshes.entry("shop", HOSTS.getFirst());
        var before = builder.next(ConfigSnapshot.of(Meshes.resources(document)));

        var after = builder.next(ConfigSnapshot.of(Meshes.resources(document)));

        assertThat(after).isSameAs(before);
    }

    private static void change(Map<ResourceId, Resource> resources, SplittableRandom random) {
        var resource = Meshes.resources(anyDocument(random)).getFirst();
        if (random.nextInt(3) == 0) {
            resources.remove(resource.id());
        } else {
            resources.put(resource.id(), resource);
        }
    }

    private static String anyDocument(SplittableRandom random) {
        var host = HOSTS.get(random.nextInt(HOSTS.size()));
        var namespace = random.nextBoolean() ? "shop" : "bank";
        return switch (random.nextInt(4)) {
            case 0 -> Meshes.entry(namespace, host);
            case 1 ->
                    Meshes.entry(namespace, host)
                            .replace("number: 80", "number: " + (80 + random.nextInt(2)));
            case 2 ->
                    Meshes.destinationRule(
                            namespace,
                            "rule" + random.nextInt(2),
                            host,
                            "subsets: [{name: v%d, labels: {version: v1}}]"
                                    .formatted(random.nextInt(3)));
            default ->
                    Meshes.peerAuthentication(
                            namespace, "default", "", random.nextBoolean() ? "STRICT" : "DISABLE");
        };
    }
}
