package io.windrose.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.topology.Edge;
import io.windrose.topology.TopologySnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/// One sitting before the real window with a real mesh behind it: see, shift by mouse and by keys,
/// look whether the traffic followed, take it back.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class WindowJourneyTest {
    /// Enough for 4,000 requests of one service in less than a minute.
    private static final double LOAD = 100;

    private static final int SEVERAL = 4_000;

    private static final int PRESSES = 3;

    /// Pixels of the split bar that do not depend on shares: handles, and what keeps a share of
    /// nothing in sight.
    private static final double UNSCALED = 3 * 30 + 2 * 12;

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final Pattern SHARE = Pattern.compile("([0-9.]+) %");
    private static final Pattern COUNT = Pattern.compile("([0-9,]+) requests");

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
    void showsSevenWorkloadsWithLocksAndRates() {
        visitor.click("#nav-topology");
        visitor.await(
                "seven workloads",
                Duration.ofMinutes(1),
                () -> visitor.text("#status").contains("7 workloads"));

        visitor.await(
                "locks on every edge inside the mesh",
                Duration.ofMinutes(1),
                () ->
                        insideEdges(sitting.graph()) > 0
                                && insideEdges(sitting.graph()) == lockedEdges(sitting.graph()));
        assertThat(visitor.text("#status")).contains("7/7 proxies in sync");
        visitor.press(KeyCode.T);
        visitor.await(
                "the same as a table",
                SOON,
                () ->
                        visitor.text("#topology-table").contains("reviews")
                                && visitor.text("#topology-table").contains("rps"));
        visitor.press(KeyCode.T);
    }

    /// Before any click: on the headless platform a button that was clicked stays pressed, and
    /// takes no Space any more.
    @Test
    @Order(2)
    void movesRealTrafficByKeysAlone() throws IOException {
        var before = Files.readAllBytes(sitting.reviews());
        visitor.press(KeyCode.CONTROL, KeyCode.K);
        visitor.awaitSight("#palette-field");
        visitor.type("Shift traffic of reviews");
        visitor.press(KeyCode.ENTER);
        visitor.awaitSight("#split-bar");
        tabTo("split-handle-0");
        visitor.press(KeyCode.SHIFT, KeyCode.RIGHT);

        assertThat(draft()).isEqualTo("v1 55 %, v2 25 %, v3 20 %");

        visitor.await("Apply", SOON, () -> visitor.canPress("#canary-apply"));
        visitor.press(KeyCode.CONTROL, KeyCode.ENTER);
        visitor.await("the file to change", SOON, () -> !sameBytes(before));
        visitor.await(
                "all proxies to acknowledge",
                LONG,
                () -> visitor.text("#canary-acknowledged-v1").contains("7 of 7"));
        pressUntil("canary-undo", () -> sameBytes(before));
        visitor.press(KeyCode.ESCAPE);
        visitor.await("the drawer to close", SOON, () -> !visitor.sees("#canary-drawer"));
    }

    @Test
    @Order(3)
    void movesRealTrafficByMouseAndByKeysAndTakesItBack() throws IOException {
        var before = Files.readAllBytes(sitting.reviews());
        openDrawer();

        dragHandle(1, 75);
        dragHandle(0, 75);

        assertThat(draft()).isEqualTo("v1 75 %, v2 0 %, v3 25 %");

        visitor.focus("#split-handle-0");
        visitor.press(KeyCode.SHIFT, KeyCode.LEFT);
        visitor.press(KeyCode.TAB);
        visitor.press(KeyCode.SHIFT, KeyCode.LEFT);

        assertThat(draft()).isEqualTo("v1 70 %, v2 0 %, v3 30 %");

        // The guard would step back for a starved machine's latency; it has tests of its own.
        visitor.click("#canary-guard");
        visitor.click("#canary-apply");
        visitor.await(
                "all proxies to acknowledge",
                LONG,
                () -> visitor.text("#canary-acknowledged-v1").contains("7 of 7"));
        visitor.await("4,000 requests", LONG, () -> observedRequests() >= SEVERAL);

        assertThat(observed("v1")).isBetween(67.0, 73.0);
        assertThat(observed("v3")).isBetween(27.0, 33.0);
        assertThat(observed("v2")).isBetween(0.0, 1.0);

        visitor.click("#canary-undo");
        visitor.await("the bytes of before", SOON, () -> sameBytes(before));
        visitor.click("#canary-close");
    }

    private static boolean sameBytes(byte[] before) throws IOException {
        return Arrays.equals(Files.readAllBytes(sitting.reviews()), before);
    }

    /// What proxies of the mesh sent to each other; the load generator is outside.
    private static boolean isInside(Edge edge) {
        return !edge.source().namespace().isEmpty()
                && !edge.source().namespace().equals("unknown")
                && !edge.traffic().isIdle();
    }

    private static long insideEdges(TopologySnapshot graph) {
        return graph.edges().values().stream().filter(WindowJourneyTest::isInside).count();
    }

    private static long lockedEdges(TopologySnapshot graph) {
        return graph.edges().values().stream()
                .filter(WindowJourneyTest::isInside)
                .filter(edge -> edge.traffic().mtlsPercent().orElse(0) > 0)
                .count();
    }

    private static void openDrawer() {
        visitor.click("#nav-canary");
        visitor.await(
                "a way to shift reviews",
                SOON,
                () -> visitor.sees("#split-bar") || visitor.sees("#canary-page"));
        if (!visitor.sees("#split-bar")) {
            visitor.click("#canary-open-reviews-0");
        }
        visitor.awaitSight("#split-bar");
    }

    private static String draft() {
        return String.join(
                ", ",
                "v1 " + visitor.text("#canary-draft-v1"),
                "v2 " + visitor.text("#canary-draft-v2"),
                "v3 " + visitor.text("#canary-draft-v3"));
    }

    private static void dragHandle(int index, int percent) {
        double pixelsPerPercent = (visitor.width("#split-bar") - UNSCALED) / 100;
        visitor.drag("#split-handle-" + index, (percent - position(index)) * pixelsPerPercent);
        nudgeTo(index, percent);
    }

    /// A hand that is a pixel off lets go a percent off; it looks and corrects that.
    private static void nudgeTo(int index, int percent) {
        for (int tries = 0; tries < 5; tries++) {
            int now = position(index);
            assertThat(now).as("the handle follows the mouse").isBetween(percent - 4, percent + 4);
            if (now == percent) {
                return;
            }
            visitor.press(now < percent ? KeyCode.RIGHT : KeyCode.LEFT);
        }
    }

    private static int position(int handle) {
        int sum = 0;
        for (int i = 0; i <= handle; i++) {
            sum += Math.toIntExact(Math.round(share(visitor.text("#canary-draft-v" + (i + 1)))));
        }
        return sum;
    }

    private static double share(String text) {
        var found = SHARE.matcher(text);
        return found.find() ? Double.parseDouble(found.group(1)) : Double.NaN;
    }

    private static double observed(String subset) {
        return share(visitor.text("#canary-observed-" + subset));
    }

    private static int observedRequests() {
        var found = COUNT.matcher(visitor.text("#canary-phase"));
        return found.find() ? Integer.parseInt(found.group(1).replace(",", "")) : 0;
    }

    /// Presses a button by keys, and once more where a busy machine swallowed the key. One that
    /// takes no second press has taken the first, whose effect may be slow there.
    private static void pressUntil(String id, Callable<Boolean> done) {
        for (int tries = 0; tries < PRESSES; tries++) {
            visitor.await(id + " to take a press", LONG, () -> visitor.canPress("#" + id));
            tabTo(id);
            visitor.press(KeyCode.SPACE);
            if (visitor.comesTrue(SOON, done)
                    || (!visitor.canPress("#" + id) && visitor.comesTrue(LONG, done))) {
                return;
            }
        }
        throw new AssertionError("pressing " + id + " has no effect");
    }

    /// Tab until that has the focus, as somebody without a mouse does.
    private static void tabTo(String id) {
        for (int presses = 0; presses < 80; presses++) {
            if (visitor.hasFocus(id)) {
                return;
            }
            visitor.press(KeyCode.TAB);
        }
        throw new AssertionError("Tab does not reach " + id);
    }
}
