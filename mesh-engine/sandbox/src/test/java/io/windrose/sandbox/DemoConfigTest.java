package io.windrose.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.kernel.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DemoConfigTest {
    @TempDir private Path folder;

    @Test
    void anEmptyFolderGetsBookinfo() throws Exception {
        DemoConfig.fillIfEmpty(folder.resolve("new"));

        try (Stream<Path> files = Files.list(folder.resolve("new"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("gateway.yaml", "reviews.yaml");
        }
    }

    @Test
    void aFolderThatHoldsSomethingIsLeftAsItIs() throws Exception {
        Files.writeString(folder.resolve("mine.yaml"), "kind: Mine\n");

        assertThat(DemoConfig.fillIfEmpty(folder)).isEqualTo(Result.ok(folder));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("mine.yaml"));
        }
    }

    @Test
    void whatAKilledCallLeftUnfinishedIsFinished() throws Exception {
        var whole = folder.resolve("whole");
        var cut = folder.resolve("cut");
        DemoConfig.fillIfEmpty(whole);
        Files.createDirectory(cut);
        Files.copy(whole.resolve("gateway.yaml"), cut.resolve("gateway.yaml"));
        Files.copy(whole.resolve("reviews.yaml"), cut.resolve(".reviews.yaml.new"));

        DemoConfig.fillIfEmpty(cut);

        assertThat(cut.resolve("reviews.yaml"))
                .hasSameTextualContentAs(whole.resolve("reviews.yaml"));
        assertThat(cut.resolve(".reviews.yaml.new")).doesNotExist();
    }

    @Test
    void aHalfWrittenFileIsWrittenAnew() throws Exception {
        Files.writeString(folder.resolve(".gateway.yaml.new"), "apiVersion: netw");

        DemoConfig.fillIfEmpty(folder);

        assertThat(folder.resolve("gateway.yaml")).content().contains("kind: Gateway");
        assertThat(folder.resolve(".gateway.yaml.new")).doesNotExist();
    }

    @Test
    void aFileInPlaceOfTheFolderIsSaidWithItsName() throws Exception {
        var file = Files.writeString(folder.resolve("file"), "");

        assertThat(DemoConfig.fillIfEmpty(file).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("MESH1601"))
                .satisfies(
                        problem -> assertThat(problem.place().file()).isEqualTo(file.toString()));
    }
}
