package io.windrose.sandbox;

import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// The YAML that the sandbox's user may edit: how Bookinfo is reached and how reviews is divided.
final class DemoConfig {
    private static final List<String> FILES = List.of("gateway.yaml", "reviews.yaml");

    private DemoConfig() {}

    /// Puts the demo's files into a folder that holds nothing yet; leaves any other as it is.
    ///
    /// All files are complete under other names before the first gets its own: who is killed in
    /// between leaves none that is half written, and the next call finishes the work.
    ///
    /// @param folder made when it does not exist
    static Result<Path> fillIfEmpty(Path folder) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            return unusable(folder, "it is not a directory");
        }
        try {
            Files.createDirectories(folder);
            if (isEmpty(folder)) {
                for (var file : FILES) {
                    Files.writeString(pending(folder, file), text(file));
                }
            }
            boolean begun = FILES.stream().map(folder::resolve).anyMatch(Files::exists);
            for (var file : FILES) {
                var complete = pending(folder, file);
                if (Files.exists(complete) && (begun || isEmpty(folder))) {
                    Files.move(complete, folder.resolve(file), StandardCopyOption.ATOMIC_MOVE);
                    begun = true;
                }
            }
            return Result.ok(folder);
        } catch (FileSystemException failure) {
            var reason = failure.getReason();
            return unusable(folder, reason == null ? "it cannot be made or read" : reason);
        } catch (IOException failure) {
            return unusable(folder, failure.toString());
        }
    }

    private static Result<Path> unusable(Path folder, String reason) {
        return Result.err(
                Problem.error(
                        "MESH1601",
                        Place.inFile(folder.toString()),
                        "cannot be used as the configuration folder: "
                                + reason
                                + "; name a folder that can be read and written"));
    }

    private static Path pending(Path folder, String file) {
        return folder.resolve("." + file + ".new");
    }

    /// Whether it holds nothing, or nothing but what an earlier call has left unfinished.
    private static boolean isEmpty(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            var unfinished = FILES.stream().map(file -> pending(folder, file)).toList();
            return files.allMatch(unfinished::contains);
        }
    }

    private static String text(String file) {
        try (var stream = DemoConfig.class.getResourceAsStream("bookinfo/" + file)) {
            if (stream == null) {
                throw new IllegalStateException("bookinfo/" + file + " is not on the class path");
            }
            return new String(stream.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
