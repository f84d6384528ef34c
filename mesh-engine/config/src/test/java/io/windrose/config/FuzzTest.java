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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/// Texts that people wrote, with a few random changes: nothing is thrown, and every place that a
/// problem names is one of the text.
///
/// `-Dwindrose.fuzz.minutes=10 -Dwindrose.fuzz.seed=7` goes on for longer, from another seed.
final class FuzzTest {
    private static final Duration SHORT = Duration.ofMillis(1_500);
    private static final int MINUTES = Integer.getInteger("windrose.fuzz.minutes", 0);
    private static final long SEED = Long.getLong("windrose.fuzz.seed", 1);
    private static final long SLOW_NANOS = Duration.ofSeconds(10).toNanos();
    private static final List<String> WORDS =
            List.of(
                    "\n",
                    "  ",
                    "\t",
                    "- ",
                    ": ",
                    "? ",
                    "{",
                    "}",
                    "[",
                    "]",
                    ",",
                    "&a ",
                    "*a",
                    "<<: ",
                    "!!str ",
                    "!!binary ",
                    "|",
                    ">",
                    "'",
                    "\"",
                    "#",
                    "---\n",
                    "...\n",
                    "%YAML 1.1\n",
                    "null",
                    "~",
                    "true",
                    "on",
                    "0",
                    "-1",
                    "0x7f",
                    "0o17",
                    "1e999",
                    ".inf",
                    ".nan",
                    "99999999999999999999",
                    "5s",
                    "*",
                    "\0",
                    "\uFEFF",
                    "\u202E",
                    "\uD83D\uDE00",
                    "spec:",
                    "kind: ",
                    "apiVersion: ",
                    "metadata: ",
                    "\r",
                    "\\x41",
                    "\\UFFFFFFFF");

    @Test
    void noChangeOfATextBreaksItsReader(TestReporter figures) {
        var corpus = Corpus.texts();
        long seed = SEED;
        long texts = 0;
        var span = MINUTES > 0 ? Duration.ofMinutes(MINUTES) : SHORT;
        long end = System.nanoTime() + span.toNanos();
        while (System.nanoTime() < end) {
            var random = new SplittableRandom(seed);
            var text = mutated(corpus, random);
            try {
                check(text);
            } catch (RuntimeException | StackOverflowError | AssertionError finding) {
                throw new AssertionError("seed " + seed + ":\n" + text, finding);
            }
            seed++;
            texts++;
        }
        figures.publishEntry("texts without a finding", String.valueOf(texts));
        assertThat(texts).isPositive();
    }

    private static void check(String text) {
        long before = System.nanoTime();
        switch (YamlFile.parse("f.yaml", text.getBytes(StandardCharsets.UTF_8))) {
            case Result.Err<YamlFile>(var problems) -> places(problems, text);
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
        assertThat(System.nanoTime() - before).isLessThan(SLOW_NANOS);
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

    private static String mutated(List<String> corpus, SplittableRandom random) {
        var text = new StringBuilder(any(corpus, random));
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(text.length() + 1);
            int end = Math.min(text.length(), at + random.nextInt(1 + random.nextInt(30)));
            switch (random.nextInt(8)) {
                case 0 -> text.delete(at, end);
                case 1 -> text.insert(at, text.substring(at, end));
                case 2 -> text.insert(at, any(WORDS, random));
                case 3 -> text.replace(at, end, any(WORDS, random));
                case 4 -> text.insert(at, Character.toString(random.nextInt(0xD800)));
                case 5 -> text.insert(at, any(corpus, random));
                case 6 -> moveLines(text, random);
                default -> value(text, at, random);
            }
        }
        return text.toString();
    }

    /// Another value behind some colon.
    private static void value(StringBuilder text, int from, SplittableRandom random) {
        int colon = text.indexOf(": ", from);
        if (colon >= 0) {
            int lineEnd = text.indexOf("\n", colon);
            int end = lineEnd < 0 ? text.length() : lineEnd;
            text.replace(colon + 2, end, any(WORDS, random));
        }
    }

    private static void moveLines(StringBuilder text, SplittableRandom random) {
        var lines = new ArrayList<>(text.toString().lines().toList());
        if (lines.size() > 1) {
            var line = lines.remove(random.nextInt(lines.size()));
            lines.add(
                    random.nextInt(lines.size() + 1), " ".repeat(random.nextInt(6)) + line.strip());
            text.setLength(0);
            text.append(String.join("\n", lines));
        }
    }

    private static <T> T any(List<T> list, SplittableRandom random) {
        return list.get(random.nextInt(list.size()));
    }
}
