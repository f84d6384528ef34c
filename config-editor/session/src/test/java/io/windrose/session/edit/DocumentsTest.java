package io.windrose.session.edit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class DocumentsTest {
    private static final String THREE =
            """
            # the first
            kind: A
            ---
            # the second
            kind: B
            text: |
              ---
            ---
            kind: C
            """;

    @Test
    void aDocumentGoesWithItsCommentAndItsMark() {
        assertThat(Documents.without(THREE, 5))
                .isEqualTo(
                        """
                        # the first
                        kind: A
                        ---
                        kind: C
                        """);
        assertThat(Documents.without(THREE, 9))
                .isEqualTo(
                        """
                        # the first
                        kind: A
                        ---
                        # the second
                        kind: B
                        text: |
                          ---
                        """);
    }

    @Test
    void theFirstDocumentLeavesNoMarkBehind() {
        assertThat(Documents.without(THREE, 2)).startsWith("# the second\nkind: B\n");
        assertThat(Documents.without("---\nkind: A\n---\nkind: B\n", 2)).isEqualTo("kind: B\n");
    }

    @Test
    void whatStandsBehindAMarkBelongsToTheDocument() {
        assertThat(Documents.without("kind: A\n--- {kind: B}\n", 1)).isEqualTo("--- {kind: B}\n");
        assertThat(Documents.without("kind: A\n--- # note\nkind: B\n", 1))
                .isEqualTo("--- # note\nkind: B\n");
        assertThat(Documents.without("kind: A\n---  \nkind: B\n", 1)).isEqualTo("kind: B\n");
        assertThat(Documents.with("--- {kind: B}\n", "kind: C\n"))
                .isEqualTo("--- {kind: B}\n---\nkind: C\n");
    }

    @Test
    void theOnlyDocumentLeavesNothing() {
        assertThat(Documents.without("---\nkind: A\n", 2)).isEmpty();
        assertThat(Documents.without("kind: A\n---\n", 1)).isEmpty();
        assertThat(Documents.without("", 1)).isEmpty();
    }

    @Test
    void whatIsAddedStandsBehindAMark() {
        assertThat(Documents.with("", "kind: B\n")).isEqualTo("kind: B\n");
        assertThat(Documents.with("kind: A", "kind: B\n")).isEqualTo("kind: A\n---\nkind: B\n");
        assertThat(Documents.with("kind: A\n---\n", "kind: B\n"))
                .isEqualTo("kind: A\n---\nkind: B\n");
    }

    @Test
    void whatWasAddedCanBeTakenOutAgain() {
        assertThat(Documents.without(Documents.with(THREE, "kind: D\n"), 11)).isEqualTo(THREE);
    }
}
