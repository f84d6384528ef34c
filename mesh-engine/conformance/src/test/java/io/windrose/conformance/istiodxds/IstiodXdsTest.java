package io.windrose.conformance.istiodxds;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.testkit.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What istiod sends, and what we send, for the same configuration. Facts that disagree are listed
/// in `target/istiod-xds`.
final class IstiodXdsTest {
    private static final Logger LOG = LoggerFactory.getLogger(IstiodXdsTest.class);
    private static final Path REPORTS = Path.of("target", "istiod-xds");

    /// @param floor percent of the facts
    @ParameterizedTest
    @CsvSource({
        "bookinfo-canary, 98",
        "bookinfo-resilience, 98",
        "plain-tcp, 98",
        "match-uri, 98",
        "mtls-permissive-disable, 98",
    })
    void agreesWithIstiod(String scenario, double floor) throws IOException {
        var score = scored(scenario);

        assertThat(score.percent()).as(score.row()).isGreaterThanOrEqualTo(floor);
    }

    @Test
    void theTableOfAllScenariosIsWritten() throws IOException {
        var table = new StringBuilder();
        try (var entries = Files.list(Shared.path("conformance/istiod-xds"))) {
            for (var directory : entries.filter(Files::isDirectory).sorted().toList()) {
                table.append(scored(directory.getFileName().toString()).row()).append('\n');
            }
        }
        Files.writeString(REPORTS.resolve("table.txt"), table);
        LOG.info("agreement with istiod\n{}", table);

        assertThat(table.toString().lines()).hasSize(26);
    }

    private static Score scored(String scenario) throws IOException {
        var score = Score.of(scenario);
        Files.createDirectories(REPORTS);
        Files.writeString(REPORTS.resolve(scenario + ".txt"), score.disagreements());
        return score;
    }
}
