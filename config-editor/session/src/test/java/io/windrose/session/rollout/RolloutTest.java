package io.windrose.session.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.TrafficSplit;
import io.windrose.session.rollout.Breach.Rail;
import io.windrose.session.rollout.Rollout.Change;
import io.windrose.session.rollout.Rollout.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class RolloutTest {
    private static final Instant START = Instant.parse("2026-11-21T14:00:00Z");
    private static final Change CHANGE = new Change(7, Splits.of(90, 10), Splits.of(75, 25), START);
    private static final Breach BREACH =
            new Breach("v2", Rail.ERRORS, 17.6, 5, START.plusSeconds(5));
    private static final List<Problem> PROBLEMS =
            List.of(Problem.error("MESH0403", Place.NOWHERE, "The file has changed."));

    /// The graph as it is drawn in the comment of [Rollout], without the ways from a state to
    /// itself.
    private static final Set<String> STANDING =
            Set.of("Acknowledging", "TimedOut", "Observing", "Settled", "Unwatched");

    private static final Set<String> DRAWN =
            Set.of(
                    "Writing Refused",
                    "Writing Asked",
                    "Asked Acknowledging",
                    "Asked Observing",
                    "Asked Unwatched",
                    "Asked TimedOut",
                    "Acknowledging Observing",
                    "Acknowledging TimedOut",
                    "TimedOut Observing",
                    "Observing Settled",
                    "Settled Observing",
                    "Observing Acknowledging",
                    "Settled Acknowledging",
                    "TakingBack SteppedBack",
                    "TakingBack Undone",
                    "TakingBack NotTakenBack");

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    /// Whatever happens in whatever order: only drawn ways are taken, and no guard steps back twice
    /// from one change.
    @ParameterizedTest
    @MethodSource("seeds")
    void everyWayIsDrawn(long seed) {
        var random = new SplittableRandom(seed);
        Rollout now = new Rollout.Editing();
        var steppedBack = new ArrayList<Integer>();
        for (int i = 1; i <= 60; i++) {
            var next = now.next(any(random, i));
            var way = name(now) + " " + name(next);
            assertThat(name(now).equals(name(next)) || DRAWN.contains(way) || isForAnyState(way))
                    .as(way)
                    .isTrue();
            if (!now.equals(next)
                    && next instanceof Rollout.TakingBack(int id, var because)
                    && because.isPresent()) {
                steppedBack.add(id);
            }
            now = next;
        }
        assertThat(steppedBack).doesNotHaveDuplicates();
    }

    private static boolean isForAnyState(String way) {
        var parts = way.split(" ", 2);
        boolean busy = Set.of("Writing", "TakingBack").contains(parts[0]);
        boolean unknownProxies = parts[1].equals("Unwatched") && STANDING.contains(parts[0]);
        boolean knownProxies = parts[0].equals("Unwatched") && STANDING.contains(parts[1]);
        boolean overtaken = parts[1].equals("Overtaken") && STANDING.contains(parts[0]);
        boolean asked = Set.of("Writing", "TakingBack").contains(parts[1]);
        return (!busy && asked) || overtaken || unknownProxies || knownProxies;
    }

    private static Event any(SplittableRandom random, int i) {
        var split = random.nextBoolean() ? CHANGE.asked() : CHANGE.before();
        var at = START.plusSeconds(i);
        return switch (random.nextInt(14)) {
            case 0 -> new Event.Ask(split);
            case 1, 2 -> new Event.Wrote(new Change(i, CHANGE.before(), CHANGE.asked(), at));
            case 3 -> new Event.NotWritten(PROBLEMS);
            case 4, 5, 6 -> new Event.Saw(uptake(random, at));
            case 7, 8 -> new Event.Counted(Splits.observed(random, split, random.nextInt(900)));
            case 9 -> new Event.Broke(BREACH);
            case 10 -> new Event.Passed(START.plusSeconds(random.nextInt(90)));
            case 11 -> new Event.TakeBack(i);
            case 12 -> new Event.TookBack();
            default -> new Event.Kept(PROBLEMS);
        };
    }

    private static Uptake uptake(SplittableRandom random, Instant at) {
        var split = random.nextInt(9) > 0 ? CHANGE.asked() : CHANGE.before();
        int proxies = random.nextInt(3);
        return Uptake.first(
                new Sight(
                        at,
                        split,
                        4,
                        random.nextInt(9) > 0
                                ? Optional.of(proxies(proxies, 2))
                                : Optional.empty()));
    }

    @Test
    void fromTheDraftToTheEnd() {
        var first = Uptake.first(sight(0, Splits.of(90, 10), 3, 12));
        var seen = first.next(sight(1, CHANGE.asked(), 4, 5));
        var done = seen.next(sight(2, CHANGE.asked(), 6, 12));
        var observed = Splits.observed(new SplittableRandom(1), CHANGE.asked(), 900);

        Rollout editing = new Rollout.Editing();
        var writing = editing.next(new Event.Ask(CHANGE.asked()));
        var asked = writing.next(new Event.Wrote(CHANGE));
        var acknowledging = asked.next(new Event.Saw(first)).next(new Event.Saw(seen));
        var observing = acknowledging.next(new Event.Saw(done));
        var settled = observing.next(new Event.Counted(observed));

        assertThat(asked).isEqualTo(new Rollout.Asked(CHANGE));
        assertThat(acknowledging)
                .isEqualTo(
                        new Rollout.Acknowledging(
                                CHANGE,
                                new Uptake(
                                        CHANGE.asked(),
                                        4,
                                        5,
                                        12,
                                        true,
                                        List.of(),
                                        Optional.empty())));
        assertThat(observing)
                .isEqualTo(
                        new Rollout.Observing(
                                CHANGE,
                                new Uptake(
                                        CHANGE.asked(),
                                        4,
                                        12,
                                        12,
                                        true,
                                        List.of(),
                                        Optional.of(START.plusSeconds(2))),
                                ObservedSplit.NONE));
        assertThat(settled).isEqualTo(new Rollout.Settled(CHANGE, done, observed));
    }

    @Test
    void aBreachIsAnsweredOnce() {
        Rollout observing =
                new Rollout.Observing(
                        CHANGE, Uptake.first(sight(0, CHANGE.asked(), 4, 12)), ObservedSplit.NONE);

        var taking = observing.next(new Event.Broke(BREACH));
        var back = taking.next(new Event.Broke(BREACH)).next(new Event.TookBack());

        assertThat(taking).isEqualTo(new Rollout.TakingBack(7, Optional.of(BREACH)));
        assertThat(back).isEqualTo(new Rollout.SteppedBack(7, BREACH));
        assertThat(back.next(new Event.Broke(BREACH))).isEqualTo(back);
        assertThat(taking.next(new Event.Kept(PROBLEMS)).next(new Event.Broke(BREACH)))
                .isEqualTo(new Rollout.NotTakenBack(7, Optional.of(BREACH), PROBLEMS));
    }

    @Test
    void aRefusedShiftLeavesTheGuardOfTheOneBeforeOn() {
        var before =
                new Rollout.Settled(
                        CHANGE, Uptake.first(sight(0, CHANGE.asked(), 4, 12)), ObservedSplit.NONE);
        var refused =
                before.next(new Event.Ask(Splits.of(50, 50))).next(new Event.NotWritten(PROBLEMS));

        assertThat(refused).isEqualTo(new Rollout.Refused(Splits.of(50, 50), PROBLEMS, before));
        assertThat(refused.standing()).contains(CHANGE);
        assertThat(refused.next(new Event.Broke(BREACH)))
                .isEqualTo(new Rollout.TakingBack(7, Optional.of(BREACH)));
    }

    @Test
    void aProxyThatRefusesIsNamedAndTimeRunsOut() {
        var proxies =
                List.of(
                        new Sight.ProxySight("reviews-v1.default", 4, ""),
                        new Sight.ProxySight("ratings-v1.default", 3, "unknown cluster"),
                        new Sight.ProxySight("details-v1.default", 3, ""));
        var uptake = Uptake.first(new Sight(START, CHANGE.asked(), 4, Optional.of(proxies)));

        var late =
                new Rollout.Asked(CHANGE)
                        .next(new Event.Saw(uptake))
                        .next(new Event.Passed(START.plus(Rollout.PATIENCE)));

        assertThat(uptake.refusals())
                .containsExactly(new Uptake.Refusal("ratings-v1.default", "unknown cluster"));
        assertThat(late).isEqualTo(new Rollout.TimedOut(CHANGE, Optional.of(uptake)));
    }

    @Test
    void somebodyElsesSplitEndsTheGuard() {
        var overtaken =
                new Rollout.Asked(CHANGE)
                        .next(new Event.Saw(Uptake.first(sight(0, CHANGE.asked(), 4, 2))))
                        .next(new Event.Saw(Uptake.first(sight(1, Splits.of(10, 90), 5, 2))));

        assertThat(overtaken).isEqualTo(new Rollout.Overtaken(CHANGE, Splits.of(10, 90)));
        assertThat(overtaken.next(new Event.Broke(BREACH))).isEqualTo(overtaken);
    }

    @Test
    void whatAllHadAcceptedBeforeCountsAsAlways() {
        assertThat(Uptake.first(sight(9, CHANGE.asked(), 4, 12)).since()).contains(Instant.EPOCH);
        assertThat(Uptake.first(sight(9, CHANGE.asked(), 4, 11)).since()).isEmpty();
    }

    @Test
    void aSubsetAtZeroNeedsNoMention() {
        assertThat(Uptake.isSame(Splits.of(75, 25), Splits.of(75, 25, 0))).isTrue();
        assertThat(Uptake.isSame(Splits.of(75, 25), Splits.of(75, 24, 1))).isFalse();
    }

    /// Of 12 proxies.
    private static Sight sight(int second, TrafficSplit split, long version, int acknowledged) {
        return new Sight(
                START.plusSeconds(second), split, version, Optional.of(proxies(acknowledged, 12)));
    }

    private static List<Sight.ProxySight> proxies(int acknowledged, int of) {
        var proxies = new ArrayList<Sight.ProxySight>();
        for (int i = 0; i < of; i++) {
            proxies.add(new Sight.ProxySight("p" + i, i < acknowledged ? 9 : 3, ""));
        }
        return proxies;
    }

    private static String name(Rollout state) {
        return state.getClass().getSimpleName();
    }
}
