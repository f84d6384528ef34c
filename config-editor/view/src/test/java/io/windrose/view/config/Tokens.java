package io.windrose.view.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The colours of the theme, which belong to the shell: without them JavaFX complains of every
/// style that names one.
public final class Tokens {
    private static final String SHEET =
            "app/shell/src/main/resources/io/windrose/shell/theme/tokens.css";

    private Tokens() {}

    /// @return empty when these sources lie alone
    public static Optional<String> sheet() {
        for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
            if (Files.exists(up.resolve(SHEET))) {
                return Optional.of(up.resolve(SHEET).toUri().toString());
            }
        }
        return Optional.empty();
    }
}
