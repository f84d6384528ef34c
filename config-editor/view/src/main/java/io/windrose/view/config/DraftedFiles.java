package io.windrose.view.config;

import io.windrose.config.ConfigSnapshot;
import io.windrose.session.edit.Draft;
import io.windrose.session.edit.EditedFile;
import io.windrose.session.edit.FolderAnalysis;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The files of the folder as they would be with their drafts, and what is read of each draft.
///
/// Confined to the owner of the view model, where no text is parsed: drafts are read when they are
/// checked.
final class DraftedFiles {
    private final Drafts drafts;
    private final SortedMap<Path, EditedFile> checked = new TreeMap<>();
    private final ReadOnlyObjectWrapper<List<EditedFile>> files =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Path>> changed =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Path>> gone = new ReadOnlyObjectWrapper<>(List.of());
    private final FolderAnalysis analysis = new FolderAnalysis();
    private Folder folder = new Folder.Reading();

    DraftedFiles(Drafts drafts) {
        this.drafts = drafts;
    }

    /// In the order of their paths; empty until the folder is read.
    ReadOnlyObjectProperty<List<EditedFile>> property() {
        return files.getReadOnlyProperty();
    }

    /// Those whose draft differs from what they hold.
    ReadOnlyObjectProperty<List<Path>> changedProperty() {
        return changed.getReadOnlyProperty();
    }

    /// Those of them that are not found in the folder any more.
    ReadOnlyObjectProperty<List<Path>> goneProperty() {
        return gone.getReadOnlyProperty();
    }

    /// What checks a draft beside the other files; on any thread.
    Supplier<CheckedDraft> checking(Draft draft, ConfigSnapshot applied) {
        var beside = files.get();
        return () -> CheckedDraft.of(draft, applied, beside, analysis);
    }

    /// Takes over what the check of a draft read.
    void put(EditedFile file) {
        checked.put(file.file(), file);
        lay();
    }

    void follow(Folder found) {
        folder = found;
        lay();
        tally();
    }

    /// Tells which drafts differ; to be called after one did or no longer does.
    void tally() {
        changed.set(drafts.changed());
        gone.set(
                folder instanceof Folder.Reading
                        ? List.of()
                        : changed.get().stream()
                                .filter(file -> !folder.has(file) && !drafts.isFresh(file))
                                .toList());
    }

    /// Lays what is known of the drafts over the files; to be called after drafts came or went.
    void lay() {
        var known =
                folder.all().stream()
                        .map(file ->
                                drafts.isChanged(file.file())
                                        ? checked.getOrDefault(file.file(), file).orAsIn(file)
                                        : file);
        var fresh =
                drafts.fresh().stream()
                        .filter(file -> !folder.has(file))
                        .flatMap(file -> Optional.ofNullable(checked.get(file)).stream());
        files.set(
                Stream.concat(known, fresh)
                        .sorted(Comparator.comparing(EditedFile::file))
                        .toList());
    }

    /// The object of a draft at a line, from 1, as `Kind namespace/name`; empty where none stands,
    /// or is known yet.
    String objectAt(Draft draft, int line) {
        return read(draft).flatMap(file -> file.at(line)).map(EditedFile.Entry::label).orElse("");
    }

    /// The one object that a draft changes, makes or takes away, as `Kind namespace/name`; empty
    /// where there are several, or none is known.
    String subject(Draft draft) {
        var nothing = new EditedFile(draft.file(), Optional.empty(), List.of(), List.of());
        var before = folder.find(draft.file()).orElse(nothing);
        var differing = read(draft).map(file -> file.differingFrom(before)).orElse(List.of());
        return differing.size() == 1 ? differing.getFirst() : "";
    }

    /// What is read of exactly that text.
    private Optional<EditedFile> read(Draft draft) {
        return Stream.concat(
                        Optional.ofNullable(checked.get(draft.file())).stream(),
                        folder.find(draft.file()).stream())
                .filter(file -> file.text().map(draft::with).equals(Optional.of(draft)))
                .findFirst();
    }
}
