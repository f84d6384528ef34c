package io.windrose.config.file;

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
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The YAML and JSON files below a directory, by their paths within it.
///
/// Links are followed. Hidden entries are passed over: editors and Kubernetes keep their own copies
/// there. What cannot be looked at is reported, and everything else is still found.
///
/// @param files by path, with `/` on every system so that their order is the same on all
/// @param stamps of the files
/// @param directories all that were seen, the root first
/// @param failures by path; empty text for the root
record DirectoryWalk(
        SortedMap<String, Path> files,
        SortedMap<String, Stamp> stamps,
        List<Path> directories,
        SortedMap<String, IOException> failures) {
    private static final int MAX_DEPTH = 32;

    static DirectoryWalk of(Path root) {
        var walk =
                new DirectoryWalk(
                        new TreeMap<>(), new TreeMap<>(), new ArrayList<>(), new TreeMap<>());
        try {
            Files.walkFileTree(
                    root,
                    EnumSet.of(FileVisitOption.FOLLOW_LINKS),
                    MAX_DEPTH,
                    walk.new Visitor(root));
        } catch (IOException error) {
            walk.failures.put("", error);
        }
        return walk;
    }

    /// What tells one state of a file from another without reading it.
    ///
    /// @param key the inode where the system has one, so that a replaced file is seen
    record Stamp(long size, long modifiedNanos, String key) {
        static final Stamp FAILED = new Stamp(-1, -1, "");

        static Stamp of(BasicFileAttributes attrs) {
            return new Stamp(
                    attrs.size(),
                    attrs.lastModifiedTime().to(TimeUnit.NANOSECONDS),
                    String.valueOf(attrs.fileKey()));
        }
    }

    private static boolean isConfig(Path file) {
        var name = file.getFileName().toString();
        return !hidden(file)
                && (name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json"));
    }

    private static boolean hidden(Path path) {
        var name = path.getFileName();
        return name != null && name.toString().startsWith(".");
    }

    private final class Visitor extends SimpleFileVisitor<Path> {
        private final Path root;

        Visitor(Path root) {
            this.root = root;
        }

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
                files.put(name(file), file);
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
        public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException error) {
            if (error != null) {
                failures.put(name(dir), error);
            }
            return FileVisitResult.CONTINUE;
        }

        private String name(Path file) {
            return root.relativize(file).toString().replace('\\', '/');
        }
    }
}
