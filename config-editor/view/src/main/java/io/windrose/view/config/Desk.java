package io.windrose.view.config;

import io.windrose.kernel.Problem;
import io.windrose.session.edit.Conflict;
import io.windrose.session.edit.Draft;
import io.windrose.session.edit.EditedFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What lies open on the screen.
public sealed interface Desk {

    /// Nothing has been chosen.
    record Nothing() implements Desk {}

    record Editing(Draft draft) implements Desk {}

    /// The file was changed by somebody else while there was a draft of it.
    record InConflict(Conflict conflict) implements Desk {}

    /// The file cannot be read, so that there is no text to show.
    record Unreadable(Path file, List<Problem> problems) implements Desk {
        public Unreadable {
            problems = List.copyOf(problems);
        }

        static Unreadable of(EditedFile file) {
            return new Unreadable(file.file(), file.problems());
        }
    }

    default Optional<Path> openFile() {
        return switch (this) {
            case Nothing _ -> Optional.empty();
            case Editing(var draft) -> Optional.of(draft.file());
            case InConflict(var conflict) -> Optional.of(conflict.file());
            case Unreadable(var file, _) -> Optional.of(file);
        };
    }

    /// Empty while there is none, or while it waits for a decision.
    default Optional<Draft> openDraft() {
        return this instanceof Editing(var draft) ? Optional.of(draft) : Optional.empty();
    }
}
