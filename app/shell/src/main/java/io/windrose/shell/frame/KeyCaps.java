package io.windrose.shell.frame;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// The keys of a command, one cap for each.
public final class KeyCaps extends HBox {

    /// @param keys as in [Command#keys]; empty shows nothing
    public KeyCaps(String keys) {
        split(keys).forEach(key -> getChildren().add(cap(key)));
        getStyleClass().add("wr-gap-1");
        setAlignment(Pos.CENTER);
        setMinWidth(USE_PREF_SIZE);
        setMouseTransparent(true);
    }

    static List<String> split(String keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        return keys.equals("+") ? List.of(keys) : List.of(keys.split("\\+", -1));
    }

    private static Label cap(String key) {
        var cap = new Label(key);
        cap.getStyleClass().add("wr-key");
        cap.setMinWidth(USE_PREF_SIZE);
        return cap;
    }
}
