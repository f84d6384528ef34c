package io.windrose.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Kill -9 at random moments: files are whole, the journal works, no process is left. Four moments
/// of each kind, fifty with `-Dwindrose.long=true`.
@EnabledOnOs(value = OS.LINUX, disabledReason = "looks into /proc")
final class KillIT {
    private static final boolean LONG = Boolean.getBoolean("windrose.long");

    /// Seven programs that have only begun to start come to their own end on two busy processors.
    private static final Duration ORPHANS_END = Duration.ofSeconds(30);

    /// How long a shift takes where it has the processor for itself, and then some.
    private static final int SHIFT_MILLIS = 1_200;

    /// A sandbox is up, or nearly.
    private static final int SANDBOX_MILLIS = 9_000;

    private static final String RULES =
            """
            # A comment that stays.
            apiVersion: networking.istio.io/v1
            kind: DestinationRule
            metadata: {name: reviews, namespace: default}
            spec:
              host: reviews
              subsets:
              - {name: v1, labels: {version: v1}}
              - {name: v2, labels: {version: v2}}
            ---
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: reviews, namespace: default}
            spec:
              hosts: [reviews]
              http:
              - route:
                - destination: {host: reviews, subset: v1}
                  weight: %d   # the old one
                - destination: {host: reviews, subset: v2}
                  weight: %d
            """;

    @TempDir private Path folder;

    @Test
    void aShiftThatIsKilledHasHappenedOrNot() throws Exception {
        var random = new SplittableRandom(LONG ? System.nanoTime() : 7);
        var config = Files.createDirectory(folder.resolve("config"));
        var file = Files.writeString(config.resolve("reviews.yaml"), RULES.formatted(50, 50));
        var launcher = Launcher.in(folder);
        var before = Files.readString(file);
        for (int moment = 0; moment < (LONG ? 50 : 4); moment++) {
            int percent = random.nextInt(101);
            var shares = List.of("v1=" + percent, "v2=" + (100 - percent));
            var delay = random.nextInt(SHIFT_MILLIS);
            try (var shift =
                    launcher.start(
                            "shift",
                            "reviews.default",
                            shares.get(0),
                            shares.get(1),
                            "--config-dir",
                            "config")) {
                var _ = shift.process().waitFor(delay, TimeUnit.MILLISECONDS);
            }

            assertThat(RunningProgram.within(ORPHANS_END, () -> alive(folder).isEmpty())).isTrue();
            var now = Files.readString(file);
            assertThat(now).isIn(before, RULES.formatted(percent, 100 - percent));
            assertThat(yaml(config)).containsExactly("reviews.yaml");
            before = now;
        }
        var last =
                launcher.run("shift", "reviews.default", "v1=1", "v2=99", "--config-dir", "config");
        assertThat(last.status()).as(last.err()).isZero();

        Launcher.Outcome undo;
        do {
            undo = launcher.run("undo", "--config-dir", "config");
        } while (undo.status() == 0);

        assertThat(undo.err()).contains("There is nothing to undo here.");
        assertThat(file).content().isEqualTo(RULES.formatted(50, 50));
    }

    @Test
    void anUndoThatIsKilledHasHappenedOrNot() throws Exception {
        var random = new SplittableRandom(LONG ? System.nanoTime() : 13);
        var config = Files.createDirectory(folder.resolve("config"));
        var file = Files.writeString(config.resolve("reviews.yaml"), RULES.formatted(50, 50));
        var launcher = Launcher.in(folder);
        int moments = LONG ? 50 : 4;
        var states = new ArrayList<>(List.of(Files.readString(file)));
        for (int change = 1; change <= moments; change++) {
            var shift =
                    launcher.run(
                            "shift",
                            "reviews.default",
                            "v1=" + (50 + change),
                            "v2=" + (50 - change),
                            "--config-dir",
                            "config");
            assertThat(shift.status()).as(shift.err()).isZero();
            states.add(Files.readString(file));
        }
        int at = moments;
        int killed = 0;
        while (killed < moments && at > 0) {
            var delay = random.nextInt(SHIFT_MILLIS);
            try (var undo = launcher.start("undo", "--config-dir", "config")) {
                var _ = undo.process().waitFor(delay, TimeUnit.MILLISECONDS);
            }
            killed++;

            assertThat(RunningProgram.within(ORPHANS_END, () -> alive(folder).isEmpty())).isTrue();
            var now = states.indexOf(Files.readString(file));
            assertThat(now).isIn(at, at - 1);
            assertThat(yaml(config)).containsExactly("reviews.yaml");
            at = now;
        }

        for (; at > 0; at = states.indexOf(Files.readString(file))) {
            var undo = launcher.run("undo", "--config-dir", "config");
            assertThat(undo.status()).as(undo.err()).isZero();
        }
        var history = launcher.run("history", "-o", "json", "--config-dir", "config");
        assertThat(new JsonMapper().readTree(history.out()))
                .hasSize(moments)
                .allSatisfy(entry -> assertThat(entry.path("undone").booleanValue()).isTrue());
        assertThat(launcher.run("undo", "--config-dir", "config").err())
                .contains("There is nothing to undo here.");
    }

    @Test
    void aSandboxThatIsKilledLeavesWholeFilesAndNoProcess() throws Exception {
        var random = new SplittableRandom(LONG ? System.nanoTime() : 11);
        var launcher = Launcher.in(folder);
        for (int moment = 0; moment < (LONG ? 50 : 4); moment++) {
            var config = folder.resolve("config" + moment);
            try (var sandbox =
                    launcher.start(
                            "sandbox",
                            "--json",
                            "--processes",
                            "--config-dir",
                            config.toString())) {
                var _ =
                        sandbox.process()
                                .waitFor(random.nextInt(SANDBOX_MILLIS), TimeUnit.MILLISECONDS);
                sandbox.signal("KILL");
            }

            assertThat(RunningProgram.within(ORPHANS_END, () -> alive(folder).isEmpty()))
                    .as("left over: %s", alive(folder))
                    .isTrue();
            assertThat(launcher.run("validate", "-f", folder.toString()).err()).isEmpty();
            if (Files.isDirectory(config)) {
                assertThat(yaml(config)).isIn(List.of(), List.of("gateway.yaml", "reviews.yaml"));
            }
        }
    }

    /// The processes that were started with `folder` in their environment.
    private static List<String> alive(Path folder) {
        try (var processes = Files.list(Path.of("/proc"))) {
            return processes
                    .filter(process -> process.getFileName().toString().matches("\\d+"))
                    .filter(process -> environment(process).contains(folder.toString()))
                    .map(Path::toString)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String environment(Path process) {
        try {
            return Files.readString(process.resolve("environ"), StandardCharsets.ISO_8859_1);
        } catch (IOException endedOrForeign) {
            return "";
        }
    }

    private static List<String> yaml(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }
}
