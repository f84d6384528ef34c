package io.windrose.workspace.session;

import io.windrose.config.ConfigSnapshot;
import io.windrose.kernel.Owner;
import io.windrose.kernel.Result;
import io.windrose.session.EditedFolder;
import io.windrose.session.edit.Draft;
import io.windrose.session.edit.EditedFile;
import io.windrose.session.edit.FolderAnalysis;
import io.windrose.session.edit.FolderDiagnosis;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What is wrong with the files of a folder as they are written, one look at a time: who asks
/// during a look gets another one.
///
/// Confined to an owner.
final class FolderFindings {
    private final EditedFolder files;
    private final FolderAnalysis analysis;
    private final Supplier<ConfigSnapshot> applied;
    private final Owner owner;
    private final Executor aside;
    private final Consumer<FolderDiagnosis> then;
    private FolderDiagnosis newest = FolderDiagnosis.NOTHING;
    private boolean looking;
    private boolean again;

    /// @param aside runs what reads files
    /// @param then gets what differs from the look before, on the owner
    FolderFindings(
            EditedFolder files,
            FolderAnalysis analysis,
            Supplier<ConfigSnapshot> applied,
            Owner owner,
            Executor aside,
            Consumer<FolderDiagnosis> then) {
        this.files = files;
        this.analysis = analysis;
        this.applied = applied;
        this.owner = owner;
        this.aside = aside;
        this.then = then;
    }

    FolderDiagnosis newest() {
        return newest;
    }

    /// To be called on the owner whenever the files may have changed.
    void look() {
        if (looking) {
            again = true;
            return;
        }
        looking = true;
        aside.execute(() -> {
            var found = found();
            owner.execute(() -> onFound(found));
        });
    }

    private FolderDiagnosis found() {
        return switch (files.files()) {
            case Result.Err<List<EditedFile>> _ -> FolderDiagnosis.NOTHING;
            case Result.Ok<List<EditedFile>>(var all, _) -> {
                var texts = new TreeMap<Path, String>();
                all.forEach(file ->
                        file.text()
                                .ifPresent(text ->
                                        texts.put(
                                                file.file(), Draft.of(file.file(), text).text())));
                yield analysis.check(texts, applied.get());
            }
        };
    }

    private void onFound(FolderDiagnosis found) {
        looking = false;
        if (!found.equals(newest)) {
            newest = found;
            then.accept(found);
        }
        if (again) {
            again = false;
            look();
        }
    }
}
