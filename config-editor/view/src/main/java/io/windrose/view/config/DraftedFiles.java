package io.windrose.view.config;

import io.windrose.session.edit.Draft;
import io.windrose.session.edit.EditedFile;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
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

    /// Of all files that can be read, as they would be with their drafts; with plain line breaks.
    SortedMap<Path, String> texts() {
        var texts = new TreeMap<Path, String>();
        for (var file : folder.all()) {
            file.text().ifPresent(text -> texts.put(file.file(), plain(text)));
        }
        drafts.changed()
                .forEach(file ->
                        drafts.desk(file)
                                .openDraft()
                                .ifPresent(draft -> texts.put(file, draft.text())));
        return texts;
    }

    /// Takes over what a check read.
    void put(SortedMap<Path, EditedFile> read) {
        checked.putAll(read);
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
                                        : asChecked(file));
        var fresh =
                drafts.fresh().stream()
                        .filter(file -> !folder.has(file))
                        .flatMap(file -> Optional.ofNullable(checked.get(file)).stream());
        files.set(
                Stream.concat(known, fresh)
                        .sorted(Comparator.comparing(EditedFile::file))
                        .toList());
    }

    /// With everything counted that is known of this text.
    private EditedFile asChecked(EditedFile file) {
        return Optional.ofNullable(checked.get(file.file()))
                .filter(one -> one.text().equals(file.text().map(DraftedFiles::plain)))
                .orElse(file);
    }

    private static String plain(String text) {
        return Draft.of(Path.of(""), text).text();
    }

    /// The object of a draft at a line, from 1, as `Kind namespace/name`; empty where none stands,
    /// or is known yet.
    String objectAt(Draft draft, int line) {
        return read(draft).flatMap(file -> file.at(line)).map(EditedFile.Entry::label).orElse("");
    }

    /// The objects that a draft changes, makes or takes away, as `Kind namespace/name`; empty where
    /// none is known.
    List<String> subjects(Draft draft) {
        var nothing = new EditedFile(draft.file(), Optional.empty(), List.of(), List.of());
        var before = folder.find(draft.file()).orElse(nothing);
        return read(draft).map(file -> file.differingFrom(before)).orElse(List.of());
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
