package io.windrose.config.patch;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.config.tree.ConfigTree;
import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.config.tree.ConfigTree.Sequence;
import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PatchBuilderTest {

    @Test
    void aValueIsReplacedAndNothingElse() {
        assertThat(set("a: 1\nw:   50   # half\nz: 2\n", "w"))
                .isEqualTo("a: 1\nw:   75   # half\nz: 2\n");
    }

    @Test
    void aMissingValueIsFilledIn() {
        assertThat(set("w:\nz: 2\n", "w")).isEqualTo("w: 75\nz: 2\n");
    }

    @Test
    void aQuotedValueLosesItsQuotes() {
        assertThat(set("{\"w\": \"50\"}", "w")).isEqualTo("{\"w\": 75}");
    }

    @Test
    void aKeyIsAddedBehindTheCommentOfTheLastOne() {
        assertThat(add("m:\n  a: 1 # one\n\n# next\nz: 2\n"))
                .isEqualTo("m:\n  a: 1 # one\n  w: 75\n\n# next\nz: 2\n");
    }

    @Test
    void aKeyIsAddedWithTheLineEndsOfTheFile() {
        assertThat(add("m:\r\n  a: 1\r\n")).isEqualTo("m:\r\n  a: 1\r\n  w: 75\r\n");
    }

    @Test
    void aKeyIsAddedToAFileWithoutALastLineEnd() {
        assertThat(add("m:\n  a: 1")).isEqualTo("m:\n  a: 1\n  w: 75");
    }

    @Test
    void aKeyIsAddedToAFlowMapping() {
        assertThat(add("m: {a: 1} # c\n")).isEqualTo("m: {a: 1, w: 75} # c\n");
        assertThat(add("m: {}\n")).isEqualTo("m: {w: 75}\n");
        assertThat(add("{\"m\": {\"a\": 1}}")).isEqualTo("{\"m\": {\"a\": 1, \"w\": 75}}");
        assertThat(add("{\"m\": {\n    \"a\": 1\n  }\n}\n"))
                .isEqualTo("{\"m\": {\n    \"a\": 1,\n    \"w\": 75\n  }\n}\n");
    }

    @Test
    void anItemIsAppendedAtTheDepthOfTheOthers() {
        assertThat(append("l:\n- {h: a}\n# end\n"))
                .isEqualTo("l:\n- {h: a}\n- {h: b, o: {k: 1}}\n# end\n");
        assertThat(append("l:\n    - h: a # c\nz: 1\n"))
                .isEqualTo("l:\n    - h: a # c\n    - h: b\n      o:\n        k: 1\nz: 1\n");
        assertThat(append("l: [{h: a}]\n")).isEqualTo("l: [{h: a}, {h: b, o: {k: 1}}]\n");
        assertThat(append("{\"l\": [\n  {\"h\": \"a\"}\n]}"))
                .isEqualTo("{\"l\": [\n  {\"h\": \"a\"},\n  {\"h\": \"b\", \"o\": {\"k\": 1}}\n]}");
    }

    @Test
    void whatStandsThereByAnchorOrAliasIsNotEdited() {
        var builder = new PatchBuilder(file("x: &a 1\ny: *a\nm: &b {k: 1}\nn:\n  <<: *b\n"));

        builder.set(at("x: &a 1\ny: *a\n", "x"), new Value.Whole(2));
        builder.set(at("x: &a 1\ny: *a\n", "y"), new Value.Whole(2));
        builder.add((Mapping) at("x: &a 1\ny: *a\nm: &b {k: 1}\n", "m"), "w", new Value.Whole(2));

        assertThat(builder.build().problems())
                .extracting(Problem::toString)
                .satisfiesExactly(
                        one -> assertThat(one).startsWith("f.yaml:1:4: "),
                        one -> assertThat(one).startsWith("f.yaml:2:4: "),
                        one -> assertThat(one).startsWith("f.yaml:3:4: "));
    }

    @Test
    void textIsQuotedWhereAReaderCouldTakeItForSomethingElse() {
        assertThat(List.of("v1", "on", "1.5", "a: b", "*x", "", "reviews.default"))
                .extracting(Quotes::whereNeeded)
                .containsExactly(
                        "v1", "\"on\"", "\"1.5\"", "\"a: b\"", "\"*x\"", "\"\"", "reviews.default");
    }

    @Test
    void theDiffIsThatOfDiffU() {
        var before = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15";
        var patch =
                new ConfigPatch(
                        "f.yaml",
                        before,
                        List.of(new TextEdit(2, 3, "two"), new TextEdit(33, 35, "fifteen")));

        assertThat(patch.diff())
                .isEqualTo(
                        """
                        --- f.yaml
                        +++ f.yaml
                        @@ -1,5 +1,5 @@
                         1
                        -2
                        +two
                         3
                         4
                         5
                        @@ -12,4 +12,4 @@
                         12
                         13
                         14
                        -15
                        \\ No newline at end of file
                        +fifteen
                        \\ No newline at end of file
                        """);
    }

    private static Value item() {
        var inner = new LinkedHashMap<String, Value>();
        inner.put("k", new Value.Whole(1));
        var item = new LinkedHashMap<String, Value>();
        item.put("h", new Value.Text("b"));
        item.put("o", new Value.Fields(inner));
        return new Value.Fields(item);
    }

    private static String set(String text, String key) {
        var builder = new PatchBuilder(file(text));
        builder.set(at(text, key), new Value.Whole(75));
        return build(builder);
    }

    private static String add(String text) {
        var builder = new PatchBuilder(file(text));
        builder.add((Mapping) at(text, "m"), "w", new Value.Whole(75));
        return build(builder);
    }

    private static String append(String text) {
        var builder = new PatchBuilder(file(text));
        builder.append((Sequence) at(text, "l"), item());
        return build(builder);
    }

    private static String build(PatchBuilder builder) {
        return switch (builder.build()) {
            case Result.Ok<ConfigPatch>(var patch, _) -> patch.after();
            case Result.Err<ConfigPatch>(var problems) -> throw new AssertionError(problems);
        };
    }

    private static ConfigTree at(String text, String key) {
        return ((Mapping) file(text).documents().getFirst().root()).get(key).orElseThrow();
    }

    private static YamlFile file(String text) {
        return switch (YamlFile.parse("f.yaml", text)) {
            case Result.Ok<YamlFile>(var yaml, _) -> yaml;
            case Result.Err<YamlFile>(var problems) -> throw new AssertionError(problems);
        };
    }
}
