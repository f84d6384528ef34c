package io.windrose.shell.window;

import io.windrose.shell.frame.Command;
import io.windrose.shell.frame.Commands;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// Runs the command of the key that nobody else wanted.
///
/// Keys without Ctrl or Alt belong to whoever is being typed into.
public final class KeyRouter {
    private final Commands commands;
    private final Predicate<Command> reachable;

    /// @param reachable whether its key may run a command at this moment
    public KeyRouter(Commands commands, Predicate<Command> reachable) {
        this.commands = commands;
        this.reachable = reachable;
    }

    public void listenTo(Scene scene) {
        scene.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (!event.isConsumed() && route(event, scene.getFocusOwner())) {
                        event.consume();
                    }
                });
    }

    private boolean route(KeyEvent event, @Nullable Node focus) {
        boolean plain = !event.isShortcutDown() && !event.isAltDown() && !isFunctionKey(event);
        if (plain && event.getCode() != KeyCode.ESCAPE && takesKeys(focus, event.getCode())) {
            return false;
        }
        for (String keys : spellings(event)) {
            var candidates =
                    commands.all().stream()
                            .filter(each -> each.keys().equals(keys) && reachable.test(each))
                            .toList();
            if (!candidates.isEmpty()) {
                commands.run(free(candidates));
                return true;
            }
        }
        return false;
    }

    /// The first that can run now; else the first, which then says why it cannot.
    private static Command free(List<Command> candidates) {
        return candidates.stream()
                .filter(each -> each.hindrance().get().isEmpty())
                .findFirst()
                .orElse(candidates.getFirst());
    }

    private static boolean takesKeys(@Nullable Node focus, KeyCode code) {
        if (focus == null) {
            return false;
        }
        boolean types =
                focus instanceof TextInputControl
                        || focus.getAccessibleRole() == AccessibleRole.TEXT_AREA
                        || focus.getAccessibleRole() == AccessibleRole.TEXT_FIELD;
        return types || (focus instanceof ButtonBase && code == KeyCode.SPACE);
    }

    private static boolean isFunctionKey(KeyEvent event) {
        return event.getCode().isFunctionKey();
    }

    /// As in [Command#keys]; with and without Shift for signs that need it on some keyboards.
    private static List<String> spellings(KeyEvent event) {
        var modifiers = new StringBuilder();
        if (event.isShortcutDown()) {
            modifiers.append("Ctrl+");
        }
        if (event.isAltDown()) {
            modifiers.append("Alt+");
        }
        var name = name(event.getCode());
        var spellings = new ArrayList<String>();
        spellings.add(modifiers + (event.isShiftDown() ? "Shift+" : "") + name);
        if (!event.getText().isBlank() && !event.getCode().isLetterKey()) {
            spellings.add(modifiers + event.getText());
        }
        if (event.getCode() == KeyCode.SLASH && event.isShiftDown()) {
            spellings.add(modifiers + "?");
        }
        return spellings;
    }

    private static String name(KeyCode code) {
        return switch (code) {
            case ESCAPE -> "Esc";
            case SPACE -> "Space";
            case ENTER -> "Enter";
            case COMMA -> ",";
            case PLUS, ADD -> "+";
            case MINUS, SUBTRACT -> "-";
            case DELETE -> "Delete";
            default ->
                    code.isKeypadKey() && code.isDigitKey()
                            ? code.getName().substring(code.getName().length() - 1)
                            : code.getName();
        };
    }
}
