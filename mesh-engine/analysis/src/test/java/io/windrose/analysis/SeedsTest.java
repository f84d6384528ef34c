package io.windrose.analysis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.analysis.run.Analysis;
import io.windrose.config.tree.YamlFile;
import io.windrose.testkit.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// YAML that people really write: what is said of each file on top of Bookinfo, and of all of them
/// together. `-Dwindrose.golden=write` writes the expected list anew.
final class SeedsTest {
    private static final String GOLDEN = "seeds.txt";
    private static final Path SOURCE =
            Path.of("src/test/resources/io/windrose/analysis").resolve(GOLDEN);

    @Test
    void saysOfTheSeedsWhatAnExpertDoes() throws IOException {
        var found = found();
        if (System.getProperty("windrose.golden", "").equals("write")) {
            Files.writeString(SOURCE, found);
        } else {
            assertThat(found).isEqualTo(expected());
        }
    }

    private static String expected() throws IOException {
        try (var golden =
                Objects.requireNonNull(SeedsTest.class.getResourceAsStream(GOLDEN), GOLDEN)) {
            return new String(golden.readAllBytes(), UTF_8);
        }
    }

    private static String found() throws IOException {
        var bookinfo =
                Corpus.files("clean").stream()
                        .filter(file -> file.name().endsWith("bookinfo.yaml"))
                        .toList();
        var seeds = seeds();
        var text =
                new StringBuilder(
                        "# What is said of the seeds: [file on top of Bookinfo] or [all].\n");
        for (var seed : seeds) {
            section(text, name(seed.name()), bookinfo, List.of(seed));
        }
        section(text, "all", bookinfo, seeds);
        return text.toString();
    }

    private static List<YamlFile> seeds() throws IOException {
        try (var files = Files.list(Shared.path("seeds"))) {
            return files.sorted().map(Corpus::read).toList();
        }
    }

    private static void section(
            StringBuilder text, String context, List<YamlFile> base, List<YamlFile> seeds) {
        var objects = new ArrayList<MeshObject>();
        Stream.concat(base.stream(), seeds.stream())
                .forEach(file -> objects.addAll(MeshObject.of(file)));
        text.append("\n[").append(context).append("]\n");
        Analysis.of(Mesh.of(objects, Settings.DEFAULT)).findings().stream()
                .sorted(
                        Comparator.comparing((Finding one) -> name(one.place().file()))
                                .thenComparingInt(one -> one.place().line())
                                .thenComparing(SeedsTest::codes))
                .forEach(one ->
                        text.append(
                                "%s:%d %s\n"
                                        .formatted(
                                                name(one.place().file()),
                                                one.place().line(),
                                                codes(one))));
    }

    private static String codes(Finding finding) {
        return finding.codes().stream().map(Code::id).collect(Collectors.joining(" "));
    }

    private static String name(String file) {
        return file.substring(file.lastIndexOf('/') + 1);
    }
}
