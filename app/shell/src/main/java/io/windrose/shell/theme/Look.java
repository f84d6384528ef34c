package io.windrose.shell.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import io.windrose.topology.display.Theme;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;

/// Dresses scenes in one of the two themes; only on the JavaFX thread.
public final class Look {
    private static final List<String> SHEETS = List.of(sheet("tokens.css"), sheet("theme.css"));

    private Look() {}

    /// The scene in that theme from the next pulse on; its popups follow, as they inherit from it.
    public static void apply(Scene scene, Theme theme) {
        var base =
                switch (theme) {
                    case DARK -> new PrimerDark();
                    case LIGHT -> new PrimerLight();
                };
        if (!base.getUserAgentStylesheet().equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(base.getUserAgentStylesheet());
        }
        if (!scene.getStylesheets().containsAll(SHEETS)) {
            scene.getStylesheets().addAll(0, SHEETS);
        }
        var classes = scene.getRoot().getStyleClass();
        classes.removeAll(styleClass(Theme.DARK), styleClass(Theme.LIGHT));
        classes.add(styleClass(theme));
    }

    /// `wr-dark` or `wr-light`: the class that gives the tokens their colours.
    public static String styleClass(Theme theme) {
        return switch (theme) {
            case DARK -> "wr-dark";
            case LIGHT -> "wr-light";
        };
    }

    private static String sheet(String name) {
        URL found = Look.class.getResource(name);
        return Objects.requireNonNull(found, name).toExternalForm();
    }
}
