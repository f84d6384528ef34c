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
    void aFileInPlaceOfTheFolderIsSaidWithItsName() throws Exception {
        var file = Files.writeString(folder.resolve("file"), "");

        assertThat(DemoConfig.fillIfEmpty(file).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("MESH1601"))
                .satisfies(
                        problem -> assertThat(problem.place().file()).isEqualTo(file.toString()));
    }
}
