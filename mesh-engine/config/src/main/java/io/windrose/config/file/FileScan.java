package io.windrose.config.file;

import io.windrose.config.ConfigChange;
import io.windrose.config.decode.Decoded;
import io.windrose.config.decode.Decoder;
import io.windrose.config.resource.ResourceId;
import io.windrose.config.tree.FileProblems;
import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import io.windrose.kernel.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Compares a directory with what it held at the last look, and reads what differs.
///
/// Confined to the thread of its source.
final class FileScan {
    private final String source;
    private final Path root;
    private final SortedMap<String, DirectoryWalk.Stamp> known = new TreeMap<>();
    private final Decoder decoder;

    FileScan(String source, Path root) {
        this.source = source;
        this.root = root;
        decoder = new Decoder(source, Severity.WARNING);
    }

    /// @param touched files that are read again even if they look the same
    Look look(Set<Path> touched) {
        var walk = DirectoryWalk.of(root);
        var found = walk.files();
        var failures = walk.failures();
        var stamps = walk.stamps();

        var changes = new ArrayList<ConfigChange>();
        found.forEach((path, file) -> {
            var stamp = stamps.get(path);
            if (!Objects.equals(known.get(path), stamp) || touched.contains(file)) {
                changes.add(read(path, file));
            }
        });
        for (var path : List.copyOf(known.keySet())) {
            if (!found.containsKey(path)) {
                changes.add(gone(path, failures));
            }
        }
        failures.forEach((path, error) -> {
            if (!known.containsKey(path)) {
                changes.add(
                        new ConfigChange.Unreadable(
                                source,
                                path,
                                List.of(FileProblems.unreadable(root.resolve(path), error))));
            }
        });
        known.keySet().removeIf(path -> !found.containsKey(path) && !under(path, failures));
        known.putAll(stamps);
        failures.keySet().forEach(path -> known.putIfAbsent(path, DirectoryWalk.Stamp.FAILED));
        return new Look(changes, walk.directories(), !failures.isEmpty());
    }

    /// @param directories all that were seen, the root first
    /// @param troubled whether a part could not be looked at
    record Look(List<ConfigChange> changes, List<Path> directories, boolean troubled) {}

    private ConfigChange read(String path, Path file) {
        return switch (YamlFile.read(file)) {
            case Result.Err<YamlFile>(var problems) ->
                    new ConfigChange.Unreadable(source, path, problems);
            case Result.Ok<YamlFile>(var yaml, _) -> {
                var decoded = decoder.decodeObjects(yaml);
                yield new ConfigChange.Put(
                        source,
                        path,
                        decoded.stream().flatMap(one -> one.resource().stream()).toList(),
                        broken(decoded),
                        decoded.stream().flatMap(one -> one.problems().stream()).toList());
            }
        };
    }

    private static Set<ResourceId> broken(List<Decoded> decoded) {
        return decoded.stream()
                .filter(one -> !one.valid())
                .map(Decoded::id)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    /// A file that is no longer found is gone, unless it lies where nobody can look now.
    private ConfigChange gone(String path, SortedMap<String, IOException> failures) {
        var failure =
                failures.entrySet().stream()
                        .filter(entry -> contains(entry.getKey(), path))
                        .findFirst();
        if (failure.isEmpty()) {
            return new ConfigChange.Removed(source, path);
        }
        Problem problem =
                FileProblems.unreadable(
                        root.resolve(failure.get().getKey()), failure.get().getValue());
        return new ConfigChange.Unreadable(source, path, List.of(problem));
    }

    private static boolean under(String path, SortedMap<String, IOException> failures) {
        return failures.keySet().stream().anyMatch(failed -> contains(failed, path));
    }

    private static boolean contains(String directory, String path) {
        return directory.isEmpty() || path.equals(directory) || path.startsWith(directory + "/");
    }
}
