package io.windrose.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.config.decode.Decoded;
import io.windrose.config.decode.Decoder;
import io.windrose.config.file.Validation;
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

    /// All but a gateway without a listener, which no API server has seen: it would refuse it.
    @Test
    void everyDocumentOfGatewayApiThatIstiodWasGivenIsValid() {
        var documents = Validation.of(Shared.path("conformance/gateway-api/testdata")).documents();

        assertThat(documents).hasSizeGreaterThan(150);
        assertThat(documents)
                .flatExtracting(Validation.Document::errors)
                .extracting(problem -> problem.place().resource() + " " + problem.place().path())
                .containsExactly("Gateway istio-system/parent-gateway spec.listeners");
    }

    /// The seeds hold mistakes that people really make; kinds that are left alone are not among
    /// them.
    @Test
    void theMistakesInTheSeedsAreNamedAtTheirPlaces() {
        var seeds = Shared.path("seeds");

        assertThat(Validation.of(seeds).documents())
                .hasSizeGreaterThan(40)
                .flatExtracting(one ->
                        Stream.concat(one.errors().stream(), one.warnings().stream()).toList())
                .filteredOn(problem -> problem.isError() || !problem.place().path().equals("kind"))
                .extracting(problem -> problem.toString().substring(seeds.toString().length() + 1))
                .containsExactly(
                        "authorization-policies.yaml:6:1: AuthorizationPolicy default/deny-all: spec:"
                                + " Without `rules` this policy allows nothing, so that every"
                                + " request is denied. [MESH0128]",
                        "destination-rules.yaml:17:5: DestinationRule default/productpage:"
                                + " spec.trafficPolicy.circuitBreaker: There is no field"
                                + " `circuitBreaker` here. [MESH0120]",
                        "destination-rules.yaml:10:15: DestinationRule default/productpage:"
                                + " spec.trafficPolicy.loadBalancer.simple: `LEAST_CONN` is out of"
                                + " date; use `LEAST_REQUEST`. [MESH0128]",
                        "monitoring-config.yaml:1:13: ServiceMonitor istio-system/istio-mesh:"
                                + " apiVersion: `v1` has no kind ServiceMonitor; write"
                                + " `monitoring.coreos.com/v1`. [MESH0111]",
                        "telemetry-config.yaml:15:19: Telemetry default/custom-metrics:"
                                + " spec.metrics[1].overrides[0].tagOverrides.request_protocol.value:"
                                + " The proxy has no attribute `http`; for text write quotes inside"
                                + " of the quotes. [MESH0123]");
    }

    private static List<Problem> errors(List<Path> files, Severity unknownField) {
        return files.stream()
                .map(file -> YamlFile.parse(file.toString(), text(file)))
                .flatMap(parsed ->
                        switch (parsed) {
                            case Result.Err<YamlFile>(var problems) -> problems.stream();
                            case Result.Ok<YamlFile>(var yaml, _) ->
                                    new Decoder("", unknownField)
                                            .decodeObjects(yaml).stream()
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
