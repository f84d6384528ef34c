package io.windrose.config.patch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RemovalTest {
    private static final String ROUTES =
            """
            http:
            # the first
            - match: m   # of the first
              route: r
              # still of the first

            # a section

            # the second
            - route: s
            other: 1
            """;

    @Test
    void anItemTakesItsOwnCommentsAlong() {
        assertThat(Patched.text(ROUTES, on -> on.patch().remove(on.list("http"), 0)))
                .isEqualTo("http:\n\n# a section\n\n# the second\n- route: s\nother: 1\n");
        assertThat(Patched.text(ROUTES, on -> on.patch().remove(on.list("http"), 1)))
                .isEqualTo(
                        """
                        http:
                        # the first
                        - match: m   # of the first
                          route: r
                          # still of the first

                        # a section

                        other: 1
                        """);
    }

    @Test
    void aKeyBehindADashMakesRoomForTheNext() {
        assertThat(without("- a: 1 # one\n  # two\n  b: 2\n", "0", "a"))
                .isEqualTo("- # two\n  b: 2\n");
        assertThat(without("- a:\n    x: 1\n  b: 2\n", "0", "a")).isEqualTo("- b: 2\n");
    }

    @Test
    void theLastMemberLeavesBrackets() {
        assertThat(without("a: # kept\n  # gone\n  b: 1 # gone\nc: 2\n", "a", "b"))
                .isEqualTo("a: {} # kept\nc: 2\n");
        assertThat(without("- a: 1\n- b\n", "0", "a")).isEqualTo("- {}\n- b\n");
        assertThat(without("# top\na: 1\n", "", "a")).isEqualTo("# top\n{}\n");
        assertThat(Patched.text("l:\r\n- a\r\nz: 1", on -> on.patch().remove(on.list("l"), 0)))
                .isEqualTo("l: []\r\nz: 1");
    }

    @Test
    void theCommentOnTopOfADocumentIsNotOfItsFirstKey() {
        assertThat(without("# License\nkind: A\n# b\nb: 1\n", "", "kind"))
                .isEqualTo("# License\n# b\nb: 1\n");
    }

    @Test
    void theEndOfTheFileStaysAsItWas() {
        assertThat(without("a: 1\nb: 2", "", "b")).isEqualTo("a: 1");
        assertThat(without("a: |\n  text\nb: 2", "", "b")).isEqualTo("a: |\n  text\n");
    }

    @Test
    void aTextWithItsBlankLinesGoesAsAWhole() {
        assertThat(without("a: |+\n  x\n\nb: 1\n", "", "a")).isEqualTo("b: 1\n");
        assertThat(without("z: |+\n  x\na: 1\n\nb: 1\n", "", "a")).isEqualTo("z: |+\n  x\nb: 1\n");
    }

    @Test
    void flowStyleLosesOneComma() {
        assertThat(without("m: {a: 1, b: 2, c: 3} # c\n", "m", "a"))
                .isEqualTo("m: {b: 2, c: 3} # c\n");
        assertThat(without("m: {a: 1, b: 2, c: 3}\n", "m", "b")).isEqualTo("m: {a: 1, c: 3}\n");
        assertThat(without("m: { a: 1, b: 2 }\n", "m", "b")).isEqualTo("m: { a: 1 }\n");
        assertThat(without("m: { a: 1 }\n", "m", "a")).isEqualTo("m: {}\n");
        assertThat(without("{\n  \"a\": 1,\n  \"b\": [2]\n}\n", "", "b"))
                .isEqualTo("{\n  \"a\": 1\n}\n");
        assertThat(without("{\n  \"a\": 1,\n  \"b\": [2]\n}\n", "", "a"))
                .isEqualTo("{\n  \"b\": [2]\n}\n");
    }

    @Test
    void aLineBetweenBracketsGoesWithItsComments() {
        var list = "l: [\n  a, # first\n  # the second\n  b # second\n]\n";

        assertThat(Patched.text(list, on -> on.patch().remove(on.list("l"), 1)))
                .isEqualTo("l: [\n  a # first\n]\n");
        assertThat(Patched.text(list, on -> on.patch().remove(on.list("l"), 0)))
                .isEqualTo("l: [\n  # the second\n  b # second\n]\n");
    }

    @Test
    void severalMembersGoAtOnce() {
        assertThat(
                        Patched.text(
                                "- a: 1\n  b: 2\n  c: 3\n",
                                on -> {
                                    on.patch().remove(on.mapping("0"), "b");
                                    on.patch().remove(on.mapping("0"), "a");
                                }))
                .isEqualTo("- c: 3\n");
        assertThat(
                        Patched.text(
                                "l: [a, b]\n",
                                on -> {
                                    on.patch().remove(on.list("l"), 0);
                                    on.patch().remove(on.list("l"), 1);
                                }))
                .isEqualTo("l: []\n");
    }

    @Test
    void anAnchorIsNotRemoved() {
        assertThat(
                        Patched.problems(
                                "a:\n  b: &x 1\nc: *x\n",
                                on -> on.patch().remove(on.mapping(""), "a")))
                .containsExactly(
                        "f.yaml:1:1: Here stands a value with an anchor, an alias or a tag, which"
                                + " is not edited; write it out and try again. [MESH0410]");
        assertThat(without("a: &x 1\nc: *x\n", "", "c")).isEqualTo("a: &x 1\n");
    }

    @Test
    void aKeyThatStandsThereTwiceIsNotRemoved() {
        assertThat(
                        Patched.problems(
                                "a: 1\nb: 2\na: 3\n", on -> on.patch().remove(on.mapping(""), "a")))
                .containsExactly(
                        "f.yaml:1:1: Here stands a key for the second time, a merge by `<<` or a"
                                + " key after `?`, which is not edited; write it out and try"
                                + " again. [MESH0410]");
    }

    private static String without(String text, String path, String key) {
        return Patched.text(text, on -> on.patch().remove(on.mapping(path), key));
    }
}
