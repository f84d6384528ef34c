package io.windrose.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class TrafficSplitTest {

    @Test
    void theOthersKeepTheirRatio() {
        var before = split("v1", 50, "v2", 30, "v3", 20);

        assertThat(before.with("v1", 75)).isEqualTo(split("v1", 75, "v2", 15, "v3", 10));
    }

    @Test
    void theFirstOfTheOthersTakesTheRestWhenTheyStandAtZero() {
        var before = split("v1", 100, "v2", 0, "v3", 0);

        assertThat(before.with("v1", 40)).isEqualTo(split("v1", 40, "v2", 60, "v3", 0));
    }

    @Test
    void aLoneSubsetCannotMove() {
        var lone = new TrafficSplit(new LinkedHashMap<>(Map.of("v1", 100)));

        assertThat(lone.with("v1", 30)).isEqualTo(lone);
    }

    @Test
    void sharesThatDoNotAddUpAreRefusedWithTheirValues() {
        assertThatThrownBy(() -> split("v1", 50, "v2", 30, "v3", 10))
                .hasMessage("percents sum to 90: {v1=50, v2=30, v3=10}");
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    /// Whatever is dragged where: the sum holds, the dragged subset got what was asked for, the
    /// order stays, and asking again changes nothing.
    @ParameterizedTest
    @MethodSource("seeds")
    void draggingKeepsAValidSplit(long seed) {
        var random = new SplittableRandom(seed);
        var before = anySplit(random);
        var names = new ArrayList<>(before.percentBySubset().keySet());
        var dragged = names.get(random.nextInt(names.size()));
        int percent = random.nextInt(101);

        var after = before.with(dragged, percent);

        assertThat(after.percentBySubset()).containsEntry(dragged, percent);
        assertThat(after.percentBySubset().keySet()).containsExactlyElementsOf(names);
        assertThat(after.with(dragged, percent)).isEqualTo(after);
    }

    private static TrafficSplit anySplit(SplittableRandom random) {
        SequencedMap<String, Integer> shares = new LinkedHashMap<>();
        int left = 100;
        int count = random.nextInt(2, 6);
        for (int i = 0; i < count; i++) {
            int share = i == count - 1 ? left : random.nextInt(left + 1);
            shares.put("v" + i, share);
            left -= share;
        }
        return new TrafficSplit(shares);
    }

    private static TrafficSplit split(String a, int x, String b, int y, String c, int z) {
        SequencedMap<String, Integer> shares = new LinkedHashMap<>();
        shares.put(a, x);
        shares.put(b, y);
        shares.put(c, z);
        return new TrafficSplit(shares);
    }
}
