package io.windrose.view.config;

import io.windrose.kernel.Result;
import io.windrose.session.edit.Conflict;
import io.windrose.session.edit.Draft;
import io.windrose.session.edit.EditedFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.function.Function;

/// What a person does to drafts. The last step that took something away can be undone as long as
/// nothing was done since.
///
/// Confined to the owner of the view model.
final class DraftSteps {
    private final Workbench bench;

    DraftSteps(Workbench bench) {
        this.bench = bench;
    }

    /// Takes over what stands in the editor now.
    void type(String text) {
        bench.deskProperty()
                .get()
                .openDraft()
                .filter(draft -> !draft.text().equals(text))
                .ifPresent(draft -> {
                    bench.drafts().put(draft.with(text));
                    bench.turn(new Phase.Idle());
                    bench.layOpen();
                });
    }

    /// @param line from 1, of the object that is taken out of the open draft
    void remove(int line) {
        bench.deskProperty()
                .get()
                .openDraft()
                .filter(draft -> !draft.text().isBlank())
                .ifPresent(draft -> {
                    var object = bench.files().objectAt(draft, line);
                    switch (EditedFile.of(draft.file(), draft.text()).without(line)) {
                        case Result.Ok<String>(var text, _) -> {
                            type(text);
                            bench.turn(new Phase.Removed(draft, object));
                        }
                        case Result.Err<String>(var problems) ->
                                bench.turn(new Phase.Refused(problems));
                    }
                });
    }

    void discard(Path file) {
        bench.drafts()
                .discard(file, !bench.folderProperty().get().has(file))
                .ifPresent(draft -> {
                    bench.turn(new Phase.Discarded(draft));
                    bench.layAgain(file);
                    bench.files().lay();
                });
    }

    /// Changes several drafts in one step; those that were changed since stay.
    ///
    /// @param before the texts that the new ones were made of
    /// @param what was done, as an order
    void redraft(Map<Path, String> before, Map<Path, String> after, String what) {
        var changed = new ArrayList<Draft>();
        after.forEach((file, text) ->
                bench.draft(file)
                        .openDraft()
                        .filter(draft -> draft.text().equals(before.get(file)))
                        .ifPresent(draft -> {
                            changed.add(draft);
                            bench.drafts().put(draft.with(text));
                        }));
        if (!changed.isEmpty()) {
            bench.layOpen();
            bench.files().lay();
            bench.files().tally();
            bench.turn(new Phase.Repaired(changed, what));
            bench.checkNow();
        }
    }

    void bringBack() {
        var lost = bench.phaseProperty().get().lost();
        if (!lost.isEmpty()) {
            bench.turn(new Phase.Idle());
            lost.forEach(bench.drafts()::put);
            bench.layAgain(bench.deskProperty().get().openFile().orElse(lost.getFirst().file()));
            bench.refresh();
        }
    }

    /// Ends the conflict that lies open, if one does.
    void settle(Function<Conflict, Draft> choice) {
        if (bench.deskProperty().get() instanceof Desk.InConflict(var conflict)) {
            var draft = choice.apply(conflict);
            bench.drafts().settle(draft);
            bench.layAnew(new Desk.Editing(draft));
        }
    }
}
