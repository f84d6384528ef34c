package io.windrose.config.patch;

import static io.windrose.config.patch.Patched.fields;
import static io.windrose.config.patch.Patched.items;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class InsertionTest {
    private static final Value ROUTE = fields("name", "new", "hosts", items("a", "b"));

    @Test
    void anItemStandsAboveTheCommentsOfTheNext() {
        assertThat(inserted("l:\n- x: 1\n# of y\n- y: 1\n", 1))
                .isEqualTo("l:\n- x: 1\n- name: new\n  hosts:\n  - a\n  - b\n# of y\n- y: 1\n");
        assertThat(inserted("l:\r\n  - x # x\r\n", 0))
                .isEqualTo(
                        "l:\r\n  - name: new\r\n    hosts:\r\n      - a\r\n      - b\r\n  - x #"
                                + " x\r\n");
    }

    @Test
    void anItemAtTheEndStandsBelowTheCommentsOfTheLast() {
        assertThat(inserted("l:\n- x: 1\n  # still x\n# end\n", 1))
                .isEqualTo("l:\n- x: 1\n  # still x\n- name: new\n  hosts:\n  - a\n  - b\n# end\n");
    }

    @Test
    void anItemStandsInFrontOfOneBehindADash() {
        assertThat(
                        Patched.text(
                                "- - a\n  - b\n",
                                on -> on.patch().insert(on.list("0"), 0, new Value.Text("new"))))
                .isEqualTo("- - new\n  - a\n  - b\n");
    }

    @Test
    void anEmptyListIsFilled() {
        assertThat(inserted("l: [] # none\nz: 1\n", 0))
                .isEqualTo("l: # none\n- name: new\n  hosts:\n  - a\n  - b\nz: 1\n");
        assertThat(inserted("m: {l: []}\n", 0))
                .isEqualTo("m: {l: []}\n".replace("[]", "[{name: new, hosts: [a, b]}]"));
        assertThat(inserted("{\"l\": []}\n", 0))
                .isEqualTo("{\"l\": [{\"name\": \"new\", \"hosts\": [\"a\", \"b\"]}]}\n");
        assertThat(
                        Patched.text(
                                "l: []\n",
                                on -> on.patch().insert(on.list("l"), 0, new Value.Flag(true))))
                .isEqualTo("l: [true]\n");
    }

    @Test
    void anItemBetweenBracketsTakesALineWhereTheOthersDo() {
        assertThat(word("l: [a, b]\n", 1)).isEqualTo("l: [a, new, b]\n");
        assertThat(word("l: [\n  a, # a\n  # of b\n  b # b\n]\n", 1))
                .isEqualTo("l: [\n  a, # a\n  new,\n  # of b\n  b # b\n]\n");
        assertThat(word("l: [\n  a # a\n]\n", 1)).isEqualTo("l: [\n  a, # a\n  new\n]\n");
        assertThat(word("l: [\n  a, # a\n]\n", 1)).isEqualTo("l: [\n  a, # a\n  new,\n]\n");
    }

    @Test
    void aKeyStandsBehindAnother() {
        assertThat(
                        Patched.text(
                                "a: 1 # a\n\n# b\nb: 2\n",
                                on ->
                                        on.patch()
                                                .addAfter(
                                                        on.mapping(""),
                                                        "a",
                                                        "on",
                                                        fields("x", true))))
                .isEqualTo("a: 1 # a\n\"on\":\n  x: true\n\n# b\nb: 2\n");
    }

    @Test
    void theIndentationIsThatOfTheFile() {
        assertThat(
                        Patched.text(
                                "a:\n    l:\n        - x\n",
                                on ->
                                        on.patch()
                                                .add(
                                                        on.mapping("a"),
                                                        "m",
                                                        fields("k", items(1), "o", fields()))))
                .isEqualTo(
                        "a:\n    l:\n        - x\n    m:\n        k:\n            - 1\n        o: {}\n");
    }

    @Test
    void aTextThatEndsTheFileKeepsItsWords() {
        assertThat(
                        Patched.text(
                                "a: |\n  text",
                                on -> on.patch().add(on.mapping(""), "b", new Value.Whole(1))))
                .isEqualTo("a: |\n  text\nb: 1");
        assertThat(
                        Patched.text(
                                "a: |+\n  text\n\n",
                                on -> on.patch().add(on.mapping(""), "b", new Value.Whole(1))))
                .isEqualTo("a: |+\n  text\n\nb: 1\n");
    }

    @Test
    void editsOfNeighboursDoNotMeet() {
        assertThat(
                        Patched.text(
                                "a:\n  l:\n  - x\n  - y",
                                on -> {
                                    on.patch().add(on.mapping("a"), "k", new Value.Whole(1));
                                    on.patch().append(on.list("a.l"), new Value.Text("z"));
                                    on.patch().remove(on.list("a.l"), 1);
                                    on.patch().rename(on.mapping("a"), "l", "list");
                                }))
                .isEqualTo("a:\n  list:\n  - x\n  - z\n  k: 1");
    }

    @Test
    void whatIsRemovedIsNotChanged() {
        assertThat(
                        Patched.problems(
                                "a:\n  l: [x]\n",
                                on -> {
                                    on.patch().remove(on.mapping(""), "a");
                                    on.patch().append(on.list("a.l"), new Value.Text("z"));
                                }))
                .containsExactly(
                        "f.yaml:2:6: Two edits of one patch contradict each other: one removes"
                                + " what the other changes. [MESH0411]");
    }

    private static String inserted(String text, int index) {
        return Patched.text(
                text,
                on -> on.patch().insert(on.list(text.startsWith("m") ? "m.l" : "l"), index, ROUTE));
    }

    private static String word(String text, int index) {
        return Patched.text(
                text, on -> on.patch().insert(on.list("l"), index, new Value.Text("new")));
    }
}
