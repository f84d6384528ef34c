package io.windrose.view.config;

import io.windrose.session.edit.FolderAnalysis;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Checks the files with their drafts, one check at a time: who asks while one runs has a newer
/// state in mind, so that another one follows.
///
/// Confined to the owner of the view model.
final class FolderCheck {
    private final Aside aside;
    private final FolderAnalysis analysis;
    private final Supplier<CheckedFolder.Question> asked;
    private final Consumer<CheckedFolder> then;
    private boolean checking;
    private boolean again;

    /// @param asked called when a check begins
    /// @param then gets every answer on the owner
    FolderCheck(
            Aside aside,
            FolderAnalysis analysis,
            Supplier<CheckedFolder.Question> asked,
            Consumer<CheckedFolder> then) {
        this.aside = aside;
        this.analysis = analysis;
        this.asked = asked;
        this.then = then;
    }

    void check() {
        if (checking) {
            again = true;
            return;
        }
        checking = true;
        var question = asked.get();
        aside.run(
                "Checking the draft",
                () -> CheckedFolder.of(question, analysis),
                this::end,
                bug -> end(CheckedFolder.not(question, bug)));
    }

    private void end(CheckedFolder answer) {
        checking = false;
        then.accept(answer);
        if (again) {
            again = false;
            check();
        }
    }
}
