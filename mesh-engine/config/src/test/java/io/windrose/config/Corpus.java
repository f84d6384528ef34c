package io.windrose.config;

import io.windrose.testkit.Shared;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// YAML that people and peers wrote: the seeds and the inputs of all conformance suites.
final class Corpus {
    private static final int LARGE = 200_000;

    private Corpus() {}

    /// The texts of all files that are not large, in the order of their paths.
    static List<String> texts() {
        return Stream.of("seeds", "conformance")
                .map(Shared::path)
                .flatMap(folder -> {
                    try (var files = Files.walk(folder)) {
                        return files.filter(Corpus::isYaml).sorted().toList().stream();
                    } catch (IOException error) {
                        throw new UncheckedIOException(error);
                    }
                })
                .map(Corpus::text)
                .filter(text -> text.length() < LARGE)
                .toList();
    }

    private static boolean isYaml(Path file) {
        return file.toString().endsWith(".yaml") || file.toString().endsWith(".yml");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }
}
