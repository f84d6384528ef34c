package io.windrose.desktop.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CrashReportsTest {
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-11-21T14:02:00Z"));

    @TempDir private Path folder;
    private final List<CrashReport> told = new ArrayList<>();

    @Test
    void whatNobodyCaughtLiesInAFileAndIsTold() {
        var reports = reports(folder.resolve("crashes"));

        reports.uncaughtException(Thread.currentThread(), new IllegalStateException("no place"));

        assertThat(told)
                .singleElement()
                .satisfies(report -> {
                    assertThat(report.headline())
                            .isEqualTo("java.lang.IllegalStateException: no place");
                    assertThat(report.file())
                            .hasValue(folder.resolve("crashes/crash-2026-11-21T14-02-00Z-1.txt"));
                    assertThat(report.file().orElseThrow()).content().isEqualTo(report.text());
                    assertThat(report.text())
                            .contains(
                                    "Windrose 1.2",
                                    "When: 2026-11-21T14:02:00Z",
                                    "Thread: ",
                                    "\tat ");
                });
    }

    @Test
    void theSameBugIsReportedOnce() {
        var reports = reports(folder);

        for (int time = 0; time < 3; time++) {
            reports.uncaughtException(Thread.currentThread(), new ArithmeticException("again"));
        }
        reports.uncaughtException(Thread.currentThread(), new ArithmeticException("elsewhere"));

        assertThat(told).hasSize(2);
    }

    @Test
    void aFolderThatCannotBeWrittenDoesNotHideTheBug() throws IOException {
        var inTheWay = Files.writeString(folder.resolve("crashes"), "a file");

        reports(inTheWay).uncaughtException(Thread.currentThread(), new ArithmeticException("bug"));

        assertThat(told).singleElement().satisfies(report -> assertThat(report.file()).isEmpty());
    }

    @Test
    void nothingSecretIsWritten() {
        var text =
                """
                GET http://127.0.0.1:9/stats?token=s3cr3t&x=1 failed
                Authorization: Basic dXNlcjpwYXNz
                sent Bearer abc.def-ghi
                -----BEGIN PRIVATE KEY-----
                MIIEvQ
                -----END PRIVATE KEY-----
                in /home/ann/mesh
                https://ann:pass@cluster:6443/api failed
                {"id_token": "abc", "name": "ann", 'password': 'p w'}
                sent eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhbm4ifQ.c2ln
                  user:
                    token: abc
                    client-certificate-data: LS0tLS1CRUdJTg==
                    client-key-data: LS0tLS1CRUdJTg==
                    tokens: 3 of 4
                """;

        assertThat(Secrets.hide(text, "/home/ann"))
                .isEqualTo(
                        """
                        GET http://127.0.0.1:9/stats?token=***&x=1 failed
                        Authorization: ***
                        sent Bearer ***
                        PRIVATE KEY ***
                        in ~/mesh
                        https://***@cluster:6443/api failed
                        {"id_token": ***, "name": "ann", 'password': ***}
                        sent ***
                          user:
                            token: ***
                            client-certificate-data: ***
                            client-key-data: ***
                            tokens: 3 of 4
                        """);
    }

    private CrashReports reports(Path into) {
        return new CrashReports(into, CLOCK, "1.2", told::add);
    }
}
