package io.windrose.translate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every folder under `golden/routes` and `golden/listeners` is one idea.
final class TranslatorGoldenTest {

    @TestFactory
    Stream<DynamicTest> routesAreMadeAsRecorded() throws IOException {
        return tests("routes", XdsType.RDS);
    }

    @TestFactory
    Stream<DynamicTest> listenersAreMadeAsRecorded() throws IOException {
        return tests("listeners", XdsType.LDS);
    }

    /// Whatever order the files are read in, proxies are sent the same bytes.
    @TestFactory
    Stream<DynamicTest> theOrderOfTheInputDoesNotMatter() throws IOException {
        return Stream.concat(GoldenCase.in("routes"), GoldenCase.in("listeners"))
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

    private static Stream<DynamicTest> tests(String folder, XdsType type) throws IOException {
        return GoldenCase.in(folder)
                .map(golden ->
                        dynamicTest(
                                golden.name(),
                                () -> {
                                    var scope = golden.scope(golden.resources());
                                    var made = Translator.resources(scope);
                                    golden.check(XdsDump.json(made, Set.of(type)));
                                }));
    }
}
