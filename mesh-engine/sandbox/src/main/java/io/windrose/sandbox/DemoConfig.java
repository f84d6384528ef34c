package io.windrose.sandbox;

import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The YAML that the sandbox's user may edit: how Bookinfo is reached and how reviews is divided.
final class DemoConfig {
    private static final List<String> FILES = List.of("gateway.yaml", "reviews.yaml");

    private DemoConfig() {}

    /// Puts the demo's files into a folder that holds nothing yet; leaves any other as it is.
    ///
    /// @param folder made when it does not exist
    static Result<Path> fillIfEmpty(Path folder) {
        try {
            Files.createDirectories(folder);
            if (isEmpty(folder)) {
                for (var file : FILES) {
                    Files.writeString(folder.resolve(file), text(file));
                }
            }
            return Result.ok(folder);
        } catch (IOException failure) {
            return Result.err(
                    Problem.error(
                            "MESH1601",
                            Place.inFile(folder.toString()),
                            "cannot be used as the configuration folder: "
                                    + failure
                                    + "; name a folder that can be read and written"));
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.findAny().isEmpty();
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
