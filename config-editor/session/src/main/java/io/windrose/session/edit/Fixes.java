package io.windrose.session.edit;

import io.windrose.analysis.Fix;
import io.windrose.config.patch.ConfigPatch;
import io.windrose.config.patch.TextEdit;
import io.windrose.kernel.Result;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The repairs that the analysis knows, each as one edit of the text of a draft.
final class Fixes {
    private Fixes() {}

    /// @param here the file of the problem
    /// @return without those whose text cannot be edited by a program
    static List<Finding.Fix> of(List<Fix> fixes, String here) {
        return fixes.stream().flatMap(fix -> of(fix, here)).toList();
    }

    private static Stream<Finding.Fix> of(Fix fix, String here) {
        return fix.patch() instanceof Result.Ok<ConfigPatch>(var patch, _) && !patch.isEmpty()
                ? Stream.of(
                        new Finding.Fix(
                                fix.title(),
                                whole(patch),
                                patch.file().equals(here)
                                        ? Optional.empty()
                                        : Optional.of(Path.of(patch.file()))))
                : Stream.of();
    }

    private static TextEdit whole(ConfigPatch patch) {
        int start = patch.edits().getFirst().start();
        int end = patch.edits().stream().mapToInt(TextEdit::end).max().orElse(start);
        var after = patch.after();
        int tail = patch.before().length() - end;
        return new TextEdit(start, end, after.substring(start, after.length() - tail));
    }
}
