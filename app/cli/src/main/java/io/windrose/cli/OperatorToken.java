package io.windrose.cli;

import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// The token of whoever runs a control plane.
final class OperatorToken {
    private static final int BYTES = 24;
    private static final int SHORTEST = 16;

    private OperatorToken() {}

    /// The first line of the file, or a new token where there is no file.
    static Result<String> from(@Nullable Path file) {
        if (file == null) {
            var bytes = new byte[BYTES];
            new SecureRandom().nextBytes(bytes);
            return Result.ok(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        }
        var place = Place.inFile(file.toString());
        try {
            var token = Files.readString(file).lines().findFirst().orElse("").strip();
            return token.length() >= SHORTEST && token.matches("[A-Za-z0-9._~+/=-]+")
                    ? Result.ok(token)
                    : Result.err(
                            Problem.error(
                                    "MESH1705",
                                    place,
                                    "holds no token: its first line must have at least "
                                            + SHORTEST
                                            + " letters, digits or any of . _ ~ + / = -"));
        } catch (IOException unreadable) {
            return Result.err(
                    Problem.error("MESH1703", place, "cannot be read: " + unreadable.getMessage()));
        }
    }
}
