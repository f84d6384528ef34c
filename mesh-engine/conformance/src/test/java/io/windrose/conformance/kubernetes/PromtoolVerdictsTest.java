package io.windrose.conformance.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.config.syntax.PromQl;
import io.windrose.testkit.Peer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Random expressions, three of four with one change, are read by the tool of a stock Prometheus as
/// rules: it refuses those that we refuse.
final class PromtoolVerdictsTest {
    private static final int EXPRESSIONS =
            Integer.getInteger(
                    "windrose.expressions", Boolean.getBoolean("windrose.long") ? 100_000 : 2_000);
    private static final Pattern REFUSED =
            Pattern.compile(", rule (\\d+), \"a\": could not parse expression: (.*)");

    /// What Prometheus 3 takes and the tool of 2.42 does not: numbers as durations and the other
    /// way round, offsets of 0 and with a plus, names in quotes.
    private static final Pattern NEWER =
            Pattern.compile(
                    ", *[0-9]+[smhdwy].*: trailing commas|missing unit character in duration|bad duration syntax"
                            + "|duration must be greater than 0|unexpected duration \""
                            + "|unexpected number .*, expected duration|unexpected string"
                            + "|<op:\\+> in offset");

    /// Ranges of time alone, which the tool reads and Prometheus refuses to work out.
    private static final Pattern NO_RULE = Pattern.compile("is a range of time|is a text;");

    @TempDir private Path folder;

    @Test
    void prometheusRefusesWhatWeRefuse() throws Exception {
        var expressions =
                IntStream.range(0, EXPRESSIONS).mapToObj(PromtoolVerdictsTest::expression).toList();
        var refused = refusedByPrometheus(expressions);

        assertThat(refused).hasSizeBetween(EXPRESSIONS / 4, EXPRESSIONS * 3 / 4);
        assertThat(
                        IntStream.range(0, EXPRESSIONS)
                                .mapToObj(number ->
                                        difference(expressions.get(number), refused.get(number)))
                                .flatMap(Optional::stream))
                .isEmpty();
    }

    /// @param theirs why it is refused there, if it is
    private static Optional<String> difference(String expression, @Nullable String theirs) {
        var ours = PromQl.problem(expression);
        boolean meant =
                theirs == null
                        ? ours.filter(one -> NO_RULE.matcher(one).find()).isPresent()
                        : NEWER.matcher(expression + ": " + theirs).find();
        return ours.isPresent() == (theirs != null) || meant
                ? Optional.empty()
                : Optional.of("%s: ours %s, theirs %s".formatted(expression, ours, theirs));
    }

    private static String expression(int number) {
        var queries = new Queries(new SplittableRandom(number));
        var good = number % 9 == 8 ? queries.scalar(0) : queries.vector(0);
        return number % 4 == 0 ? good : queries.changed(good);
    }

    /// @return why, by the number of the expression
    private Map<Integer, String> refusedByPrometheus(List<String> expressions) throws Exception {
        var rules = new StringBuilder("groups:\n- name: g\n  rules:\n");
        for (var one : expressions) {
            rules.append("  - {record: a, expr: \"")
                    .append(one.replace("\\", "\\\\").replace("\"", "\\\""))
                    .append("\"}\n");
        }
        var file = Files.writeString(folder.resolve("rules.yaml"), rules);
        var tool =
                new ProcessBuilder(
                                Peer.PROMTOOL.path().toString(), "check", "rules", file.toString())
                        .redirectErrorStream(true)
                        .start();
        var said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(tool.waitFor()).as(said).isEqualTo(1);
        var refused = new TreeMap<Integer, String>();
        REFUSED.matcher(said)
                .results()
                .forEach(one -> refused.put(Integer.parseInt(one.group(1)) - 1, one.group(2)));
        return refused;
    }
}
