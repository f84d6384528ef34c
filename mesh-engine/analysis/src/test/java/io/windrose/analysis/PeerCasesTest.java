package io.windrose.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.analysis.check.Checks;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Istio's and Kiali's own cases, as far as a check of ours is about their codes.
final class PeerCasesTest {
    private static final Set<String> KNOWN =
            Checks.ALL.stream()
                    .flatMap(check -> check.codes().stream())
                    .collect(Collectors.toSet());

    @ParameterizedTest
    @MethodSource("istio")
    void saysWhatIstioctlSays(PeerCase one) {
        assertThat(one.found()).isEqualTo(one.expected());
    }

    @ParameterizedTest
    @MethodSource("kiali")
    void saysWhatKialiSays(PeerCase one) {
        assertThat(one.found()).isEqualTo(one.expected());
    }

    @Test
    void howManyThereAre(TestReporter figures) {
        figures.publishEntry(
                "istio-analyzers",
                istio().size() + " of " + PeerCase.all("istio-analyzers").size());
        figures.publishEntry(
                "kiali-validations",
                kiali().size() + " of " + PeerCase.all("kiali-validations").size());
        assertThat(istio()).isNotEmpty();
    }

    static List<PeerCase> istio() {
        return known("istio-analyzers");
    }

    static List<PeerCase> kiali() {
        return known("kiali-validations");
    }

    private static List<PeerCase> known(String suite) {
        return PeerCase.all(suite).stream().filter(one -> KNOWN.containsAll(one.codes())).toList();
    }
}
