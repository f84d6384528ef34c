package io.windrose.config.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/// Writes a file so that whoever looks, at any moment and after any crash, sees all of the old
/// content or all of the new one.
///
/// A hidden file beside it is written and forced to the disk first, and then takes its name. A
/// crash may leave that hidden file behind, which no source reads.
public final class SafeWrite {
    private SafeWrite() {}

    /// @throws IOException when nothing was written and the old content stays
    public static void replace(Path file, byte[] content) throws IOException {
        var directory = file.toAbsolutePath().getParent();
        if (directory == null) {
            throw new FileSystemException(file.toString(), null, "is not a file");
        }
        var temporary = Files.createTempFile(directory, "." + file.getFileName(), ".tmp");
        try {
            keepMode(file, temporary);
            try (var channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                var rest = ByteBuffer.wrap(content);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            move(temporary, file);
            force(directory);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /// A directory that only the user can enter, with its missing parents.
    public static void createPrivateDirectories(Path directory) throws IOException {
        Files.createDirectories(directory, privateDirectory(directory));
    }

    static FileAttribute<?>[] privateDirectory(Path directory) {
        return onlyForTheUser(directory, "rwx------");
    }

    static FileAttribute<?>[] privateFile(Path file) {
        return onlyForTheUser(file, "rw-------");
    }

    private static FileAttribute<?>[] onlyForTheUser(Path path, String mode) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))
                }
                : new FileAttribute<?>[0];
    }

    private static void keepMode(Path file, Path temporary) throws IOException {
        var old = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        var fresh = Files.getFileAttributeView(temporary, PosixFileAttributeView.class);
        if (old != null && fresh != null) {
            try {
                fresh.setPermissions(old.readAttributes().permissions());
            } catch (NoSuchFileException _) {
                // a new file: for the user alone, as it was made
            }
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(
                    from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException _) {
            throw new FileSystemException(
                    to.toString(), null, "this file system cannot replace a file in one step");
        }
    }

    /// Makes the new name last through a loss of power, where a directory can be forced at all.
    private static void force(Path directory) {
        try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException _) {
            // Windows has no such operation and needs none
        }
    }
}
