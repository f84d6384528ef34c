package io.windrose.shell;

import io.windrose.workspace.preferences.KeptPreferences;
import io.windrose.workspace.preferences.WindowBounds;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/// Puts the window where it was, and remembers where it is when it goes.
final class WindowPlace {
    private WindowPlace() {}

    /// Bounds that no screen shows any more are left alone.
    static void keep(Stage stage, KeptPreferences preferences) {
        preferences
                .values()
                .get()
                .window()
                .filter(WindowPlace::isOnAScreen)
                .ifPresent(bounds -> {
                    stage.setX(bounds.x());
                    stage.setY(bounds.y());
                    stage.setWidth(bounds.width());
                    stage.setHeight(bounds.height());
                    stage.setMaximized(bounds.maximized());
                });
        stage.addEventHandler(WindowEvent.WINDOW_HIDING, _ -> remember(stage, preferences));
    }

    private static boolean isOnAScreen(WindowBounds bounds) {
        return !Screen.getScreensForRectangle(
                        bounds.x(), bounds.y(), bounds.width(), bounds.height())
                .isEmpty();
    }

    /// A maximized window keeps the bounds that it goes back to.
    private static void remember(Stage stage, KeptPreferences preferences) {
        boolean known = stage.getWidth() > 0 && stage.getHeight() > 0;
        if (known) {
            preferences.change(values -> {
                var now =
                        new WindowBounds(
                                stage.getX(),
                                stage.getY(),
                                stage.getWidth(),
                                stage.getHeight(),
                                stage.isMaximized());
                var kept =
                        values.window()
                                .filter(_ -> stage.isMaximized())
                                .map(before ->
                                        new WindowBounds(
                                                before.x(),
                                                before.y(),
                                                before.width(),
                                                before.height(),
                                                true));
                return values.withWindow(kept.orElse(now));
            });
        }
    }
}
