package io.windrose.view.config;

import io.windrose.config.file.FileEdit;
import io.windrose.config.file.JournalEntry;
import io.windrose.kernel.Problem;
import io.windrose.session.edit.Draft;
import java.util.List;
import java.util.Optional;

/// How far a draft is on its way into its file.
public sealed interface Phase {

    record Idle() implements Phase {}

    /// The person is asked; nothing is written yet.
    record Asking(FileEdit edit) implements Phase {}

    record Applying(FileEdit edit) implements Phase {}

    /// @param entry as the history has it; marked when it was taken back
    record Written(JournalEntry entry) implements Phase {}

    record Refused(List<Problem> problems) implements Phase {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /// What applying would do, and nothing was written.
    ///
    /// @param findings in words, e.g. `no errors, 1 warning`
    record DryRun(FileEdit edit, String findings) implements Phase {}

    /// @param draft as it was, so that it can be brought back
    record Discarded(Draft draft) implements Phase {}

    /// An object was taken out of the draft.
    ///
    /// @param draft as it was, so that it can be brought back
    /// @param object `Kind namespace/name` as far as it said
    record Removed(Draft draft, String object) implements Phase {}

    /// The draft that the last step took away; empty when it took none.
    default Optional<Draft> lost() {
        return switch (this) {
            case Discarded(var draft) -> Optional.of(draft);
            case Removed(var draft, _) -> Optional.of(draft);
            case Idle _, Asking _, Applying _, Written _, Refused _, DryRun _ -> Optional.empty();
        };
    }
}
