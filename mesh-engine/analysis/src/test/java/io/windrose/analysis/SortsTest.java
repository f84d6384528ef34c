package io.windrose.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SortsTest {
    private final Sorts sorts = new Sorts();

    private record OfPods() implements Fact<String> {
        @Override
        public String of(Mesh mesh) {
            return "";
        }
    }

    private record OfOthers(int number) implements Fact<String> {
        @Override
        public String of(Mesh mesh) {
            return "";
        }
    }

    @Test
    void aSortRestsOnKindsByWayOfOthersToo() {
        sorts.note(new Asked<>(new OfOthers(1)), reads(List.of(), new OfPods()));
        sorts.note(new Asked<>(new OfPods()), reads(List.of(Kinds.POD)));

        assertThat(sorts.on(Set.of(Kinds.POD))).contains(OfPods.class, OfOthers.class);
        assertThat(sorts.on(Set.of(Kinds.SERVICE))).doesNotContain(OfPods.class, OfOthers.class);
    }

    @Test
    void whatOneOfASortReadsCountsForAll() {
        sorts.note(new Asked<>(new OfOthers(1)), reads(List.of(Kinds.POD)));
        sorts.note(new Asked<>(new OfOthers(2)), reads(List.of(Kinds.SERVICE)));

        assertThat(sorts.on(Set.of(Kinds.POD))).contains(OfOthers.class);
        assertThat(sorts.on(Set.of(Kinds.SERVICE))).contains(OfOthers.class);
    }

    private static Reads reads(List<String> kinds, Fact<?>... facts) {
        return new Reads(kinds, Arrays.stream(facts).<Asked<?>>map(SortsTest::asked).toList());
    }

    private static Asked<?> asked(Fact<?> fact) {
        return new Asked<>(fact);
    }
}
