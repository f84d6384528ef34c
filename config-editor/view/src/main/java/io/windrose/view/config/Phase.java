package io.windrose.view.config;

import io.windrose.config.file.FileEdit;
import io.windrose.config.file.JournalEntry;
import io.windrose.kernel.Problem;
import io.windrose.session.edit.Draft;
import io.windrose.session.edit.Referrer;
import java.util.List;

/// How far a draft is on its way into its file.
public sealed interface Phase {

    record Idle() implements Phase {}

    /// The person is asked; nothing is written yet.
    ///
    /// @param objects that the edit changes, makes or takes away, `Kind namespace/name`
    /// @param leftBehind who still names objects that it takes away
    record Asking(FileEdit edit, List<String> objects, List<Referrer> leftBehind) implements Phase {
        public Asking {
            objects = List.copyOf(objects);
            leftBehind = List.copyOf(leftBehind);
        }
    }

    /// The person is asked about all drafts at once; nothing is written yet.
    ///
    /// @param edits one for each file; never empty
    record AskingAll(List<FileEdit> edits) implements Phase {
        public AskingAll {
            edits = List.copyOf(edits);
        }
    }

    /// @param edits one for each file; never empty
    record Applying(List<FileEdit> edits) implements Phase {
        public Applying {
            edits = List.copyOf(edits);
        }
    }

    /// @param entry as the history has it; marked when it was taken back
    record Written(JournalEntry entry) implements Phase {}

    /// What came of several drafts.
    ///
    /// @param entries of the files that were written, as the history has them
    /// @param problems of the others, whose drafts stay; mostly none
    record WrittenAll(List<JournalEntry> entries, List<Problem> problems) implements Phase {
        public WrittenAll {
            entries = List.copyOf(entries);
            problems = List.copyOf(problems);
        }
    }

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

    /// Problems were repaired in drafts.
    ///
    /// @param drafts as they were, so that they can be brought back; never empty
    /// @param what was done, e.g. `Change to timeout`
    record Repaired(List<Draft> drafts, String what) implements Phase {
        public Repaired {
            drafts = List.copyOf(drafts);
        }
    }

    /// The drafts that the last step took away, as they were; mostly none.
    default List<Draft> lost() {
        return switch (this) {
            case Discarded(var draft) -> List.of(draft);
            case Removed(var draft, _) -> List.of(draft);
            case Repaired(var drafts, _) -> drafts;
            case Idle _,
                    Asking _,
                    AskingAll _,
                    Applying _,
                    Written _,
                    WrittenAll _,
                    Refused _,
                    DryRun _ ->
                    List.of();
        };
    }
}
