package io.windrose.workspace.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.windrose.kernel.Owner;
import io.windrose.kernel.Problem;
import io.windrose.testkit.FakeClock;
import io.windrose.topology.Badge;
import io.windrose.topology.Edge;
import io.windrose.topology.GraphType;
import io.windrose.topology.TopologySnapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ObservationTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private final FakeClock clock = new FakeClock();
    private final FakePages pages = new FakePages(clock);
    private final Observation observation =
            new Observation(pages, Owner.direct(), clock, Runnable::run);

    @BeforeEach
    void web() {
        pages.flow("web", 10);
    }

    private Picture picture() {
        return observation.pictures().get();
    }

    private void begin(int seconds) {
        observation.begin();
        pass(seconds);
    }

    private void pass(int seconds) {
        clock.advance(SECOND.multipliedBy(seconds));
    }

    private void ask(Duration window) {
        observation.ask(GraphQuestion.DEFAULT.withWindow(window));
    }

    /// Requests a second that each caller sent.
    private static SortedMap<String, Double> rates(TopologySnapshot graph) {
        var rates = new TreeMap<String, Double>();
        for (Edge edge : graph.edges().values()) {
            rates.put(edge.source().name(), Math.rint(edge.traffic().ratePerSecond() * 1e6) / 1e6);
        }
        return rates;
    }

    private SortedMap<String, Double> rates() {
        return rates(picture().graph().value().orElseThrow());
    }

    @Test
    void theFirstPictureComesAfterASecondWhateverThePace() {
        observation.refreshEvery(Optional.of(Duration.ofSeconds(30)));
        observation.begin();
        assertThat(picture().graph().value()).isEmpty();

        pass(1);

        assertThat(rates()).containsExactly(Map.entry("web", 10.0));
        assertThat(picture().covered()).isEqualTo(SECOND);
        assertThat(picture().layout().spots()).hasSize(2);
        assertThat(picture().graph().at()).isEqualTo(clock.instant());
    }

    @Test
    void aQuestionIsAnsweredAtOnceFromTheLooksThatAreKept() {
        begin(61);
        pages.flow("web", 20);
        pass(60);
        int before = pages.asked();

        assertThat(rates()).containsEntry("web", 20.0);
        ask(Duration.ofSeconds(115));

        assertThat(rates().get("web")).isCloseTo(15, within(0.3));
        assertThat(picture().covered()).isEqualTo(Duration.ofSeconds(115));
        ask(Duration.ofMinutes(30));
        assertThat(picture().covered()).isEqualTo(Duration.ofSeconds(121));
        assertThat(pages.asked()).isEqualTo(before);
    }

    @Test
    void theHistoryHasAMomentForEachIntervalAndTogetherTheyAreTheWhole() {
        begin(61);
        pages.flow("web", 20);
        pass(60);

        var history = picture().history();

        assertThat(history.getFirst().interval()).isEqualTo(SECOND);
        assertThat(history.getLast().at()).isEqualTo(picture().graph().at());
        double requests = 0;
        for (var moment : history) {
            requests +=
                    rates(moment.graph()).getOrDefault("web", 0.0) * moment.interval().toSeconds();
        }
        assertThat(requests).isCloseTo(61 * 10 + 60 * 20, within(0.01));
    }

    @Test
    void anHourHasNoMoreMomentsThanAChartCanShow() {
        observation.refreshEvery(Optional.of(Duration.ofSeconds(20)));
        begin(3_700);
        ask(Duration.ofHours(1));

        assertThat(picture().covered()).isBetween(Duration.ofMinutes(59), Duration.ofMinutes(61));
        assertThat(picture().history()).hasSizeBetween(80, 121);
        assertThat(picture().history())
                .allSatisfy(moment -> assertThat(rates(moment.graph())).containsEntry("web", 10.0));
    }

    @Test
    void aCounterThatIsResetCountsOn() {
        begin(26);
        pages.set("web", 0);
        pass(35);

        assertThat(rates()).containsEntry("web", 10.0);
        assertThat(picture().history())
                .allSatisfy(moment ->
                        assertThat(rates(moment.graph()).get("web")).isCloseTo(10, within(0.01)));
    }

    @Test
    void aProxyThatWasAwayOrIsNewBringsNoAbsurdRates() {
        pages.flow("late", 5);
        pages.set("late", 1_000_000);
        begin(24);
        pages.away("late");
        pass(20);
        pages.flow("late", 5);
        pages.set("late", 1_000_220);
        pages.flow("new", 1);
        pages.set("new", 7_000_000);
        pass(16);

        assertThat(rates()).containsOnlyKeys("late", "new", "web");
        assertThat(rates().get("web")).isCloseTo(10, within(1e-3));
        assertThat(rates().get("late")).isBetween(4.0, 6.0);
        assertThat(rates().get("new")).isBetween(0.1, 1.0);
        assertThat(picture().history())
                .allSatisfy(moment ->
                        assertThat(rates(moment.graph()).values())
                                .allSatisfy(rate -> assertThat(rate).isBetween(0.0, 50.0)));
    }

    @Test
    void whileNobodyAnswersTheLastPictureStaysWithTheReason() {
        begin(24);
        var good = picture();
        pages.fail("gone");
        pass(15);

        var stale = picture();
        assertThat(stale.graph().isStale()).isTrue();
        assertThat(stale.graph().problems()).extracting(Problem::message).containsExactly("gone");
        assertThat(stale.graph().value()).isEqualTo(good.graph().value());
        assertThat(stale.graph().at()).isEqualTo(good.graph().at());

        ask(Duration.ofSeconds(10));
        assertThat(picture().graph().isStale()).isTrue();
        assertThat(picture().covered()).isEqualTo(Duration.ofSeconds(10));

        pages.answerAgain();
        pass(5);
        assertThat(picture().graph().isStale()).isFalse();
        assertThat(rates()).containsEntry("web", 10.0);
    }

    @Test
    void aFindThatCannotBeReadIsAProblemAndThePictureStays() {
        begin(11);
        observation.ask(
                GraphQuestion.DEFAULT.withWindow(Duration.ofSeconds(10)).withFind("nonsense > 3"));

        assertThat(picture().problems()).hasSize(1);
        assertThat(rates()).containsEntry("web", 10.0);

        observation.ask(
                GraphQuestion.DEFAULT.withWindow(Duration.ofSeconds(10)).withFind("name = web"));
        assertThat(picture().problems()).isEmpty();
        assertThat(found()).containsExactly("web");
    }

    private List<String> found() {
        return picture().graph().value().orElseThrow().nodes().values().stream()
                .filter(state -> state.has(Badge.FOUND))
                .map(state -> state.node().name())
                .toList();
    }

    @Test
    void pausedNothingIsAskedUntilAskedFor() {
        begin(11);
        observation.refreshEvery(Optional.empty());
        int before = pages.asked();
        pass(60);
        assertThat(pages.asked()).isEqualTo(before);

        observation.refreshNow();
        assertThat(pages.asked()).isEqualTo(before + 1);
        assertThat(picture().graph().at()).isEqualTo(clock.instant());

        observation.refreshEvery(Optional.of(SECOND));
        assertThat(pages.asked()).isEqualTo(before + 2);
        pass(10);
        assertThat(pages.asked()).isEqualTo(before + 12);
    }

    @Test
    void aShorterPaceLooksAtOnceAndALongerOneWaits() {
        begin(11);
        observation.refreshEvery(Optional.of(Duration.ofMinutes(1)));
        int before = pages.asked();
        pass(50);
        assertThat(pages.asked()).isEqualTo(before);

        observation.refreshEvery(Optional.of(Duration.ofSeconds(2)));

        assertThat(pages.asked()).isEqualTo(before + 1);
        assertThat(picture().graph().at()).isEqualTo(clock.instant());
    }

    @Test
    void aLookThatMeetsABugIsReportedAndTheNextOneIsMade() {
        var faults = new ArrayList<Throwable>();
        var owner = new Owner(Runnable::run, () -> true, faults::add);
        var observed = new Observation(pages, owner, clock, Runnable::run);
        observed.begin();
        pages.breakDown();
        pass(1);
        assertThat(faults).singleElement().extracting("cause.cause.message").isEqualTo("a bug");

        pages.answerAgain();
        pass(4);

        assertThat(rates(observed.pictures().get().graph().value().orElseThrow()))
                .containsEntry("web", 10.0);
    }

    @Test
    void placesAreKeptWhenAnotherTypeWasAskedForInBetween() {
        begin(11);
        var before = picture().layout().spots();
        observation.ask(GraphQuestion.DEFAULT.withType(GraphType.WORKLOAD));
        pages.flow("admin", 3);
        pass(10);
        observation.ask(GraphQuestion.DEFAULT);

        var after = new TreeMap<>(picture().layout().spots());
        assertThat(after).hasSize(3);
        after.keySet().retainAll(before.keySet());
        assertThat(after).isEqualTo(before);
    }

    @Test
    void eachLookIsPublishedOnce() {
        var published = new ArrayList<Duration>();
        begin(11);
        var _ =
                observation
                        .pictures()
                        .subscribe(Owner.direct(), picture -> published.add(picture.covered()));
        pass(20);

        assertThat(published)
                .containsExactly(
                        Duration.ofSeconds(11),
                        Duration.ofSeconds(16),
                        Duration.ofSeconds(21),
                        Duration.ofSeconds(26),
                        Duration.ofSeconds(31));
    }
}
