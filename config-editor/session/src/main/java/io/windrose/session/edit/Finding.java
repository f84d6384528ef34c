package io.windrose.session.edit;

import io.windrose.config.patch.TextEdit;
import io.windrose.kernel.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A problem of a draft, where it stands in the draft's text, and what would repair it.
///
/// @param start offset of what is wrong, in UTF-16 units
/// @param end behind it; more than `start` unless the text is empty
/// @param fixes the likeliest first; often none
public record Finding(Problem problem, int start, int end, List<Fix> fixes) {
    public Finding {
        fixes = List.copyOf(fixes);
    }

    /// The same with the repairs of its own file alone.
    public Finding here() {
        return new Finding(
                problem,
                start,
                end,
                fixes.stream().filter(fix -> fix.elsewhere().isEmpty()).toList());
    }

    /// @param label what it does, as an order: `Change to timeout`
    /// @param elsewhere the file whose text it edits; empty where that is the one with the problem
    public record Fix(String label, TextEdit edit, Optional<Path> elsewhere) {

        public Fix(String label, TextEdit edit) {
            this(label, edit, Optional.empty());
        }
    }
}
