package io.windrose.config.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.config.tree.ConfigTree.Scalar;
import io.windrose.config.tree.ConfigTree.Sequence;
import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class YamlFileTest {

    @Test
    void everyNodeKnowsWhereItStands() {
        var yaml =
                good(
                        """
                        # a comment
                        spec:
                          hosts: [a, "b"]   # another
                          text: |
                            two
                            lines

                        next: 1
                        """);

        var spec = (Mapping) mapping(yaml).get("spec").orElseThrow();
        var hosts = (Sequence) spec.get("hosts").orElseThrow();
        var text = (Scalar) spec.get("text").orElseThrow();

        assertThat(hosts.items().get(1).span()).isEqualTo(new Span(31, 34, 3, 14, 3, 17));
        assertThat(text.text()).isEqualTo("two\nlines\n");
        assertThat(yaml.text().substring(text.span().start(), text.span().end()))
                .isEqualTo("|\n    two\n    lines");
        assertThat(spec.span()).isEqualTo(new Span(20, text.span().end(), 3, 3, 6, 10));
    }

    @Test
    void offsetsCountCharactersOutsideTheBasicPlaneAsTwo() {
        var yaml = good("smile: \"\uD83D\uDE00\"\nnext: here\n");

        var next = mapping(yaml).get("next").orElseThrow().span();

        assertThat(yaml.text().substring(next.start(), next.end())).isEqualTo("here");
    }

    /// Blanks, lines of any kind and strange texts before an object, in which a mark follows.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{} ",
                "\r\n {\"a\": [1, -2e+3, {}, [], [true, null]], \"b\": {\"c\": \"}{\"}}\r\n\r\n\t",
                "{\"\\\"{\": \"\\\\\", \"x\": \"\uD83D\uDE00\u2028\uFEFF\"} ",
                "{\"a\": 1}\n{\"b\": 2}\r\r{\"c\": 3}"
            })
    void objectsOfJsonFollowOneAnother(String before) {
        var yaml = good(before + "{\"here\": 1,\n \"next\": 2}\n---\nlast: 3\n");

        var objects = yaml.documents().subList(1, yaml.documents().size());
        assertThat(yaml.documents())
                .extracting(YamlDocument::index)
                .containsExactlyElementsOf(IntStream.range(0, objects.size() + 1).boxed().toList());
        var last = (Mapping) objects.getLast().root();
        var root = (Mapping) objects.get(objects.size() - 2).root();
        int lines =
                (int)
                        before.replace("\r\n", "\n")
                                .chars()
                                .filter(c -> c == '\n' || c == '\r')
                                .count();
        assertThat(cut(yaml, root.span())).isEqualTo("{\"here\": 1,\n \"next\": 2}");
        assertThat(root.get("next").orElseThrow().span().line()).isEqualTo(lines + 2);
        assertThat(root.get("next").orElseThrow().span().column()).isEqualTo(10);
        assertThat(root.span().line()).isEqualTo(lines + 1);
        assertThat(cut(yaml, last.span())).isEqualTo("last: 3");
        assertThat(last.span().line()).isEqualTo(lines + 4);
    }

    @Test
    void aColumnBehindAnotherObjectCountsFromTheLine() {
        var yaml = good("\n{\"\uD83D\uDE00\": 1} {\"b\": 2}");

        assertThat(yaml.documents().getLast().root().span())
                .isEqualTo(new Span(11, 19, 2, 10, 2, 18));
    }

    @Test
    void whatIsWrongInALaterObjectIsSaidAtItsPlace() {
        assertThat(problem("{\"a\": 1}\n{\"b\": 2}\n{\"c\": ]}\n").place())
                .isEqualTo(Place.at("f.yaml", 3, 7));
        assertThat(problem("{\"a\": 1}\n  {\"b\": \"\\UFFFFFFFF\"}\n").place())
                .isEqualTo(Place.at("f.yaml", 2, 10));
    }

    @Test
    void onlyObjectsOfJsonFollowOneAnotherWithoutALine() {
        assertThat(problem("{a: 1}\n{b: 2}\n").code()).isEqualTo("MESH0101");
        assertThat(problem("a: 1\n---\n{\"b\": 2}\n{\"c\": 3}\n").place().line()).isEqualTo(4);
    }

    @Test
    void oneMappingOrListHasNoMoreMembersThanAnObjectCanHave() {
        assertThat(problem("- a\n".repeat(100_001)).place())
                .isEqualTo(Place.at("f.yaml", 100_001, 3));
        assertThat(problem("[" + "{},".repeat(100_001) + "]").code()).isEqualTo("MESH0108");
        assertThat(problem("a: 1\n".repeat(100_001)).message())
                .isEqualTo(
                        "The file holds more than 100000 members in one mapping or list; split it"
                                + " into smaller files.");
        assertThat(good("- a\n".repeat(100_000)).documents()).hasSize(1);
    }

    @Test
    void jsonWithTabsIsReadAsWell() {
        var yaml = good("{\n\t\"a\": [\n\t\t1,\n\t\ttrue\n\t]\n}\n");

        var list = (Sequence) mapping(yaml).get("a").orElseThrow();

        assertThat(list.items())
                .extracting(ConfigTree::describe)
                .containsExactly("a number", "a boolean");
    }

    @Test
    void documentsOfCommentsAloneDoNotCount() {
        var yaml = good("# nothing\n---\na: 1\n---\n# nothing\n---\nb: 2\n");

        assertThat(yaml.documents()).extracting(YamlDocument::index).containsExactly(0, 1);
    }

    @Test
    void theWholeTextStaysInTheFile() {
        var text = "\uFEFFa: 1 # c\r\n\r\nb: {x: 1,   y: 2}\r\n";

        assertThat(good(text).text()).isEqualTo(text);
    }

    @Test
    void anAliasStandsWhereItIsWritten() {
        var yaml = good("a: &x {k: 1}\nb: *x\n");

        var b = (Mapping) mapping(yaml).get("b").orElseThrow();

        assertThat(b.span()).isEqualTo(new Span(16, 18, 2, 4, 2, 6));
        assertThat(b.get("k").map(ConfigTree::describe)).contains("a number");
    }

    @Test
    void aMergeKeyBringsWhatTheMappingDoesNotSayItself() {
        var yaml = good("base: &b {x: 1, y: 2}\nown:\n  <<: *b\n  y: 3\n");

        var own = (Mapping) mapping(yaml).get("own").orElseThrow();

        assertThat(own.entries())
                .extracting(entry -> entry.key().text() + ((Scalar) entry.value()).text())
                .containsExactly("y3", "x1");
    }

    @ParameterizedTest
    @CsvSource({
        "yes,BOOLEAN",
        "Off,BOOLEAN",
        "n,BOOLEAN",
        "0777,INTEGER",
        "0o17,INTEGER",
        "1_000,INTEGER",
        "0x1F,INTEGER",
        "-1,INTEGER",
        "1e3,DECIMAL",
        ".5,DECIMAL",
        "~,NULL",
        "2020-01-01,TEXT",
        "12:30:45,TEXT",
        "1.2.3,TEXT",
        "5s,TEXT",
        "08,DECIMAL"
    })
    void plainScalarsAreWhatKubectlTakesThemFor(String text, ScalarType type) {
        var value = (Scalar) mapping(good("k: " + text)).get("k").orElseThrow();

        assertThat(value.type()).isEqualTo(type);
    }

    @Test
    void numbersOfEveryBaseHaveTheirValue() {
        assertThat(List.of("0777", "0o17", "1_000", "0x1F", "0b101", "-12"))
                .extracting(text -> ScalarType.integer(text).intValue())
                .containsExactly(511, 15, 1000, 31, 5, -12);
    }

    @Test
    void whatIsMarkedAsBinaryIsDecoded() {
        var text = (Scalar) mapping(good("k: !!binary |\n  aGVs\n  bG8=\n")).get("k").orElseThrow();

        assertThat(text.text()).isEqualTo("hello");
        assertThat(text.type()).isEqualTo(ScalarType.TEXT);
        assertThat(good("k: !!binary a b").documents().getFirst().findings().problems())
                .extracting(Object::toString)
                .containsExactly(
                        "f.yaml:1:4: This is not YAML: behind `!!binary` stands base64. [MESH0101]");
    }

    @Test
    void brokenYamlIsReportedWhereItBreaks() {
        assertThat(problem("a: 1\nb: [1, 2\nc: 3\n").toString())
                .startsWith(
                        "f.yaml:3:2: This is not YAML: while parsing a flow sequence, expected");
    }

    @Test
    void aDuplicateKeyIsAProblemOfItsDocument() {
        var problems = good("a: 1\nb: 2\na: 3\n").documents().getFirst().findings().problems();

        assertThat(problems)
                .extracting(Problem::toString)
                .containsExactly(
                        "f.yaml:3:1: The key `a` stands here a second time; the first is in line 1."
                                + " [MESH0106]");
    }

    @Test
    void nestingOf200000LevelsIsRefusedWithoutAnOverflow() {
        var problem = problem("a: " + "[".repeat(200_000));

        assertThat(problem.toString())
                .isEqualTo("f.yaml:1:259: This is nested deeper than 256 levels. [MESH0104]");
    }

    @Test
    void nestingOf200000BlockLevelsIsRefusedToo() {
        assertThat(problem("- ".repeat(200_000) + "a").code()).isEqualTo("MESH0104");
    }

    @Test
    void anAliasBombIsRefused() {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 9; i++) {
            bomb.append("a%d: &a%d [".formatted(i, i))
                    .append(("*a" + (i - 1) + ", ").repeat(8))
                    .append("*a" + (i - 1) + "]\n");
        }

        assertThat(problem(bomb.toString()).toString())
                .startsWith("f.yaml:5:")
                .endsWith("repeat more than 50000 values; write them out. [MESH0105]");
    }

    @Test
    void aliasOfItselfIsRefused() {
        assertThat(problem("a: &a [*a]\n").code()).isEqualTo("MESH0105");
    }

    @Test
    void bytesThatAreNotTextAreRefusedAtTheirPlace() {
        var bytes = "a: 1\nb: \u00e9\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(problem(YamlFile.parse("f.yaml", bytes)).toString())
                .isEqualTo(
                        "f.yaml:2:4: This is not text: byte 8 (0xe9) is not UTF-8; save the file as"
                                + " UTF-8. [MESH0102]");
    }

    @Test
    void controlCharactersAreRefusedAtTheirPlace() {
        assertThat(problem("a: 1\nb: \u0000\n").toString())
                .isEqualTo(
                        "f.yaml:2:4: This is not text: it holds the control character U+0000."
                                + " [MESH0102]");
    }

    @Test
    void aFileOf50MegabytesIsRefusedUnread(@TempDir Path folder) throws IOException {
        var file = folder.resolve("large.yaml");
        try (var large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(50_000_000);
        }

        assertThat(problem(YamlFile.read(file)).message())
                .isEqualTo(
                        "The file has 50 MB, more than the 33 MB that are read; split it into"
                                + " smaller files.");
    }

    @Test
    void aFileThatIsNotThereIsAProblem(@TempDir Path folder) {
        assertThat(problem(YamlFile.read(folder.resolve("none.yaml"))).message())
                .isEqualTo("Cannot be read: there is no such file or directory.");
    }

    @Test
    void tenThousandDocumentsAreReadInSeconds(@TempDir Path folder) throws IOException {
        var one = "---\napiVersion: v1\nkind: Namespace\nmetadata: {name: a}\n".repeat(10_000);
        var file = Files.writeString(folder.resolve("many.yaml"), one);

        assertThat(((Result.Ok<YamlFile>) YamlFile.read(file)).value().documents()).hasSize(10_000);
    }

    private static Mapping mapping(YamlFile yaml) {
        return (Mapping) yaml.documents().getFirst().root();
    }

    private static YamlFile good(String text) {
        return switch (YamlFile.parse("f.yaml", text)) {
            case Result.Ok<YamlFile>(var yaml, _) -> yaml;
            case Result.Err<YamlFile>(var problems) -> throw new AssertionError(problems);
        };
    }

    private static String cut(YamlFile yaml, Span span) {
        return yaml.text().substring(span.start(), span.end());
    }

    private static Problem problem(String text) {
        return problem(YamlFile.parse("f.yaml", text));
    }

    private static Problem problem(Result<YamlFile> result) {
        assertThat(result).isInstanceOf(Result.Err.class);
        return result.problems().getFirst();
    }
}
