package io.windrose.view.config;

import io.windrose.kernel.Problem;
import io.windrose.session.edit.EditedFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What is known of the folder that is edited.
public sealed interface Folder {

    /// Nothing has been read yet.
    record Reading() implements Folder {}

    record Unreadable(List<Problem> problems) implements Folder {
        public Unreadable {
            problems = List.copyOf(problems);
        }
    }

    /// @param files in the order of their paths; may be empty
    /// @param unseen what kept some of the folder from being read; mostly empty
    record Files(List<EditedFile> files, List<Problem> unseen) implements Folder {
        public Files {
            files = List.copyOf(files);
            unseen = List.copyOf(unseen);
        }
    }

    /// Empty until it has been read.
    default List<EditedFile> all() {
        return this instanceof Files(var files, _) ? files : List.of();
    }

    default boolean has(Path file) {
        return find(file).isPresent();
    }

    default Optional<EditedFile> find(Path file) {
        return all().stream().filter(one -> one.file().equals(file)).findFirst();
    }
}
