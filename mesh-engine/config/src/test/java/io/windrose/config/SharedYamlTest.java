package io.windrose.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.config.decode.Decoded;
import io.windrose.config.decode.Decoder;
import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import io.windrose.kernel.Severity;
import io.windrose.testkit.Shared;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// YAML that people and istiod really use is decoded without a complaint.
final class SharedYamlTest {

    @Test
    void everyConfigurationThatIstiodWasGivenIsValid() throws IOException {
        try (var scenarios = Files.list(Shared.path("conformance/istiod-xds"))) {
            var files =
                    scenarios
                            .map(scenario -> scenario.resolve("config"))
                            .filter(Files::isDirectory)
                            .flatMap(SharedYamlTest::files)
                            .toList();

            assertThat(files).hasSizeGreaterThan(25);
            assertThat(errors(files, Severity.WARNING)).isEmpty();
        }
    }

    @Test
    void everyMeshConfigurationThatIstiodWasGivenIsRead() throws IOException {
        try (var scenarios = Files.list(Shared.path("conformance/istiod-xds"))) {
            var problems =
                    scenarios
                            .map(scenario -> scenario.resolve("mesh.yaml"))
                            .filter(Files::exists)
                            .flatMap(file ->
                                    ConfigReader.readMeshConfig(file.toString(), text(file))
                                            .problems()
                                            .stream())
                            .toList();

            assertThat(problems).isEmpty();
        }
    }

    /// The seeds hold mistakes that people really make.
    @Test
    void theOnlyMistakeInTheSeedsIsAFieldThatDoesNotExist() {
        var errors = errors(files(Shared.path("seeds")).toList(), Severity.ERROR);

        assertThat(errors)
                .extracting(problem -> problem.place().path())
                .containsExactly("spec.trafficPolicy.circuitBreaker");
    }

    private static List<Problem> errors(List<Path> files, Severity unknownField) {
        return files.stream()
                .map(file -> YamlFile.parse(file.toString(), text(file)))
                .flatMap(parsed ->
                        switch (parsed) {
                            case Result.Err<YamlFile>(var problems) -> problems.stream();
                            case Result.Ok<YamlFile>(var yaml, _) ->
                                    new Decoder("", unknownField)
                                            .decode(yaml).stream()
                                                    .map(Decoded::problems)
                                                    .flatMap(List::stream);
                        })
                .filter(Problem::isError)
                .toList();
    }

    private static Stream<Path> files(Path directory) {
        try (var files = Files.list(directory)) {
            return files
                    .filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }
}
