package io.windrose.session.edit;

import io.windrose.kernel.Severity;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What is to be said about one state of all files of a folder.
///
/// @param files those that could be read, in the order of their paths
/// @param read the same files with everything counted that is known of their objects
/// @param reach whom the objects with an error or a warning are about, by `Kind namespace/name`
public record FolderDiagnosis(
        SortedMap<Path, Diagnosis> files,
        SortedMap<Path, EditedFile> read,
        Map<String, Reach> reach) {
    public static final FolderDiagnosis NOTHING =
            new FolderDiagnosis(new TreeMap<>(), new TreeMap<>(), Map.of());

    public FolderDiagnosis {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        reach = Map.copyOf(reach);
        read = Collections.unmodifiableSortedMap(new TreeMap<>(read));
    }

    /// Empty for a file that is not there.
    public Diagnosis of(Path file) {
        return files.getOrDefault(file, Diagnosis.NOTHING);
    }

    /// By file and place.
    public List<Finding> findings() {
        return files.values().stream().flatMap(one -> one.findings().stream()).toList();
    }

    public long count(Severity severity) {
        return files.values().stream().mapToLong(one -> one.count(severity)).sum();
    }
}
