package io.windrose.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;

/// A folder of one run, readable by its user alone, that goes with the run.
///
/// A run that was killed cannot remove its folder; the next one does, since the folder's name holds
/// the process that owned it.
record PrivateFolder(Path path) implements AutoCloseable {
    private static final String PREFIX = "windrose-sandbox-";

    static PrivateFolder create(Path parent, long process) throws IOException {
        removeLeftovers(parent);
        var prefix = PREFIX + process + "-";
        return new PrivateFolder(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                        ? Files.createTempDirectory(
                                parent,
                                prefix,
                                PosixFilePermissions.asFileAttribute(
                                        PosixFilePermissions.fromString("rwx------")))
                        : Files.createTempDirectory(parent, prefix));
    }

    @Override
    public void close() {
        remove(path);
    }

    private static void removeLeftovers(Path parent) throws IOException {
        try (var folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (var folder : folders) {
                if (isOurs(folder) && !isAlive(folder)) {
                    remove(folder);
                }
            }
        }
    }

    private static boolean isOurs(Path folder) throws IOException {
        return Files.getOwner(folder).getName().equals(System.getProperty("user.name"));
    }

    private static boolean isAlive(Path folder) {
        var name = folder.getFileName().toString().substring(PREFIX.length());
        int dash = name.indexOf('-');
        try {
            return dash < 0
                    || ProcessHandle.of(Long.parseLong(name.substring(0, dash))).isPresent();
        } catch (NumberFormatException notOurs) {
            return true;
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (var file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
