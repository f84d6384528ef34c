package io.windrose.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/// Texts that people wrote, with a few random changes, keep the [ReaderProperties].
///
/// `-Dwindrose.fuzz.minutes=10 -Dwindrose.fuzz.seed=7` goes on for longer, from another seed.
final class FuzzTest {
    private static final Duration SHORT = Duration.ofMillis(1_500);
    private static final int MINUTES = Integer.getInteger("windrose.fuzz.minutes", 0);
    private static final long SEED = Long.getLong("windrose.fuzz.seed", 1);
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
                ReaderProperties.check(text.getBytes(StandardCharsets.UTF_8));
            } catch (RuntimeException | StackOverflowError | AssertionError finding) {
                throw new AssertionError("seed " + seed + ":\n" + text, finding);
            }
            seed++;
            texts++;
        }
        figures.publishEntry("texts without a finding", String.valueOf(texts));
        assertThat(texts).isPositive();
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
