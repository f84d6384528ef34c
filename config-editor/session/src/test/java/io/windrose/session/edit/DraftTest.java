package io.windrose.session.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.config.patch.LineDiff;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class DraftTest {

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    /// A draft that is taken back to what it was writes the very bytes of the file, whatever line
    /// breaks these have; and lines that nobody touched keep theirs.
    @ParameterizedTest
    @MethodSource("seeds")
    void keepsTheLineBreaksOfEveryLineThatIsNotTouched(long seed) {
        var random = new SplittableRandom(seed);
        var lines = lines(random);
        var base = String.join("", lines);
        var draft = Draft.of(Sample.FILE, base);

        assertThat(draft.with("x" + draft.text()).with(draft.text()).after()).isEqualTo(base);

        int at = random.nextInt(lines.size());
        var inserted = new ArrayList<>(lines.stream().map(LineBreaks::plain).toList());
        inserted.add(at, "inserted: here\n");
        var after = draft.with(String.join("", inserted)).after();

        assertThat(LineBreaks.plain(after)).isEqualTo(String.join("", inserted));
        assertThat(after).startsWith(String.join("", lines.subList(0, at)));
        assertThat(after).endsWith(String.join("", lines.subList(at, lines.size())));
    }

    /// Two edits of different lines both survive a merge; and no line of either side is lost where
    /// they meet.
    @ParameterizedTest
    @MethodSource("seeds")
    void aMergeLosesNoLineOfEitherSide(long seed) {
        var random = new SplittableRandom(seed);
        var base = lines(random).stream().map(LineBreaks::plain).toList();
        var mine = edited(random, base, "mine");
        var theirs = edited(random, base, "theirs");
        var conflict =
                new Conflict(
                        Draft.of(Sample.FILE, String.join("", base)).with(String.join("", mine)),
                        String.join("", theirs));

        var merged = conflict.mergeByHand();

        assertThat(merged.base()).isEqualTo(String.join("", theirs));
        for (var side : List.of(mine, theirs)) {
            for (var line : side) {
                if (!base.contains(line)) {
                    assertThat(merged.text()).contains(line.stripTrailing());
                }
            }
        }
        assertThat(conflict.mergesByItself()).isEqualTo(!Merge.hasMarker(merged.text()));
    }

    @Test
    void editsOfDifferentPlacesMergeByThemselves() {
        var base = "a: 1\nb: 2\nc: 3\nd: 4\n";
        var mine = Draft.of(Sample.FILE, base).with("a: 9\nb: 2\nc: 3\nd: 4\n");
        var conflict = new Conflict(mine, "a: 1\nb: 2\nc: 3\nd: 8\ne: 5\n");

        assertThat(conflict.mergesByItself()).isTrue();
        assertThat(conflict.mergeByHand().after()).isEqualTo("a: 9\nb: 2\nc: 3\nd: 8\ne: 5\n");
        assertThat(conflict.keepMine().after()).isEqualTo("a: 9\nb: 2\nc: 3\nd: 4\n");
        assertThat(conflict.takeTheirs().after()).isEqualTo("a: 1\nb: 2\nc: 3\nd: 8\ne: 5\n");
    }

    @Test
    void whatMeetsStandsBetweenMarkersAndIsNotApplied() {
        var base = "a: 1\nb: 2\n";
        var conflict =
                new Conflict(Draft.of(Sample.FILE, base).with("a: 7\nb: 2\n"), "a: 8\nb: 2\n");

        var merged = conflict.mergeByHand();

        assertThat(merged.text())
                .isEqualTo("<<<<<<< mine\na: 7\n=======\na: 8\n>>>>>>> theirs\nb: 2\n");
        assertThat(Sample.diagnosis(merged.text()).errors()).isEqualTo(1);
    }

    @Test
    void theDifferenceNumbersBothSides() {
        var draft = Draft.of(Sample.FILE, "a\nb\nc\n").with("a\nx\nc\n");

        assertThat(draft.diff())
                .containsExactly(
                        new LineDiff.Line(LineDiff.Sign.KEPT, "a\n", 1, 1),
                        new LineDiff.Line(LineDiff.Sign.REMOVED, "b\n", 2, 0),
                        new LineDiff.Line(LineDiff.Sign.ADDED, "x\n", 0, 2),
                        new LineDiff.Line(LineDiff.Sign.KEPT, "c\n", 3, 3));
        assertThat(draft.summary()).isEqualTo("+1 \u22121 lines");
    }

    private static List<String> lines(SplittableRandom random) {
        var breaks = List.of("\n", "\r\n", "\r\n", "\r");
        var lines = new ArrayList<String>();
        for (int i = 0, count = 1 + random.nextInt(12); i < count; i++) {
            lines.add("key" + i + ": " + seedText(random) + breaks.get(random.nextInt(4)));
        }
        return lines;
    }

    private static String seedText(SplittableRandom random) {
        return Integer.toString(random.nextInt(1000), 36);
    }

    private static List<String> edited(SplittableRandom random, List<String> base, String who) {
        var lines = new ArrayList<>(base);
        for (int i = 0, count = 1 + random.nextInt(3); i < count; i++) {
            int at = random.nextInt(lines.size() + 1);
            if (random.nextBoolean() || at == lines.size()) {
                lines.add(at, who + i + ": " + seedText(random) + "\n");
            } else {
                lines.set(at, who + i + ": changed\n");
            }
        }
        return lines;
    }
}
