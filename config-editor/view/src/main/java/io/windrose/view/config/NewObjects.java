package io.windrose.view.config;

import io.windrose.session.edit.Documents;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The question about a new object, and the way of its answer into a draft.
///
/// Confined to the owner of the view model.
final class NewObjects {
    private final Path folder;
    private final Workbench bench;
    private final ReadOnlyObjectWrapper<Optional<NewObject>> asked =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param folder that relative names of files are meant in
    NewObjects(Path folder, Workbench bench) {
        this.folder = folder;
        this.bench = bench;
    }

    /// Empty while nobody makes one.
    ReadOnlyObjectProperty<Optional<NewObject>> askedProperty() {
        return asked.getReadOnlyProperty();
    }

    void ask() {
        asked.set(
                Optional.of(
                        new NewObject(
                                folder,
                                bench.files().property().get(),
                                file -> bench.drafts().desk(file) instanceof Desk.InConflict,
                                namespaceHere(),
                                this::add)));
    }

    void leave() {
        asked.set(Optional.empty());
    }

    /// Puts a document at the end of a file's draft, and shows it; the file need not be there.
    private void add(Path file, String document) {
        bench.turn(new Phase.Idle());
        var drafts = bench.drafts();
        var before =
                bench.folderProperty()
                        .get()
                        .find(file)
                        .map(drafts::open)
                        .orElseGet(() -> drafts.begin(file));
        before.openDraft()
                .ifPresent(draft -> drafts.put(draft.with(Documents.with(draft.text(), document))));
        var after = drafts.desk(file);
        int lines = after.openDraft().map(draft -> (int) draft.text().lines().count()).orElse(0);
        bench.lay(file, after, lines - (int) document.lines().count() + 1, 1);
        bench.files().lay();
        leave();
    }

    private String namespaceHere() {
        return bench.diagnosisProperty().get().objects().stream()
                .map(id -> id.name().namespace())
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElse("default");
    }
}
