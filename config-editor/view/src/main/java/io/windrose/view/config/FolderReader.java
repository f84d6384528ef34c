package io.windrose.view.config;

import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import io.windrose.session.EditedFolder;
import io.windrose.session.edit.EditedFile;
import java.util.List;
import java.util.function.Consumer;

/// Reads the files of the folder, one reading at a time: who asks while one runs may see a file as
/// it was before, so that another one follows.
///
/// Confined to the owner of the view model.
final class FolderReader {
    private final EditedFolder folder;
    private final Aside aside;
    private final Consumer<Folder> then;
    private Folder newest = new Folder.Reading();
    private boolean reading;
    private boolean again;

    /// @param then gets every answer on the owner
    FolderReader(EditedFolder folder, Aside aside, Consumer<Folder> then) {
        this.folder = folder;
        this.aside = aside;
        this.then = then;
    }

    void read() {
        if (reading) {
            again = true;
            return;
        }
        reading = true;
        aside.run("Reading the folder", folder::files, this::onFiles, this::onBug);
    }

    private void onFiles(Result<List<EditedFile>> answer) {
        if (again) {
            reading = false;
            again = false;
            read();
            return;
        }
        end(
                switch (answer) {
                    case Result.Err<List<EditedFile>>(var problems) ->
                            new Folder.Unreadable(problems);
                    case Result.Ok<List<EditedFile>>(var files, var unseen) ->
                            new Folder.Files(files, unseen);
                });
    }

    /// What was read before is still the best that is known.
    private void onBug(Problem bug) {
        again = false;
        end(
                newest instanceof Folder.Files(var files, _)
                        ? new Folder.Files(files, List.of(bug))
                        : new Folder.Unreadable(List.of(bug)));
    }

    private void end(Folder found) {
        reading = false;
        newest = found;
        then.accept(found);
    }
}
