package io.windrose.view.config;

import io.windrose.config.file.FileEdit;
import io.windrose.config.file.JournalEntry;
import io.windrose.kernel.Problem;
import io.windrose.session.edit.Draft;
import java.util.List;

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
}
