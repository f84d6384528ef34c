package io.windrose.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AccessLogFilesTest {
    @TempDir Path folder;

    @Test
    void closingWritesEveryLineInOrderBehindWhatWasThere() throws IOException {
        var path = folder.resolve("access.log");
        Files.writeString(path, "old\n");

        try (var files = new AccessLogFiles()) {
            files.open(path.toString()).append("first\n");
            files.open(path.toString()).append("second\n");
        }

        assertThat(path).hasContent("old\nfirst\nsecond\n");
    }

    @Test
    void aFileThatNobodyWroteToIsNotCreated() {
        var path = folder.resolve("access.log");

        try (var files = new AccessLogFiles()) {
            files.open(path.toString());
        }

        assertThat(path).doesNotExist();
    }

    @Test
    void linesThatTheDiskRefusesAreCountedAsDropped() {
        AccessLogFile file;
        try (var files = new AccessLogFiles()) {
            file = files.open(folder.resolve("missing/access.log").toString());
            file.append("lost\n");
        }

        assertThat(file.droppedLines()).isEqualTo(1);
    }

    @Test
    void whatExceedsTheLimitIsDroppedInsteadOfKept() throws IOException {
        var path = folder.resolve("access.log");
        var line = "x".repeat((4 << 20) - 1) + "\n";
        AccessLogFile file;

        try (var files = new AccessLogFiles()) {
            file = files.open(path.toString());
            file.append(line + line);
        }

        assertThat(file.droppedLines()).isEqualTo(1);
        assertThat(path).doesNotExist();
    }
}
