package io.windrose.view.config;

import io.windrose.session.edit.Conflict;
import io.windrose.session.edit.Draft;
import io.windrose.session.edit.EditedFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The drafts of all files that were opened, kept while one looks elsewhere, and carried along when
/// a file changes under its draft.
///
/// Confined to the owner of the view model.
final class Drafts {
    private final SortedMap<Path, Draft> drafts = new TreeMap<>();
    private final SortedMap<Path, String> theirs = new TreeMap<>();

    /// A draft of that file; what it holds now when there was none.
    Desk open(EditedFile file) {
        if (file.text().isEmpty() && !drafts.containsKey(file.file())) {
            return Desk.Unreadable.of(file);
        }
        drafts.computeIfAbsent(file.file(), path -> Draft.of(path, file.text().orElse("")));
        return desk(file.file());
    }

    /// A draft of a file that is not there; what it was when there is one already.
    Desk begin(Path file) {
        drafts.computeIfAbsent(file, path -> Draft.of(path, ""));
        return desk(file);
    }

    Desk desk(Path file) {
        var draft = drafts.get(file);
        if (draft == null) {
            return new Desk.Nothing();
        }
        var changed = theirs.get(file);
        return changed == null
                ? new Desk.Editing(draft)
                : new Desk.InConflict(new Conflict(draft, changed));
    }

    void put(Draft draft) {
        drafts.put(draft.file(), draft);
    }

    /// Ends the conflict of a file, if there is one, with the draft that came out of it.
    void settle(Draft draft) {
        theirs.remove(draft.file());
        drafts.put(draft.file(), draft);
    }

    /// Takes over what the files hold now. A draft with changes is never replaced: when its file
    /// holds something else than it was made from, the two are in conflict.
    void follow(List<EditedFile> files) {
        for (var file : files) {
            file.text().ifPresent(text -> follow(file.file(), text));
        }
    }

    private void follow(Path file, String text) {
        var draft = drafts.get(file);
        if (draft == null) {
            return;
        }
        if (!draft.changed() || draft.after().equals(text)) {
            settle(Draft.of(file, text));
        } else if (draft.base().equals(text)) {
            theirs.remove(file);
        } else {
            theirs.put(file, text);
        }
    }

    /// Follows what was written from here; what was typed since stays.
    void written(Path file, String now) {
        var draft = drafts.get(file);
        if (draft != null) {
            theirs.remove(file);
            boolean same = draft.after().equals(now) || !draft.changed();
            drafts.put(file, same ? Draft.of(file, now) : draft.onto(now));
        }
    }

    /// Back to what the file holds now, or to nothing when there is no such file.
    ///
    /// @return what it was; empty when there was no draft with changes
    Optional<Draft> discard(Path file, boolean gone) {
        var before = Optional.ofNullable(drafts.get(file)).filter(Draft::changed);
        before.ifPresent(draft -> {
            settle(Draft.of(file, theirs.getOrDefault(file, draft.base())));
            if (gone) {
                drafts.remove(file);
            }
        });
        return before;
    }

    boolean isChanged(Path file) {
        return Optional.ofNullable(drafts.get(file)).map(Draft::changed).orElse(false);
    }

    /// Whether a draft was made from nothing.
    boolean isFresh(Path file) {
        return Optional.ofNullable(drafts.get(file)).map(Draft::base).orElse("-").isEmpty();
    }

    /// Files that somebody makes here.
    List<Path> fresh() {
        return changed().stream().filter(this::isFresh).toList();
    }

    List<Path> changed() {
        return drafts.keySet().stream().filter(this::isChanged).toList();
    }
}
