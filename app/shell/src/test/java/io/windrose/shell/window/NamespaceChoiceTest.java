package io.windrose.shell.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class NamespaceChoiceTest {
    private static final List<String> KNOWN = List.of("bookinfo", "istio-system", "payments");

    @Test
    void clearingOneOfAllAsksForTheOthers() {
        assertThat(NamespaceChoice.toggled(KNOWN, Set.of(), "payments", false))
                .containsExactly("bookinfo", "istio-system");
    }

    @Test
    void tickingTheLastMissingOneIsNoChoiceAnyMore() {
        assertThat(
                        NamespaceChoice.toggled(
                                KNOWN, Set.of("bookinfo", "istio-system"), "payments", true))
                .isEmpty();
    }

    @Test
    void theLastOneCannotBeCleared() {
        assertThat(NamespaceChoice.toggled(KNOWN, Set.of("bookinfo"), "bookinfo", false)).isEmpty();
    }

    @Test
    void theButtonNamesALoneNamespaceAndCountsTheRest() {
        assertThat(NamespaceChoice.words(3, Set.of())).isEqualTo("3 namespaces");
        assertThat(NamespaceChoice.words(3, Set.of("bookinfo"))).isEqualTo("bookinfo");
        assertThat(NamespaceChoice.words(3, Set.of("bookinfo", "payments")))
                .isEqualTo("2 of 3 namespaces");
    }
}
