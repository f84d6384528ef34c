package io.windrose.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/// The folder `shared` beside the checkout: the peers' own cases and YAML that people really write.
///
/// A newcomer has only the repository, so a test that asks for it is skipped where it is missing;
/// where `CI` is `true` it is required.
public final class Shared {
    private Shared() {}

    /// @param path below the folder, e.g. `conformance/istiod-xds`
    /// @return an existing file or directory; otherwise the calling test is skipped, or fails in CI
    public static Path path(String path) {
        for (Path dir = Path.of("").toAbsolutePath(); dir != null; dir = dir.getParent()) {
            var found = dir.resolve("shared").resolve(path);
            if (Files.exists(found)) {
                return found;
            }
        }
        var message = "needs shared/" + path + ", which lies in no folder above this one";
        if ("true".equals(System.getenv("CI"))) {
            throw new AssertionError(message);
        }
        return Assumptions.abort(message);
    }
}
