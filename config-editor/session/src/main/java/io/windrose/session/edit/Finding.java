package io.windrose.session.edit;

import io.windrose.config.patch.TextEdit;
import io.windrose.kernel.Problem;
import java.util.List;

/// A problem of a draft, where it stands in the draft's text, and what would repair it.
///
/// @param start offset of what is wrong, in UTF-16 units
/// @param end behind it; more than `start` unless the text is empty
/// @param fixes the likeliest first; often none
public record Finding(Problem problem, int start, int end, List<Fix> fixes) {
    public Finding {
        fixes = List.copyOf(fixes);
    }

    /// @param label what it does, as an order: `Change to timeout`
    public record Fix(String label, TextEdit edit) {}
}
