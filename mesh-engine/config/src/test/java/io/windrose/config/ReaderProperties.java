package io.windrose.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.config.decode.Decoded;
import io.windrose.config.decode.Decoder;
import io.windrose.config.tree.ConfigTree;
import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.config.tree.ConfigTree.Sequence;
import io.windrose.config.tree.Span;
import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import io.windrose.kernel.Severity;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/// What holds for every input of the reader: nothing is thrown, every place that a problem names is
/// one of the text, the same text is read the same way, and the answer comes soon.
final class ReaderProperties {
    private static final long SLOW_NANOS = Duration.ofSeconds(10).toNanos();

    private ReaderProperties() {}

    static void check(byte[] bytes) {
        long before = processorNanos();
        switch (YamlFile.parse("f.yaml", bytes)) {
            case Result.Err<YamlFile>(var problems) ->
                    places(problems, new String(bytes, StandardCharsets.ISO_8859_1));
            case Result.Ok<YamlFile>(var yaml, _) -> {
                yaml.documents().forEach(document -> spans(document.root(), yaml.text()));
                var decoded = new Decoder("", Severity.ERROR).decodeObjects(yaml);
                for (var one : decoded) {
                    places(one.problems(), yaml.text());
                    assertThat(one.label()).isNotBlank();
                    assertThat(one.resource().isPresent() && !one.valid()).isFalse();
                }
                assertThat(new Decoder("", Severity.ERROR).decodeObjects(yaml)).isEqualTo(decoded);
                assertThat(new Decoder("", Severity.WARNING).decodeObjects(yaml))
                        .extracting(Decoded::id)
                        .isEqualTo(decoded.stream().map(Decoded::id).toList());
            }
        }
        assertThat(processorNanos() - before).isLessThan(SLOW_NANOS);
    }

    /// Of this thread: a machine that does something else makes no reader slow.
    private static long processorNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void places(List<Problem> problems, String text) {
        long lines =
                1
                        + text.chars()
                                .filter(c ->
                                        c == '\n'
                                                || c == '\r'
                                                || c == '\u0085'
                                                || c == '\u2028'
                                                || c == '\u2029')
                                .count();
        assertThat(problems)
                .allSatisfy(problem -> {
                    assertThat(problem.message()).isNotBlank();
                    assertThat((long) problem.place().line()).isBetween(0L, lines);
                    assertThat(problem.place().column()).isBetween(0, text.length() + 1);
                });
    }

    private static void spans(ConfigTree tree, String text) {
        within(tree.span(), text);
        switch (tree) {
            case Mapping mapping ->
                    mapping.entries()
                            .forEach(entry -> {
                                within(entry.key().span(), text);
                                spans(entry.value(), text);
                            });
            case Sequence sequence -> sequence.items().forEach(item -> spans(item, text));
            case ConfigTree.Scalar scalar -> assertThat(scalar.type()).isNotNull();
        }
    }

    private static void within(Span span, String text) {
        assertThat(span.start()).isBetween(0, span.end());
        assertThat(span.end()).isLessThanOrEqualTo(text.length());
    }
}
