package io.windrose.shell.window;

import java.util.List;

/// What is lost when the present mesh is left now.
///
/// @param files with a draft, as paths inside the folder
/// @param shifts routes with a draft of their split
public record Unsaved(List<String> files, List<String> shifts) {
    public static final Unsaved NONE = new Unsaved(List.of(), List.of());

    public Unsaved {
        files = List.copyOf(files);
        shifts = List.copyOf(shifts);
    }

    boolean isEmpty() {
        return count() == 0;
    }

    int count() {
        return files.size() + shifts.size();
    }
}
