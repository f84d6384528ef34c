package io.windrose.config.patch;

import static io.windrose.config.patch.Patched.fields;
import static io.windrose.config.patch.Patched.items;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ReplacementTest {
    private static final Value BLOCK = fields("x", 1, "w", items("p"));

    @Test
    void aWordBecomesLinesBelowItsKey() {
        assertThat(replaced("a: 5 # about a\nb: 1\n", "a", BLOCK))
                .isEqualTo("a: # about a\n  x: 1\n  w:\n  - p\nb: 1\n");
        assertThat(replaced("a:\r\nb: 1", "a", BLOCK))
                .isEqualTo("a:\r\n  x: 1\r\n  w:\r\n  - p\r\nb: 1");
        assertThat(replaced("- 5 # five\n- 6\n", "0", BLOCK))
                .isEqualTo("- x: 1\n  w:\n  - p # five\n- 6\n");
        assertThat(replaced("a: {}", "a", items(1, true))).isEqualTo("a:\n- 1\n- true");
    }

    @Test
    void linesBecomeAWord() {
        assertThat(replaced("a: # about a\n  # in a\n  x: 1 # x\nb: 1\n", "a", new Value.Whole(5)))
                .isEqualTo("a: 5 # about a\nb: 1\n");
        assertThat(replaced("a:\n- 1\n- 2", "a", items())).isEqualTo("a: []");
        assertThat(replaced("- a: 1\n  b: 2 # b\n- c\n", "0", new Value.Text("d")))
                .isEqualTo("- d\n- c\n");
    }

    @Test
    void linesBecomeOtherLines() {
        assertThat(replaced("a: # kept\n    z: 1 # gone\nb: 1\n", "a", BLOCK))
                .isEqualTo("a: # kept\n    x: 1\n    w:\n    - p\nb: 1\n");
        assertThat(replaced("a:\n- z\nb: 1\n", "a", BLOCK))
                .isEqualTo("a:\n  x: 1\n  w:\n  - p\nb: 1\n");
        assertThat(replaced("- - a\n  - b\n- c\n", "0", BLOCK))
                .isEqualTo("- x: 1\n  w:\n  - p\n- c\n");
    }

    @Test
    void theStyleOfBracketsStays() {
        assertThat(replaced("a: {z: 1} # c\n", "a", BLOCK)).isEqualTo("a: {x: 1, w: [p]} # c\n");
        assertThat(replaced("{\"a\": [1, {\"b\": null}]}", "a.1.b", BLOCK))
                .isEqualTo("{\"a\": [1, {\"b\": {\"x\": 1, \"w\": [\"p\"]}}]}");
    }

    @Test
    void aTextKeepsItsQuotes() {
        assertThat(replaced("a: \"b\" # c\n", "a", new Value.Text("d")))
                .isEqualTo("a: \"d\" # c\n");
        assertThat(replaced("a: 'b'\n", "a", new Value.Text("d e"))).isEqualTo("a: 'd e'\n");
        assertThat(replaced("a: 'b'\n", "a", new Value.Text("it's"))).isEqualTo("a: \"it's\"\n");
        assertThat(replaced("a: b\n", "a", new Value.Text("yes"))).isEqualTo("a: \"yes\"\n");
    }

    @Test
    void aTextOfLinesStaysOne() {
        assertThat(
                        replaced(
                                "data:\n  mesh: |-\n    a: 1\n    b: 2\n  z: 1\n",
                                "data.mesh",
                                new Value.Text("c: 3\n\nd:\n  e: 4\n")))
                .isEqualTo("data:\n  mesh: |\n    c: 3\n\n    d:\n      e: 4\n  z: 1\n");
        assertThat(replaced("a: |\r\n  x\r\nb: 1\r\n", "a", new Value.Text("y\nz")))
                .isEqualTo("a: |-\r\n  y\r\n  z\r\nb: 1\r\n");
        assertThat(replaced("a: |\n  x\nb: 1\n", "a", new Value.Whole(1)))
                .isEqualTo("a: 1\nb: 1\n");
        assertThat(replaced("a: |\n  x\nb: 1\n", "a", new Value.Text("  indented\n")))
                .isEqualTo("a: \"  indented\\n\"\nb: 1\n");
    }

    @Test
    void aDocumentIsReplacedAsAWhole() {
        assertThat(replaced("# top\na: 1\nb: 2 # b\n# end\n", "", BLOCK))
                .isEqualTo("# top\nx: 1\nw:\n- p\n# end\n");
        assertThat(replaced("--- 5\n", "", BLOCK)).isEqualTo("--- \nx: 1\nw:\n- p\n");
        assertThat(replaced("- a\n", "", new Value.Text("b"))).isEqualTo("b\n");
    }

    @Test
    void aKeyGetsAnotherName() {
        assertThat(renamed("- a:   1 # c\n  b: 2\n", "0", "a", "on"))
                .isEqualTo("- \"on\":   1 # c\n  b: 2\n");
        assertThat(renamed("{\"a\":1}", "", "a", "b")).isEqualTo("{\"b\":1}");
        assertThat(renamed("'a': 1\n", "", "a", "b c")).isEqualTo("'b c': 1\n");
    }

    private static String renamed(String text, String path, String key, String newKey) {
        return Patched.text(text, on -> on.patch().rename(on.mapping(path), key, newKey));
    }

    private static String replaced(String text, String path, Value to) {
        return Patched.text(text, on -> on.patch().replace(on.at(path), to));
    }
}
