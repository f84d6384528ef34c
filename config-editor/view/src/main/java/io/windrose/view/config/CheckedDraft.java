package io.windrose.view.config;

import io.windrose.config.ConfigSnapshot;
import io.windrose.config.patch.LineDiff;
import io.windrose.kernel.Problem;
import io.windrose.session.edit.Diagnosis;
import io.windrose.session.edit.Diagnostics;
import io.windrose.session.edit.Draft;
import io.windrose.session.edit.EditedFile;
import io.windrose.session.edit.Finding;
import io.windrose.session.edit.FolderAnalysis;
import java.util.List;
import java.util.Optional;

/// All that follows from one state of a draft.
///
/// @param file the objects that would stand in it
record CheckedDraft(Diagnosis diagnosis, List<LineDiff.Line> difference, EditedFile file) {

    /// Takes milliseconds for each hundred lines.
    ///
    /// @param beside the files of the folder
    static CheckedDraft of(
            Draft draft, ConfigSnapshot applied, List<EditedFile> beside, FolderAnalysis analysis) {
        var alone = Diagnostics.of(draft.file(), draft.text(), applied);
        var diagnosis = analysis.complete(draft.file(), alone, beside);
        var file = EditedFile.of(draft.file(), draft.text());
        return new CheckedDraft(diagnosis, draft.diff(), file.with(diagnosis.findings()));
    }

    /// What cannot be checked cannot be applied.
    static CheckedDraft not(Draft draft, Problem bug) {
        var finding = new Finding(bug, 0, draft.text().length(), List.of());
        var file = new EditedFile(draft.file(), Optional.of(draft.text()), List.of(), List.of(bug));
        return new CheckedDraft(
                new Diagnosis(draft.text(), List.of(), List.of(finding)), List.of(), file);
    }
}
