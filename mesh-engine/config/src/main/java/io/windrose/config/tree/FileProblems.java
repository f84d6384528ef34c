package io.windrose.config.tree;

import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/// What can go wrong with files, as sentences for the user.
public final class FileProblems {
    private FileProblems() {}

    public static Problem unreadable(Path path, IOException error) {
        return Problem.error(
                "MESH0401", Place.inFile(path.toString()), "Cannot be read: " + reason(error));
    }

    public static Problem unwritable(Path path, IOException error) {
        return Problem.error(
                "MESH0402", Place.inFile(path.toString()), "Cannot be written: " + reason(error));
    }

    public static Problem changedMeanwhile(Path path) {
        return Problem.error(
                "MESH0403",
                Place.inFile(path.toString()),
                "The file has changed since it was read; nothing was written. Look at it and try"
                        + " again.");
    }

    private static String reason(IOException error) {
        return switch (error) {
            case NoSuchFileException _ -> "there is no such file or directory.";
            case AccessDeniedException _ -> "permission denied; check its owner and mode.";
            case NotDirectoryException _ -> "it is not a directory.";
            case FileSystemException system when system.getReason() != null ->
                    system.getReason() + ".";
            default -> error.getMessage() + ".";
        };
    }
}
