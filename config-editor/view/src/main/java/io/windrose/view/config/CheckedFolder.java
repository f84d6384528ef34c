package io.windrose.view.config;

import io.windrose.config.ConfigSnapshot;
import io.windrose.kernel.Problem;
import io.windrose.session.edit.Diagnosis;
import io.windrose.session.edit.Draft;
import io.windrose.session.edit.EditedFile;
import io.windrose.session.edit.Finding;
import io.windrose.session.edit.FolderAnalysis;
import io.windrose.session.edit.FolderDiagnosis;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// All that follows from one state of the files with their drafts.
///
/// @param open of the draft that lay open
record CheckedFolder(FolderDiagnosis found, Optional<CheckedDraft> open) {

    /// What is checked.
    ///
    /// @param texts of all files, as they are or would be with their drafts
    /// @param open the draft that lies open; its text is among them
    record Question(SortedMap<Path, String> texts, Optional<Draft> open, ConfigSnapshot applied) {}

    /// Takes milliseconds for each hundred lines that changed, and for each hundred objects.
    static CheckedFolder of(Question asked, FolderAnalysis analysis) {
        synchronized (analysis) { // so that nobody asks about other texts in between
            var found = analysis.check(asked.texts, asked.applied);
            return new CheckedFolder(
                    found,
                    asked.open.map(draft ->
                            new CheckedDraft(
                                    draft,
                                    found.of(draft.file()),
                                    draft.diff(),
                                    analysis.leftBehind(
                                            draft.file(),
                                            Draft.of(draft.file(), draft.base()).text()))));
        }
    }

    /// What cannot be checked cannot be applied.
    static CheckedFolder not(Question asked, Problem bug) {
        if (asked.open.isEmpty()) {
            return new CheckedFolder(FolderDiagnosis.NOTHING, Optional.empty());
        }
        var draft = asked.open.get();
        var finding = new Finding(bug, 0, draft.text().length(), List.of());
        var diagnosis = new Diagnosis(draft.text(), List.of(), List.of(finding));
        var file = new EditedFile(draft.file(), Optional.of(draft.text()), List.of(), List.of(bug));
        return new CheckedFolder(
                new FolderDiagnosis(
                        new TreeMap<>(Map.of(draft.file(), diagnosis)),
                        new TreeMap<>(Map.of(draft.file(), file)),
                        Map.of()),
                Optional.of(new CheckedDraft(draft, diagnosis, List.of(), List.of())));
    }
}
