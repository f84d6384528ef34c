package io.windrose.config.patch;

import static io.windrose.config.patch.Patched.fields;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class DocumentsTest {

    @Test
    void aDocumentIsAddedAtTheEnd() {
        assertThat(added("")).isEqualTo("k: v\n");
        assertThat(added("# top\n")).isEqualTo("# top\nk: v\n");
        assertThat(added("a: 1\n")).isEqualTo("a: 1\n---\nk: v\n");
        assertThat(added("a: 1")).isEqualTo("a: 1\n---\nk: v");
        assertThat(added("a: 1\r\n---\r\n")).isEqualTo("a: 1\r\n---\r\nk: v\r\n");
        assertThat(added("a: |\n  text")).isEqualTo("a: |\n  text\n---\nk: v");
        assertThat(added("{\"a\": 1}\n")).isEqualTo("{\"a\": 1}\n---\n{\"k\": \"v\"}\n");
    }

    @Test
    void aDocumentIsRemovedWithItsMarker() {
        assertThat(removed("# a\na: 1\n---\n# b\nb: 1\n", 1)).isEqualTo("# a\na: 1\n");
        assertThat(removed("# License\n\n# a\na: 1\n---\n# b\nb: 1\n", 0))
                .isEqualTo("# License\n\n# b\nb: 1\n");
        assertThat(removed("---\na: 1\n--- # b\nb: 1\n---\nc: 1\n", 1))
                .isEqualTo("---\na: 1\n---\nc: 1\n");
        assertThat(removed("a: 1\n--- {b: 1}\n", 0)).isEqualTo("--- {b: 1}\n");
        assertThat(removed("---\na: 1\n...\n---\nb: 1\n", 0)).isEqualTo("---\nb: 1\n");
        assertThat(removed("a: 1\n", 0)).isEmpty();
    }

    private static String added(String text) {
        return Patched.text(text, on -> on.patch().addDocument(fields("k", "v")));
    }

    private static String removed(String text, int index) {
        return Patched.text(
                text, on -> on.patch().removeDocument(on.file().documents().get(index)));
    }
}
