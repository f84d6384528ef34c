package io.windrose.view.split;

import java.util.Optional;
import javafx.scene.input.KeyCode;

/// What the keys do on a handle of a split bar; the handle obeys and the list of keys shows it.
public enum SplitKey {
    LEFT("←", "1 % to the right of the handle"),
    RIGHT("→", "1 % to the left of the handle"),
    FAR_LEFT("Shift+←", "5 % to the right of the handle"),
    FAR_RIGHT("Shift+→", "5 % to the left of the handle"),
    LEAST("Home", "All to the right of the handle"),
    MOST("End", "All to the left of the handle"),
    SEND_BACK("0", "Send the right of the handle back to zero");

    private final String keys;
    private final String words;

    SplitKey(String keys, String words) {
        this.keys = keys;
        this.words = words;
    }

    /// As on key caps, joined by `+`.
    public String keys() {
        return keys;
    }

    public String words() {
        return words;
    }

    /// @param far whether Shift is held
    /// @return empty for keys that mean nothing here
    static Optional<SplitKey> of(KeyCode code, boolean far) {
        return switch (code) {
            case LEFT, DOWN, KP_LEFT, KP_DOWN -> Optional.of(far ? FAR_LEFT : LEFT);
            case RIGHT, UP, KP_RIGHT, KP_UP -> Optional.of(far ? FAR_RIGHT : RIGHT);
            case HOME -> Optional.of(LEAST);
            case END -> Optional.of(MOST);
            case DIGIT0, NUMPAD0 -> Optional.of(SEND_BACK);
            default -> Optional.empty();
        };
    }
}
