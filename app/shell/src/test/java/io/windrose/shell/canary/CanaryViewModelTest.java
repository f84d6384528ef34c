package io.windrose.shell.canary;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.config.file.FileEdit;
import io.windrose.session.rollout.Breach.Rail;
import io.windrose.session.rollout.GuardRails;
import io.windrose.session.rollout.Rollout;
import io.windrose.shell.theme.Tone;
import io.windrose.topology.GraphType;
import io.windrose.workspace.session.Access;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The story's reviews ask for 50, 40 and 10; every change is written to a real folder.
final class CanaryViewModelTest {
    @TempDir private Path folder;

    private DemoShift shift;
    private RouteViewModel reviews;
    private String before;

    @BeforeEach
    void openTheDrawer() throws IOException {
        shift = new DemoShift(folder);
        reviews = shift.reviews();
        shift.model.open(reviews.route().ref());
        before = Files.readString(shift.file());
    }

    @Test
    void theFourNumbersAreFourNumbers() {
        reviews.split().nudge(1, 5);

        assertThat(reviews.state().rows())
                .extracting(row ->
                        String.join(
                                " | ",
                                row.subset(),
                                row.draft().text(),
                                row.asked().text(),
                                row.acknowledged().text(),
                                row.observed().text(),
                                row.success().text(),
                                row.requests().text()))
                .containsExactly(
                        "v1 | 50 % | 50 % | 50 %, 12 of 12 | 50 % of 7,320 | 100 % | 12.3 rps",
                        "v2 | 45 % | 40 % | 40 %, 12 of 12 | 39.8 % of 7,320 | 99.9 % | 9.8 rps",
                        "v3 | 5 % | 10 % | 10 %, 12 of 12 | 10.2 % of 7,320 | 82.4 % | 2.5 rps");
        assertThat(reviews.state().advice())
                .contains(
                        new Advice(
                                Tone.DEGRADED,
                                "One step back is advised: v3 10 → 5 %",
                                "v3 breaks the error guard rail since 14:02:05. At 5 % about 0.21"
                                        + " of 24.6 rps would fail, now 0.44."));
    }

    @Test
    void theGraphShowsWhatTheDraftWouldSendAndIsAboutTheServiceAlone() {
        reviews.split().nudge(1, 5);

        assertThat(shift.model.draftLabelsProperty().get().entrySet())
                .extracting(one -> one.getKey().target().id() + " " + one.getValue())
                .containsExactly(
                        "app:Kubernetes/bookinfo/reviews@v2 9.8 → 11.1 rps",
                        "app:Kubernetes/bookinfo/reviews@v3 2.5 → 1.2 rps");
        var focus = shift.model.focusProperty().get().orElseThrow();
        var graph = shift.session.pictures().get().graph().value().orElseThrow();
        assertThat(graph.nodes().keySet().stream().filter(focus))
                .extracting(node -> node.id().replaceFirst(".*/", ""))
                .containsExactlyInAnyOrder("reviews", "reviews@v1", "reviews@v2", "reviews@v3");

        shift.model.close();
        assertThat(shift.model.focusProperty().get()).isEqualTo(Optional.empty());
        assertThat(shift.model.draftLabelsProperty().get()).isEmpty();
    }

    @Test
    void fromTheDraftToSettledAndBackToTheByte() throws IOException {
        reviews.split().nudge(0, 25);
        reviews.split().move(1, 100);
        reviews.apply();

        assertThat(Files.readString(shift.file()))
                .isEqualTo(
                        before.replace("weight: 50", "weight: 75")
                                .replace("weight: 40", "weight: 25")
                                .replace("weight: 10", "weight: 0"));
        assertThat(phase()).isEqualTo("Asked, the mesh reads it");
        shift.readFolder(5);
        assertThat(phase()).isEqualTo("Acknowledged 5 of 12");
        assertThat(observed("v1")).isEqualTo("waiting");
        shift.acknowledge(12, "");
        assertThat(phase()).isEqualTo("Observing, 0 requests");
        assertThat(observed("v1")).isEqualTo("too few, 0");
        shift.look(Map.of("v1", 75.0, "v2", 25.0), 0);
        assertThat(phase()).isEqualTo("Settled, 500 requests as asked");
        assertThat(observed("v1")).isEqualTo("75 % of 500");
        assertThat(reviews.state().isDraft()).isFalse();

        reviews.undo();

        assertThat(phase()).isEqualTo("Undone");
        assertThat(Files.readString(shift.file())).isEqualTo(before);
        assertThat(reviews.state().footer().undoHindrance())
                .contains("Nothing was changed from here that still stands.");
    }

    @Test
    void aBrokenGuardRailStepsBackOnceAndSaysSo() throws IOException {
        apply(30);
        shift.look(Map.of("v1", 40.0, "v2", 30.0, "v3", 30.0), 20);
        assertThat(reviews.state().advice().orElseThrow().what())
                .isEqualTo("Above a guard rail: v3 fails 20 %");
        shift.look(Map.of("v1", 40.0, "v2", 30.0, "v3", 30.0), 20);
        shift.look(Map.of("v1", 40.0, "v2", 30.0, "v3", 30.0), 20);

        assertThat(reviews.rollout()).isInstanceOf(Rollout.SteppedBack.class);
        assertThat(Files.readString(shift.file())).isEqualTo(before);
        assertThat(reviews.state().advice().orElseThrow().what())
                .isEqualTo("Stepped back: v3 fails 20 %");

        Files.writeString(shift.file(), before + "# somebody's\n");
        shift.readFolder(12);
        shift.look(Map.of("v1", 40.0, "v2", 30.0, "v3", 30.0), 20);
        assertThat(Files.readString(shift.file())).isEqualTo(before + "# somebody's\n");
        assertThat(Files.exists(folder.resolve(".state"))).isTrue();
    }

    /// Filters of the view are not filters of the guard; and nobody needs to look at the drawer.
    @Test
    void theGuardSeesWhatThePersonHides() throws IOException {
        apply(30);
        shift.model.close();
        shift.hideAll();
        for (int i = 0; i < 3; i++) {
            shift.look(Map.of("v1", 40.0, "v2", 30.0, "v3", 30.0), 20);
        }

        assertThat(Files.readString(shift.file())).isEqualTo(before);
        assertThat(shift.told)
                .extracting(notice -> notice.text() + ": " + notice.detail())
                .containsExactly(
                        "Traffic of reviews stepped back: v3 fails 20 %. It divides again as"
                                + " before the change.");
    }

    /// Undo here takes back a shift, never what somebody wrote in the editor.
    @Test
    void anEditOfTheSameObjectIsNotUndoneAsAShift() {
        apply(30);
        assertThat(new DemoShift(folder).reviews().state().footer().undoHindrance()).isEmpty();
        reviews.undo();
        shift.session
                .files()
                .apply(
                        new FileEdit(
                                shift.file(),
                                before,
                                before + "# mine",
                                "VirtualService bookinfo/reviews",
                                "+1 −0 lines"));

        assertThat(new DemoShift(folder).reviews().state().footer().undoHindrance())
                .contains("Nothing was changed from here that still stands.");
    }

    @Test
    void withTheSwitchOffNothingIsTakenBack() throws IOException {
        reviews.guard(false);
        apply(30);
        for (int i = 0; i < 4; i++) {
            shift.look(Map.of("v1", 40.0, "v2", 30.0, "v3", 30.0), 20);
        }

        assertThat(reviews.rollout().standing()).isPresent();
        assertThat(Files.readString(shift.file())).isNotEqualTo(before);
        assertThat(reviews.state().advice().orElseThrow().what())
                .isEqualTo("One step back is advised: v3 30 → 25 %");
        assertThat(reviews.state().held()).isTrue();
    }

    /// The change took from v3, which failed before: going back would make it worse.
    @Test
    void whoWasGivenLessIsNotGuarded() {
        apply(5);
        for (int i = 0; i < 4; i++) {
            shift.look(Map.of("v1", 55.0, "v2", 40.0, "v3", 40.0), 50);
        }

        assertThat(reviews.rollout().standing()).isPresent();
    }

    @Test
    void whenSomebodyEditsTheFileTheGuardRefusesToOverwrite() throws IOException {
        apply(30);
        var theirs = Files.readString(shift.file()) + "# theirs\n";
        Files.writeString(shift.file(), theirs);
        for (int i = 0; i < 3; i++) {
            shift.look(Map.of("v1", 40.0, "v2", 30.0, "v3", 30.0), 20);
        }

        assertThat(Files.readString(shift.file())).isEqualTo(theirs);
        assertThat(phase()).isEqualTo("Not stepped back");
        assertThat(reviews.state().advice().orElseThrow().why())
                .startsWith("The file has been edited since change 1");
    }

    @Test
    void aFileThatChangedUnderTheDraftIsNotOverwritten() throws IOException {
        reviews.step(25);
        Files.writeString(shift.file(), before + "# theirs\n");
        reviews.apply();

        assertThat(Files.readString(shift.file())).isEqualTo(before + "# theirs\n");
        assertThat(phase()).isEqualTo("Refused, nothing written");
        assertThat(reviews.state().footer().checked())
                .isEqualTo("Checked: valid, and only http[0] changes");

        reviews.apply();
        assertThat(Files.readString(shift.file())).endsWith("# theirs\n").contains("weight: 25");
    }

    @Test
    void aProxyThatRefusesIsNamedWithItsReason() {
        reviews.step(25);
        reviews.apply();
        shift.readFolder(11);
        shift.acknowledge(11, "no such cluster");

        assertThat(phase()).isEqualTo("Acknowledged 11 of 12");
        assertThat(reviews.state().advice().orElseThrow().what())
                .isEqualTo("Refused by user-service-v1.payments");
    }

    @Test
    void whoMayOnlyReadCanStillSeeTheDiff() {
        shift.session.with(new Access.MayRead("the folder is not writable"));
        reviews.step(25);

        assertThat(reviews.state().footer().applyHindrance())
                .contains("the folder is not writable");
        assertThat(reviews.state().added()).isEqualTo(3);
        reviews.apply();
        assertThat(reviews.rollout()).isEqualTo(new Rollout.Editing());
    }

    @Test
    void stepsAreForTheCanaryAndLimitsMustBeLimits() {
        reviews.chooseCanary("v2");
        reviews.step(100);
        assertThat(reviews.split().draft().percentBySubset().values()).containsExactly(0, 100, 0);

        assertThat(reviews.limit(Rail.ERRORS, "101")).isFalse();
        assertThat(reviews.limit(Rail.P95, "fast")).isFalse();
        assertThat(reviews.limit(Rail.ERRORS, "20")).isTrue();
        assertThat(shift.kept.getLast()).isEqualTo(GuardRails.DEFAULT.withMaxErrorPercent(20));
        assertThat(reviews.state().rails().getFirst().figure()).isEqualTo("17.4 %");
        assertThat(reviews.state().held()).isFalse();
    }

    @Test
    void openingAsksForAGraphWithVersions() {
        shift.mesh.ask(now -> now.withType(GraphType.SERVICE).withNamespaces(List.of("payments")));

        shift.model.open(reviews.route().ref());

        var question = shift.mesh.questionProperty().get();
        assertThat(question.type()).isEqualTo(GraphType.VERSIONED_APP);
        assertThat(question.namespaces()).containsExactly("bookinfo", "payments");
    }

    /// The graph leaves out a service with one version; what ends at the version is meant then.
    @Test
    void aLoneVersionStandsForTheService() {
        shift.showOnly("v2");

        assertThat(reviews.state().rows())
                .extracting(row -> row.subset() + " " + row.requests().text())
                .containsExactly("v1 0 rps", "v2 24.6 rps", "v3 0 rps");
    }

    @Test
    void draftsAreCountedForTheNavigation() {
        assertThat(shift.model.draftsProperty().get()).isEqualTo(Optional.empty());
        reviews.step(25);
        assertThat(shift.model.draftsProperty().get().orElseThrow().words()).isEqualTo("1 draft");
    }

    /// To v3; all proxies acknowledge at once.
    private void apply(int percent) {
        reviews.step(percent);
        reviews.apply();
        shift.readFolder(12);
    }

    private String phase() {
        return reviews.state().phase().text();
    }

    private String observed(String subset) {
        return reviews.state().rows().stream()
                .filter(row -> row.subset().equals(subset))
                .findFirst()
                .orElseThrow()
                .observed()
                .text();
    }
}
