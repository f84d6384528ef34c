package io.windrose.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.config.resource.Kind;
import io.windrose.config.resource.KubeServiceAccount;
import io.windrose.config.resource.ObjectMeta;
import io.windrose.config.resource.Origin;
import io.windrose.config.resource.Resource;
import io.windrose.config.resource.ResourceId;
import io.windrose.kernel.Owner;
import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ConfigStoreTest {
    private static final Problem BROKEN =
            Problem.error("MESH0101", Place.inFile("a.yaml"), "This is not YAML.");

    private final ConfigStore store = new ConfigStore(Owner.direct(), List.of("files", "sandbox"));

    @Test
    void ofOneObjectInSeveralFilesThePathThatSortsLastWinsAndAFindingNamesBoth() {
        store.apply(List.of(put("files", "b.yaml", "x"), put("files", "a.yaml", "x")));

        assertThat(snapshot().resources().values()).containsExactly(account("b.yaml", "x"));
        assertThat(snapshot().findings())
                .extracting(Problem::toString)
                .containsExactly(
                        "a.yaml:3:1: ServiceAccount default/x: ServiceAccount default/x also stands"
                                + " in b.yaml:3:1, which comes later and wins; delete one of the"
                                + " two. [MESH0200]");
    }

    @Test
    void aLaterSourceWinsWhateverThePath() {
        store.apply(List.of(put("sandbox", "a.yaml", "x"), put("files", "z.yaml", "x")));

        assertThat(snapshot().resources().values()).containsExactly(account("a.yaml", "x"));
    }

    @Test
    void anObjectComesBackWhenTheOneThatHidItGoes() {
        store.apply(List.of(put("files", "a.yaml", "x"), put("files", "b.yaml", "x")));

        store.apply(List.of(new ConfigChange.Removed("files", "b.yaml")));

        assertThat(snapshot().resources().values()).containsExactly(account("a.yaml", "x"));
        assertThat(snapshot().findings()).isEmpty();
    }

    @Test
    void aFileThatBreaksKeepsItsLastGoodObjects() {
        store.apply(List.of(put("files", "a.yaml", "x", "y")));

        store.apply(List.of(new ConfigChange.Unreadable("files", "a.yaml", List.of(BROKEN))));

        assertThat(snapshot().resources().values())
                .containsExactly(account("a.yaml", "x"), account("a.yaml", "y"));
        assertThat(snapshot().findings()).containsExactly(BROKEN);
    }

    @Test
    void anObjectThatBreaksKeepsItsLastGoodFormWhileItsNeighboursChange() {
        store.apply(List.of(put("files", "a.yaml", "x", "y")));

        store.apply(
                List.of(
                        new ConfigChange.Put(
                                "files",
                                "a.yaml",
                                List.of(account("a.yaml", "z")),
                                Set.of(ResourceId.of(Kind.SERVICE_ACCOUNT, "default", "x")),
                                List.of(BROKEN))));

        assertThat(snapshot().resources().values())
                .containsExactly(account("a.yaml", "x"), account("a.yaml", "z"));
    }

    @Test
    void nothingIsPublishedWhenNothingDiffers() {
        store.apply(List.of(put("files", "a.yaml", "x")));
        long version = snapshot().version();

        store.apply(List.of(put("files", "a.yaml", "x")));

        assertThat(snapshot().version()).isEqualTo(version);
    }

    /// Any history of changes ends in the snapshot of a store that was told the end state at once.
    @ParameterizedTest
    @MethodSource("seeds")
    void theHistoryOfChangesLeavesNoTrace(long seed) {
        var random = new SplittableRandom(seed);
        var last = new TreeMap<String, ConfigChange>();
        for (int i = 0; i < 40; i++) {
            var path = "f" + random.nextInt(4) + ".yaml";
            var change =
                    random.nextInt(3) == 0
                            ? new ConfigChange.Removed("files", path)
                            : put("files", path, names(random));
            store.apply(List.of(change));
            last.put(path, change);
        }
        var fresh = new ConfigStore(Owner.direct(), List.of("files", "sandbox"));

        fresh.apply(new ArrayList<>(last.values()));

        assertThat(snapshot().resources()).isEqualTo(fresh.snapshots().get().resources());
        assertThat(snapshot().findings()).isEqualTo(fresh.snapshots().get().findings());
    }

    static LongStream seeds() {
        return LongStream.range(0, 50);
    }

    private static String[] names(SplittableRandom random) {
        return random.ints(1 + random.nextInt(3), 0, 5)
                .mapToObj(i -> "n" + i)
                .toArray(String[]::new);
    }

    private ConfigSnapshot snapshot() {
        return store.snapshots().get();
    }

    private static ConfigChange put(String source, String path, String... names) {
        var resources = new ArrayList<Resource>();
        for (var name : names) {
            resources.add(account(path, name));
        }
        return new ConfigChange.Put(source, path, resources, Set.of(), List.of());
    }

    private static Resource account(String file, String name) {
        return new KubeServiceAccount(
                ObjectMeta.of("default", name), new Origin("files", file, 0, 3));
    }
}
