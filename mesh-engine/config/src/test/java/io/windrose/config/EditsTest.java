package io.windrose.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.config.patch.ConfigPatch;
import io.windrose.config.patch.PatchBuilder;
import io.windrose.config.patch.Value;
import io.windrose.config.tree.ConfigTree;
import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.config.tree.ConfigTree.Scalar;
import io.windrose.config.tree.ConfigTree.Sequence;
import io.windrose.config.tree.ScalarType;
import io.windrose.config.tree.Span;
import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Result;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Edits of texts that people wrote: whatever is edited, the rest of the text keeps its bytes, the
/// tree has the change and no other one.
///
/// `-Dwindrose.edits=10000` makes more of them.
final class EditsTest {
    private static final int EDITS = Integer.getInteger("windrose.edits", 300);

    private static final String NEW_KEY = "addedByTheTest";

    @Test
    void anEditChangesWhatItSaysAndNothingElse() {
        var files = Corpus.texts().stream().map(EditsTest::parsed).flatMap(List::stream).toList();
        assertThat(files).hasSizeGreaterThan(100);
        int edited = 0;
        int refused = 0;
        for (int seed = 0; edited < EDITS; seed++) {
            var random = new SplittableRandom(seed);
            var file = files.get(random.nextInt(files.size()));
            var nodes = new ArrayList<ConfigTree>();
            file.documents().forEach(document -> collect(document.root(), nodes));
            if (nodes.isEmpty()) {
                continue;
            }
            if (edit(file, nodes.get(random.nextInt(nodes.size())), random, "seed " + seed)) {
                edited++;
            } else {
                refused++;
            }
        }
        assertThat(refused).isLessThan(EDITS / 10);
    }

    /// @return whether the edit was made; what stands there by an alias is not edited
    private static boolean edit(
            YamlFile file, ConfigTree node, SplittableRandom random, String seed) {
        var builder = new PatchBuilder(file);
        var value = value(random);
        var wanted =
                switch (node) {
                    case Scalar scalar -> {
                        builder.set(scalar, value);
                        yield outline(value);
                    }
                    case Mapping mapping -> {
                        builder.add(mapping, NEW_KEY, value);
                        yield mapping(
                                Stream.concat(
                                        entries(mapping, Other.NOTHING),
                                        Stream.of(NEW_KEY + "=" + outline(value))));
                    }
                    case Sequence list -> {
                        builder.append(list, value);
                        yield list(
                                Stream.concat(
                                        items(list, Other.NOTHING), Stream.of(outline(value))));
                    }
                };
        if (!(builder.build() instanceof Result.Ok<ConfigPatch>(var patch, _))) {
            return false;
        }
        var after = patch.after();
        assertThat(patch.edits()).as(seed).hasSize(1);
        var one = patch.edits().getFirst();
        assertThat(after)
                .as(seed)
                .isEqualTo(
                        file.text().substring(0, one.start())
                                + one.replacement()
                                + file.text().substring(one.end()));
        if (!(node instanceof Scalar)) {
            assertThat(one.end()).as(seed).isEqualTo(one.start());
        }
        switch (YamlFile.parse(file.name(), after)) {
            case Result.Err<YamlFile>(var problems) ->
                    throw new AssertionError(seed + " " + one + ": " + problems + "\n" + after);
            case Result.Ok<YamlFile>(var yaml, _) ->
                    assertThat(outline(yaml, Other.NOTHING))
                            .as("%s: %s in%n%s", seed, one, file.text())
                            .isEqualTo(outline(file, new Other(Optional.of(node.span()), wanted)));
        }
        return true;
    }

    private static List<YamlFile> parsed(String text) {
        return YamlFile.parse("f.yaml", text) instanceof Result.Ok<YamlFile>(var yaml, _)
                ? List.of(yaml)
                : List.of();
    }

    private static void collect(ConfigTree tree, List<ConfigTree> nodes) {
        nodes.add(tree);
        switch (tree) {
            case Mapping mapping -> mapping.entries().forEach(one -> collect(one.value(), nodes));
            case Sequence list -> list.items().forEach(item -> collect(item, nodes));
            case Scalar _ -> {
                // has nothing below
            }
        }
    }

    private static Value value(SplittableRandom random) {
        var fields = new LinkedHashMap<String, Value>();
        fields.put("host", new Value.Text("reviews"));
        fields.put("port", new Value.Whole(80));
        return switch (random.nextInt(7)) {
            case 0 -> new Value.Whole(random.nextInt(100));
            case 1 -> new Value.Text("v" + random.nextInt(9));
            case 2 -> new Value.Text("on");
            case 3 -> new Value.Text("a: b # c");
            case 4 -> new Value.Text("");
            case 5 -> new Value.Fields(fields);
            default -> new Value.Text("*x, {y} [z] \"q\" 'r'");
        };
    }

    /// What a file says, without its style.
    ///
    /// @param other what is said in place of the node that has a span
    private static String outline(YamlFile file, Other other) {
        return file.documents().stream()
                .map(document -> outline(document.root(), other))
                .collect(Collectors.joining("\n"));
    }

    private static String outline(ConfigTree tree, Other other) {
        return other.of(tree)
                .orElseGet(() ->
                        switch (tree) {
                            case Mapping mapping -> mapping(entries(mapping, other));
                            case Sequence list -> list(items(list, other));
                            case Scalar scalar -> scalar.type() + " " + scalar.text();
                        });
    }

    private static Stream<String> entries(Mapping mapping, Other other) {
        return mapping.entries().stream()
                .map(entry -> entry.key().text() + "=" + outline(entry.value(), other));
    }

    private static Stream<String> items(Sequence list, Other other) {
        return list.items().stream().map(item -> outline(item, other));
    }

    private static String mapping(Stream<String> entries) {
        return entries.collect(Collectors.joining(",", "{", "}"));
    }

    private static String list(Stream<String> items) {
        return items.collect(Collectors.joining(",", "[", "]"));
    }

    private static String outline(Value value) {
        return switch (value) {
            case Value.Text(var text) -> ScalarType.TEXT + " " + text;
            case Value.Whole(var number) -> ScalarType.INTEGER + " " + number;
            case Value.Decimal(var digits) -> ScalarType.DECIMAL + " " + digits;
            case Value.Flag(var truth) -> ScalarType.BOOLEAN + " " + truth;
            case Value.Items(var items) -> list(items.stream().map(EditsTest::outline));
            case Value.Fields(var fields) ->
                    mapping(
                            fields.entrySet().stream()
                                    .map(one -> one.getKey() + "=" + outline(one.getValue())));
        };
    }

    /// What stands in place of one node.
    private record Other(Optional<Span> span, String outline) {
        static final Other NOTHING = new Other(Optional.empty(), "");

        Optional<String> of(ConfigTree tree) {
            return span.filter(tree.span()::equals).map(_ -> outline);
        }
    }
}
