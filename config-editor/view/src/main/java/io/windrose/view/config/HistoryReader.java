package io.windrose.view.config;

import io.windrose.config.file.JournalEntry;
import io.windrose.session.EditedFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Reads what was written to the folder from here, one reading at a time: an older answer never
/// takes the place of a newer one.
///
/// Confined to the owner of the view model.
final class HistoryReader {
    private final EditedFolder folder;
    private final Aside aside;
    private final Supplier<Optional<Path>> open;
    private final ReadOnlyObjectWrapper<List<JournalEntry>> entries =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Path>> deleted =
            new ReadOnlyObjectWrapper<>(List.of());
    private boolean reading;
    private boolean again;

    /// @param open the file that lies open at the time of asking
    HistoryReader(EditedFolder folder, Aside aside, Supplier<Optional<Path>> open) {
        this.folder = folder;
        this.aside = aside;
        this.open = open;
    }

    /// What was written to the open file, newest first.
    ReadOnlyObjectProperty<List<JournalEntry>> entriesProperty() {
        return entries.getReadOnlyProperty();
    }

    /// Files that were deleted from here lately.
    ReadOnlyObjectProperty<List<Path>> deletedProperty() {
        return deleted.getReadOnlyProperty();
    }

    void read() {
        if (reading) {
            again = true;
            return;
        }
        reading = true;
        var file = open.get();
        aside.run(
                "Reading the history",
                () -> History.read(folder, file),
                found -> onRead(file, found),
                _ -> end());
    }

    /// What is shown is of a file that does not lie open any more.
    void clear() {
        entries.set(List.of());
    }

    private void onRead(Optional<Path> file, History found) {
        if (!again) {
            deleted.set(found.deleted());
            if (open.get().equals(file)) {
                entries.set(found.ofFile());
            }
        }
        end();
    }

    private void end() {
        reading = false;
        if (again) {
            again = false;
            read();
        }
    }
}
