package io.windrose.config.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.config.patch.ConfigPatch;
import io.windrose.config.patch.PatchBuilder;
import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Edits chosen by chance: the tree says what was asked and nothing else, the text keeps whatever
/// the edits are not about (see [Reach]), and editing back gives the old tree.
///
/// `-Dwindrose.long=true` makes more of them.
final class EditsTest {
    private static final boolean LONG = Boolean.getBoolean("windrose.long");
    private static final int MOST_AT_ONCE = 4;

    @Test
    void editsOfTextsInAllStylesChangeWhatTheySay() {
        edit(Texts.styles(), LONG ? 20_000 : 700);
    }

    @Test
    void editsOfTextsThatPeopleWroteChangeWhatTheySay() {
        edit(Texts.corpora(LONG ? Integer.MAX_VALUE : 6_000), LONG ? 20_000 : 300);
    }

    private static void edit(List<String> texts, int times) {
        int edited = 0;
        int refused = 0;
        for (long seed = 0; edited < times; seed++) {
            var random = new SplittableRandom(seed);
            var text = Texts.varied(texts.get(random.nextInt(texts.size())), random);
            if (!(YamlFile.parse("f.yaml", text) instanceof Result.Ok<YamlFile>(var file, _))) {
                continue; // some of the corpora are not YAML on purpose
            }
            var choice = new RandomEdits(file, random);
            var edits = new ArrayList<Edit>();
            int count = random.nextInt(2) == 0 ? 1 : 1 + random.nextInt(MOST_AT_ONCE);
            for (int i = 0; i < count; i++) {
                edits.add(choice.any());
            }
            try {
                var verdict = verdict(file, edits);
                edited += verdict == Verdict.EDITED ? count : 0;
                refused += verdict == Verdict.REFUSED ? 1 : 0;
            } catch (AssertionError | RuntimeException failure) {
                throw new AssertionError(
                        "seed %d: %s in\n%s".formatted(seed, edits, text), failure);
            }
        }
        assertThat(refused).isLessThan(times / 10);
    }

    private enum Verdict {
        EDITED,
        REFUSED,
        CONTRADICTORY
    }

    private static Verdict verdict(YamlFile file, List<Edit> edits) {
        var builder = new PatchBuilder(file);
        edits.forEach(edit -> RandomEdits.apply(builder, file, edit));
        boolean contradicts = Edit.contradict(edits);
        return switch (builder.build()) {
            case Result.Err<ConfigPatch>(var problems) -> {
                var codes = problems.stream().map(Problem::code).toList();
                boolean refused = codes.contains("MESH0410");
                assertThat(refused ? Texts.isIndirect(file) : contradicts).isTrue();
                yield refused ? Verdict.REFUSED : Verdict.CONTRADICTORY;
            }
            case Result.Ok<ConfigPatch>(var patch, _) -> {
                assertThat(contradicts).isFalse();
                assertThat(Model.of(parsed(patch.after())).toString())
                        .as("after it\n%s", patch.after())
                        .isEqualTo(Model.edited(Model.of(file), edits).toString());
                if (edits.size() == 1) {
                    new Reach(file, edits.getFirst()).check(patch);
                    checkBack(file, edits.getFirst(), parsed(patch.after()));
                }
                yield Verdict.EDITED;
            }
        };
    }

    private static void checkBack(YamlFile before, Edit edit, YamlFile after) {
        Inverse.of(before, edit)
                .ifPresent(back -> {
                    var builder = new PatchBuilder(after);
                    RandomEdits.apply(builder, after, back);
                    switch (builder.build()) {
                        case Result.Err<ConfigPatch>(var problems) ->
                                throw new AssertionError(back + ": " + problems);
                        case Result.Ok<ConfigPatch>(var patch, _) ->
                                assertThat(Model.of(parsed(patch.after())).toString())
                                        .as("%s gives back\n%s", back, patch.after())
                                        .isEqualTo(Model.of(before).toString());
                    }
                });
    }

    private static YamlFile parsed(String text) {
        return switch (YamlFile.parse("f.yaml", text)) {
            case Result.Ok<YamlFile>(var file, _) -> file;
            case Result.Err<YamlFile>(var problems) ->
                    throw new AssertionError(problems + " in\n" + text);
        };
    }
}
