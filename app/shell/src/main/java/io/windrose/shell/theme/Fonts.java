package io.windrose.shell.theme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/// The typefaces that the theme names.
///
/// JavaFX falls back silently for a family that it does not know, so they are loaded before the
/// first scene. SemiBold is a family of its own: CSS has no weight 600 for it.
public final class Fonts {
    private static final double ANY_SIZE = 12;
    private static final List<String> FILES =
            List.of(
                    "/com/formdev/flatlaf/fonts/inter/Inter-Regular.otf",
                    "/com/formdev/flatlaf/fonts/inter/Inter-SemiBold.otf",
                    "/com/formdev/flatlaf/fonts/jetbrains_mono/JetBrainsMono-Regular.ttf");

    private Fonts() {}

    /// Costs about 50 ms; loading again changes nothing.
    ///
    /// @throws IllegalStateException if the program was packed without a font
    public static void load() {
        FILES.forEach(Fonts::load);
    }

    private static void load(String file) {
        try (var in = Fonts.class.getResourceAsStream(file)) {
            if (in == null || Font.loadFont(in, ANY_SIZE) == null) {
                throw new IllegalStateException("not a font on the class path: " + file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
