package io.windrose.view.yaml;

import java.util.Optional;
import javafx.scene.input.KeyEvent;

/// What the keys do in the editor beside those of any text; the editor obeys and the list of keys
/// shows it.
public enum EditorKey {
    COMPLETE("Ctrl+Space", "Propose what can be written"),
    REPAIR("Alt+Enter", "Repair what is wrong at the caret"),
    NEXT_PROBLEM("F8", "Next problem"),
    PREVIOUS_PROBLEM("Shift+F8", "Previous problem"),
    FIND("Ctrl+F", "Find in the text"),
    NEW_LINE("Enter", "New line, indented as the line above"),
    INDENT("Tab", "Indent; Esc and then Tab leaves the text"),
    OUTDENT("Shift+Tab", "Indent less");

    private final String keys;
    private final String words;

    EditorKey(String keys, String words) {
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

    /// @return empty for keys that mean what they do in any text
    static Optional<EditorKey> of(KeyEvent key) {
        return switch (key.getCode()) {
            case SPACE -> on(key.isControlDown(), COMPLETE);
            case F8 -> Optional.of(key.isShiftDown() ? PREVIOUS_PROBLEM : NEXT_PROBLEM);
            case F -> on(key.isShortcutDown(), FIND);
            case ENTER ->
                    key.isAltDown()
                            ? Optional.of(REPAIR)
                            : on(!key.isShortcutDown() && !key.isShiftDown(), NEW_LINE);
            case TAB -> on(!key.isControlDown(), key.isShiftDown() ? OUTDENT : INDENT);
            default -> Optional.empty();
        };
    }

    private static Optional<EditorKey> on(boolean held, EditorKey key) {
        return held ? Optional.of(key) : Optional.empty();
    }
}
