package io.windrose.icons;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class IconTest {

    @Test
    void everyDrawingHasAnIconAndEveryIconADrawing() throws IOException {
        try (var drawings = Files.list(Path.of("src/main/svg"))) {
            var files =
                    drawings.map(file -> file.getFileName().toString())
                            .collect(Collectors.toCollection(TreeSet::new));

            assertThat(Arrays.stream(Icon.values()).map(Icon::fileName))
                    .containsExactlyInAnyOrderElementsOf(files);
        }
    }
}
