package io.windrose.view.split;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.kernel.TrafficSplit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SplitViewModelTest {

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    /// The handle stands where it was put, all others where they stood unless they were in its way,
    /// and the record itself sees to the sum.
    @ParameterizedTest
    @MethodSource("seeds")
    void aHandleGoesWhereItIsPutAndPushesWhatIsInItsWay(long seed) {
        var random = new SplittableRandom(seed);
        var model = new SplitViewModel(any(random, random.nextInt(2, 7)));
        for (int i = 0; i < 20; i++) {
            int handle = random.nextInt(model.handles());
            int position = random.nextInt(-20, 121);
            int border = Math.clamp(position, 0, 100);
            var expected = new ArrayList<>(positions(model));
            for (int j = 0; j < expected.size(); j++) {
                int at = expected.get(j);
                expected.set(
                        j,
                        j < handle
                                ? Math.min(at, border)
                                : j > handle ? Math.max(at, border) : border);
            }
            var names = model.subsets();

            model.move(handle, position);

            assertThat(positions(model)).isEqualTo(expected);
            assertThat(model.subsets()).isEqualTo(names);
        }
    }

    /// Keys take from one neighbour and give to the other; nobody else changes.
    @ParameterizedTest
    @MethodSource("seeds")
    void keysChangeTheTwoNeighboursOnly(long seed) {
        var random = new SplittableRandom(seed);
        var model = new SplitViewModel(any(random, random.nextInt(2, 7)));
        int handle = random.nextInt(model.handles());
        var left = model.subsets().get(handle);
        var right = model.subsets().get(handle + 1);
        int together = model.draft().percent(left) + model.draft().percent(right);
        int points = random.nextInt(-9, 10);
        int expected = Math.clamp(model.draft().percent(left) + points, 0, together);
        var others = new LinkedHashMap<>(model.draft().percentBySubset());
        others.put(left, expected);
        others.put(right, together - expected);

        model.nudge(handle, points);

        assertThat(model.draft()).isEqualTo(new TrafficSplit(others));
    }

    @Test
    void aDraftOutlivesWhatIsAskedMeanwhile() {
        var model = new SplitViewModel(split(50, 50));
        model.nudge(0, 5);
        model.ask(split(60, 40));

        assertThat(model.draft()).isEqualTo(split(55, 45));
        assertThat(model.isChanged()).isTrue();

        model.reset();
        model.ask(split(70, 30));
        assertThat(model.draft()).isEqualTo(split(70, 30));
    }

    @Test
    void otherSubsetsEndADraft() {
        var model = new SplitViewModel(split(50, 50));
        model.nudge(0, 5);
        model.ask(split(40, 30, 30));

        assertThat(model.draft()).isEqualTo(split(40, 30, 30));
    }

    @Test
    void sentBackToZeroTheOthersShare() {
        var model = new SplitViewModel(split(50, 30, 20));

        model.sendBack(1);

        assertThat(model.draft()).isEqualTo(split(63, 37, 0));
    }

    private static List<Integer> positions(SplitViewModel model) {
        var positions = new ArrayList<Integer>();
        for (int i = 0; i < model.handles(); i++) {
            positions.add(model.position(i));
        }
        return positions;
    }

    private static TrafficSplit any(SplittableRandom random, int size) {
        var percents = new int[size];
        percents[0] = 100;
        for (int i = 1; i < size; i++) {
            percents[i] = random.nextInt(3) == 0 ? 0 : random.nextInt(percents[0] + 1);
            percents[0] -= percents[i];
        }
        return split(percents);
    }

    static TrafficSplit split(int... percents) {
        var split = new LinkedHashMap<String, Integer>();
        for (int percent : percents) {
            split.put("v" + (split.size() + 1), percent);
        }
        return new TrafficSplit(split);
    }
}
