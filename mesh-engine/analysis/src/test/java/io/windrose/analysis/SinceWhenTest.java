package io.windrose.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Leftovers say who wrote them, and for how long nobody has touched them.
final class SinceWhenTest {
    @Test
    void aSentenceSaysWhoAndSinceWhen() {
        var messages = messages("WR0201-WR0202-WR0111-WR0112-since-when.yaml");

        assertThat(messages)
                .hasSize(4)
                .anyMatch(one -> one.endsWith(" Set by kubectl-edit, and unchanged for 41 days."))
                .anyMatch(
                        one -> one.endsWith(" Set by argocd-controller, and unchanged for 1 day."))
                .anyMatch(one -> one.endsWith(" Set by kubectl, and unchanged for 1 hour."));
    }

    @Test
    void whereNobodyKnowsNothingIsSaid() {
        assertThat(messages("WR0201-WR0202-leftovers.yaml"))
                .noneMatch(one -> one.contains("Set by"));
    }

    private static List<String> messages(String file) {
        return CasesTest.cases().stream()
                .filter(one -> one.name().equals(file))
                .flatMap(one -> one.findings().stream())
                .map(Finding::message)
                .toList();
    }
}
