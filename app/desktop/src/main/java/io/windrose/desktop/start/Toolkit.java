package io.windrose.desktop.start;

import io.windrose.kernel.Problem;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;

/// Starts JavaFX, once for each process.
public final class Toolkit {
    /// Held here so that its filter stays: a logger that nobody holds is forgotten.
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    /// A menu's popup is styled once more when it has left its window, and with it the theme's
    /// colours: a line for each, though nothing of it is drawn.
    private static final Logger STYLES = Logger.getLogger("javafx.css");

    private Toolkit() {}

    /// Draws into memory from now on: no window is ever seen. Must come before [#start].
    public static void drawInMemory() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
    }

    public static boolean isInMemory() {
        return "Headless".equals(System.getProperty("glass.platform"));
    }

    /// @param first runs on the JavaFX thread as soon as that exists
    /// @return what hinders it; nothing when it started
    public static List<Problem> start(Surroundings surroundings, Runnable first) {
        var obstacles = surroundings.obstacles(isInMemory());
        if (!obstacles.isEmpty()) {
            return obstacles;
        }
        // It runs from the class path on purpose; see "Decisions" in README.md.
        JAVAFX.setFilter(line -> !line.getMessage().startsWith("Unsupported JavaFX configuration"));
        STYLES.setLevel(Level.SEVERE);
        try {
            Platform.startup(first);
            return List.of();
        } catch (UnsupportedOperationException noDisplay) {
            return List.of(
                    Surroundings.noDisplay(
                            "the display "
                                    + surroundings.environment().get("DISPLAY")
                                    + " cannot be opened"));
        }
    }
}
