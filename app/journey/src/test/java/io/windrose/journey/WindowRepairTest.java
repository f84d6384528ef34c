package io.windrose.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.topology.Edge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/// One sitting before the real window with a real mesh behind it: mistype, break, repair, meet
/// another program.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class WindowRepairTest {
    /// Requests a second; enough to tell a half from less within [#SHORT_WINDOW].
    private static final double LOAD = 40;

    /// Of the picture; what was before has left it soon.
    private static final Duration SHORT_WINDOW = Duration.ofSeconds(15);

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration LONG = Duration.ofMinutes(2);

    @TempDir private static Path home;
    private static WindowSitting sitting;
    private static Visitor visitor;

    @BeforeAll
    static void sitDown() throws Exception {
        sitting = WindowSitting.in(home, LOAD);
        visitor = sitting.visitor();
    }

    @AfterAll
    static void standUp(TestReporter figures) throws Exception {
        if (sitting != null) {
            sitting.end(figures);
        }
    }

    @Test
    @Order(1)
    void underlinesATypoAndWaitsForItsRepair() throws IOException {
        var before = Files.readAllBytes(sitting.reviews());
        openInEditor();
        int at = on("    - destination:");

        putCaret(at, 6);
        visitor.press(KeyCode.DELETE);
        visitor.type("x");

        visitor.await("the typo to be underlined", SOON, () -> underlined(at, 6));
        visitor.await("Apply to wait", SOON, () -> !visitor.canPress("#config-apply"));
        assertThat(visitor.text("#config-problems")).contains("xestination");
        assertThat(Files.readAllBytes(sitting.reviews())).isEqualTo(before);

        putCaret(at, 6);
        visitor.press(KeyCode.DELETE);
        visitor.type("d");

        visitor.await("nothing to be underlined", SOON, () -> !underlined(at, 6));
        assertThat(Files.readAllBytes(sitting.reviews())).isEqualTo(before);
    }

    @Test
    @Order(2)
    void paintsAFaultOnItsEdgeUntilItIsGone() throws IOException {
        var fault = sitting.folder().resolve("ratings-fault.yaml");
        Files.writeString(fault, FAULT);

        visitor.click("#nav-topology");
        visitor.on(() -> {
            visitor.mesh().ask(question -> question.withWindow(SHORT_WINDOW));
            return true;
        });
        visitor.await(
                "half of the requests to ratings to fail",
                LONG,
                () ->
                        toRatings()
                                .map(edge -> edge.traffic().errorPercent())
                                .filter(percent -> percent >= 45 && percent <= 55)
                                .isPresent());
        assertThat(toRatings().orElseThrow().traffic().responses())
                .hasEntrySatisfying(
                        "503", answer -> assertThat(answer.rateByFlags()).containsKey("FI"));
        assertThat(toRatings().orElseThrow().health().status().name()).isEqualTo("FAILING");

        Files.delete(fault);
        visitor.await(
                "the edge to recover",
                LONG,
                () -> toRatings().filter(edge -> edge.traffic().errorPercent() == 0).isPresent());
    }

    @Test
    @Order(3)
    void keepsBothWhenAnotherProgramChangesTheFile() throws IOException {
        openInEditor();
        int last = visitor.on(() -> editor().getParagraphs().size() - 1);
        putCaret(last, 0);
        visitor.type("# mine");
        var theirs = "# theirs\n" + Files.readString(sitting.reviews());
        Files.writeString(sitting.reviews(), theirs);

        visitor.awaitSight("#config-conflict");
        assertThat(visitor.text("#config-conflict")).contains("# mine").contains("# theirs");
        assertThat(Files.readString(sitting.reviews())).isEqualTo(theirs);

        visitor.click("#conflict-merge");
        visitor.awaitSight("#yaml-editor");
        assertThat(visitor.on(() -> editor().getText())).contains("# mine").contains("# theirs");
        visitor.await("Apply", SOON, () -> visitor.canPress("#config-apply"));
        visitor.click("#config-apply");
        visitor.click("#config-apply-confirm");

        visitor.await(
                "both in the file",
                SOON,
                () ->
                        Files.readString(sitting.reviews()).contains("# mine")
                                && Files.readString(sitting.reviews()).contains("# theirs"));
    }

    private static final String FAULT =
            """
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata:
              name: ratings
              namespace: default
            spec:
              hosts:
              - ratings
              http:
              - fault:
                  abort:
                    httpStatus: 503
                    percentage:
                      value: 50
                route:
                - destination:
                    host: ratings
            """;

    private static Optional<Edge> toRatings() {
        return sitting.graph().edges().values().stream()
                .filter(edge -> edge.target().name().equals("ratings"))
                .filter(edge -> edge.source().name().equals("reviews"))
                .filter(edge -> !edge.traffic().isIdle())
                .findFirst();
    }

    private static void openInEditor() {
        visitor.press(KeyCode.CONTROL, KeyCode.K);
        visitor.awaitSight("#palette-field");
        visitor.type("VirtualService reviews");
        visitor.press(KeyCode.ENTER);
        visitor.awaitSight("#yaml-editor");
        visitor.await(
                "the text of reviews",
                SOON,
                () -> editor().getText().contains("kind: VirtualService"));
    }

    private static CodeArea editor() {
        return visitor.node("#yaml-editor", CodeArea.class);
    }

    /// @return the first line with that text, from 0
    private static int on(String line) {
        return visitor.on(() -> {
            for (int i = 0; i < editor().getParagraphs().size(); i++) {
                if (editor().getParagraph(i).getText().equals(line)) {
                    return i;
                }
            }
            throw new AssertionError("no line '" + line + "'");
        });
    }

    private static void putCaret(int line, int column) {
        visitor.on(() -> {
            editor().requestFocus();
            editor().moveTo(line, column);
            return true;
        });
    }

    private static boolean underlined(int line, int column) {
        return editor().getStyleAtPosition(line, column + 1).contains("problem-error");
    }
}
