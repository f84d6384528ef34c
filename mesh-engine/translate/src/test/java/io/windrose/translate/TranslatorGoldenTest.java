package io.windrose.translate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every folder under `golden/routes`, `golden/listeners` and `golden/clusters` is one idea.
final class TranslatorGoldenTest {

    @TestFactory
    Stream<DynamicTest> routesAreMadeAsRecorded() throws IOException {
        return tests("routes", XdsType.RDS);
    }

    @TestFactory
    Stream<DynamicTest> listenersAreMadeAsRecorded() throws IOException {
        return tests("listeners", XdsType.LDS);
    }

    @TestFactory
    Stream<DynamicTest> clustersEndpointsAndSecretsAreMadeAsRecorded() throws IOException {
        return tests("clusters", XdsType.CDS, XdsType.EDS, XdsType.SDS);
    }

    /// Whatever order the files are read in, proxies are sent the same bytes.
    @TestFactory
    Stream<DynamicTest> theOrderOfTheInputDoesNotMatter() {
        return Stream.of("routes", "listeners", "clusters")
                .flatMap(TranslatorGoldenTest::cases)
                .map(golden ->
                        dynamicTest(
                                golden.name(),
                                () -> {
                                    var resources = golden.resources();

                                    var forwards = golden.scope(resources);
                                    var backwards = golden.scope(resources.reversed());

                                    assertThat(Translator.resources(backwards))
                                            .isEqualTo(Translator.resources(forwards));
                                }));
    }

    private static Stream<GoldenCase> cases(String folder) {
        try {
            return GoldenCase.in(folder);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<DynamicTest> tests(String folder, XdsType... types) throws IOException {
        return GoldenCase.in(folder)
                .map(golden ->
                        dynamicTest(
                                golden.name(),
                                () -> {
                                    var scope = golden.scope(golden.resources());
                                    var made = Translator.resources(scope);
                                    golden.check(XdsDump.json(made, Set.of(types)));
                                }));
    }
}
