package io.windrose.session.edit;

import static io.windrose.session.edit.Sample.ROUTES;
import static io.windrose.session.edit.Sample.diagnosis;
import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.config.patch.TextEdit;
import io.windrose.kernel.Place;
import io.windrose.kernel.Severity;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DiagnosticsTest {

    @Test
    void aTypoInAFieldIsFoundAtItsColumnsAndRepaired() {
        var text = ROUTES.replace("timeout:", "tiemout:");

        var finding = diagnosis(text).findings().getFirst();

        var place = finding.problem().place();
        assertThat(finding.problem().code()).isEqualTo("MESH0120");
        assertThat(finding.problem().severity()).isEqualTo(Severity.ERROR);
        assertThat(place.withResource("").withPath(""))
                .isEqualTo(new Place(Sample.FILE.toString(), "", "", 11, 5, 11, 12));
        assertThat(text.substring(finding.start(), finding.end())).isEqualTo("tiemout");
        assertThat(finding.fixes())
                .containsExactly(
                        new Finding.Fix(
                                "Change to timeout",
                                new TextEdit(finding.start(), finding.end(), "timeout")));
    }

    @Test
    void aSecondKeyOfTheSameNameIsUnderlined() {
        var text = ROUTES.replace("timeout: 2s\n", "timeout: 2s\n    timeout: 3s\n");

        var finding = diagnosis(text).findings().getFirst();

        assertThat(finding.problem().code()).isEqualTo("MESH0106");
        assertThat(finding.start()).isEqualTo(text.indexOf("timeout: 3s"));
        assertThat(finding.end()).isEqualTo(text.indexOf(": 3s"));
    }

    @Test
    void aWordThatIsNoChoiceGetsTheNearestOne() {
        var text =
                """
                apiVersion: security.istio.io/v1
                kind: PeerAuthentication
                metadata: {name: default}
                spec: {mtls: {mode: STRIKT}}
                """;

        var finding = diagnosis(text).findings().getFirst();

        assertThat(text.substring(finding.start(), finding.end())).isEqualTo("STRIKT");
        assertThat(finding.fixes())
                .extracting(Finding.Fix::label)
                .containsExactly("Change to STRICT");
    }

    /// `analyze --fix` takes it out, too.
    @Test
    void aFieldThatResemblesNoneIsTakenOut() {
        var finding =
                diagnosis(ROUTES.replace("timeout: 2s", "circuitBreaker: {}"))
                        .findings()
                        .getFirst();

        assertThat(finding.fixes())
                .extracting(Finding.Fix::label)
                .containsExactly("Remove circuitBreaker");
    }

    /// What is meant is a part of the value, and the rest of it must stay.
    @Test
    void aTypoAtTheBeginningOfAnExpressionTakesNothingElseWithIt() {
        var text =
                """
                apiVersion: telemetry.istio.io/v1
                kind: Telemetry
                metadata: {name: default}
                spec:
                  metrics:
                  - overrides:
                    - tagOverrides:
                        all: {value: request.hots + "/x"}
                        one: {value: http}
                        two: {value: "grpc"}
                """;

        assertThat(diagnosis(text).findings())
                .extracting(one -> one.fixes().stream().map(Finding.Fix::label).toList())
                .containsExactly(
                        List.of(),
                        List.of("Write the word itself"),
                        List.of("Write the word itself"));
    }

    @Test
    void whatIsNotYamlIsUnderlinedWhereReadingEnds() {
        var diagnosis = diagnosis(ROUTES.replace("route:", "route: ["));

        assertThat(diagnosis.errors()).isEqualTo(1);
        assertThat(diagnosis.objects()).isEmpty();
        var finding = diagnosis.findings().getFirst();
        assertThat(finding.problem().code()).isEqualTo("MESH0101");
        assertThat(finding.end()).isGreaterThan(finding.start());
    }

    @Test
    void columnsCountCharactersAlsoBehindAnEmoji() {
        var text = ROUTES.replace("timeout: 2s", "name2: {\uD83D\uDE00: 1}");

        var finding = diagnosis(text).findings().getFirst();

        assertThat(text.substring(finding.start(), finding.end())).isEqualTo("name2");
    }

    @Test
    void theSameObjectInAnotherFileIsAWarning() {
        var text =
                """
                apiVersion: networking.istio.io/v1
                kind: DestinationRule
                metadata: {name: reviews, namespace: bookinfo}
                spec: {host: reviews}
                """;

        var first = Path.of("/mesh/a.yaml"); // of one object in several files the last file wins

        assertThat(Diagnostics.of(first, text, Sample.around()).findings())
                .extracting(finding -> finding.problem().code())
                .containsExactly("MESH0200");
    }

    @Test
    void aGoodTextHasNoFindings() {
        assertThat(diagnosis(ROUTES).findings()).isEmpty();
    }
}
