package io.windrose.config.file;

import io.windrose.config.ConfigChange;
import io.windrose.config.decode.Decoded;
import io.windrose.config.decode.Decoder;
import io.windrose.config.resource.ResourceId;
import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import io.windrose.kernel.Severity;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Compares a directory with what it held at the last look, and reads what differs.
///
/// Hidden entries are passed over: editors and Kubernetes keep their own copies there. Confined to
/// the thread of its source.
final class FileScan {
    private static final int MAX_DEPTH = 32;

    private final String source;
    private final Path root;
    private final SortedMap<String, Stamp> known = new TreeMap<>();
    private final Decoder decoder;

    FileScan(String source, Path root) {
        this.source = source;
        this.root = root;
        decoder = new Decoder(source, Severity.WARNING);
    }

    /// @param touched files that are read again even if they look the same
    Look look(Set<Path> touched) {
        var found = new TreeMap<String, Path>();
        var stamps = new TreeMap<String, Stamp>();
        var directories = new ArrayList<Path>();
        var failures = new TreeMap<String, IOException>();
        walk(found, stamps, directories, failures);

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
        failures.keySet().forEach(path -> known.putIfAbsent(path, Stamp.FAILED));
        return new Look(changes, directories, !failures.isEmpty());
    }

    /// @param directories all that were seen, the root first
    /// @param troubled whether a part could not be looked at
    record Look(List<ConfigChange> changes, List<Path> directories, boolean troubled) {}

    private void walk(
            SortedMap<String, Path> found,
            SortedMap<String, Stamp> stamps,
            List<Path> directories,
            SortedMap<String, IOException> failures) {
        var visitor =
                new SimpleFileVisitor<Path>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attrs) {
                        if (!dir.equals(root) && hidden(dir)) {
                            return FileVisitResult.SKIP_SUBTREE;
                        }
                        directories.add(dir);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attrs) {
                        if (attrs.isRegularFile() && isConfig(file)) {
                            found.put(name(file), file);
                            stamps.put(name(file), Stamp.of(attrs));
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException error) {
                        if (!hidden(file)) {
                            failures.put(name(file), error);
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(
                            Path dir, @Nullable IOException error) {
                        if (error != null) {
                            failures.put(name(dir), error);
                        }
                        return FileVisitResult.CONTINUE;
                    }
                };
        try {
            Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), MAX_DEPTH, visitor);
        } catch (IOException error) {
            failures.put("", error);
        }
    }

    private ConfigChange read(String path, Path file) {
        return switch (parse(file)) {
            case Result.Err<YamlFile>(var problems) ->
                    new ConfigChange.Unreadable(source, path, problems);
            case Result.Ok<YamlFile>(var yaml, _) -> {
                var decoded = decoder.decode(yaml);
                yield new ConfigChange.Put(
                        source,
                        path,
                        decoded.stream().flatMap(one -> one.resource().stream()).toList(),
                        broken(decoded),
                        decoded.stream().flatMap(one -> one.problems().stream()).toList());
            }
        };
    }

    static Result<YamlFile> parse(Path file) {
        try {
            long size = Files.size(file);
            if (size > YamlFile.MAX_BYTES) {
                return Result.err(YamlFile.tooLarge(file.toString(), size));
            }
            return YamlFile.parse(file.toString(), Files.readAllBytes(file));
        } catch (IOException error) {
            return Result.err(FileProblems.unreadable(file, error));
        }
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

    private static boolean hidden(Path path) {
        var name = path.getFileName();
        return name != null && name.toString().startsWith(".");
    }

    static boolean isConfig(Path file) {
        var name = file.getFileName().toString();
        return !hidden(file)
                && (name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json"));
    }

    /// With `/` on every system, so that the order of paths is the same on all.
    private String name(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    /// What tells one state of a file from another without reading it.
    ///
    /// @param key the inode where the system has one, so that a replaced file is seen
    private record Stamp(long size, long modifiedNanos, String key) {
        static final Stamp FAILED = new Stamp(-1, -1, "");

        static Stamp of(BasicFileAttributes attrs) {
            return new Stamp(
                    attrs.size(),
                    attrs.lastModifiedTime().to(TimeUnit.NANOSECONDS),
                    String.valueOf(attrs.fileKey()));
        }
    }
}
