package io.windrose.desktop.picture;

import java.util.Arrays;
import java.util.Optional;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// What a person would press before the picture is taken.
sealed interface Press {

    /// @param id of a button
    record Button(String id) implements Press {
        @Override
        public Optional<String> in(Scene scene) {
            if (scene.lookup(id) instanceof ButtonBase button && !button.isDisabled()) {
                button.fire();
                return Optional.empty();
            }
            return Optional.of("no button that can be pressed is " + id);
        }
    }

    /// A key, without Shift, Ctrl or Alt.
    record Key(KeyCode code) implements Press {
        @Override
        public Optional<String> in(Scene scene) {
            var owner = scene.getFocusOwner();
            Node target = owner == null ? scene.getRoot() : owner;
            for (var type : Arrays.asList(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
                Event.fireEvent(
                        target, new KeyEvent(type, "", "", code, false, false, false, false));
            }
            return Optional.empty();
        }
    }

    /// To be called on the JavaFX thread.
    ///
    /// @return why nothing was pressed; empty when it was
    Optional<String> in(Scene scene);

    /// Reads `#ID` or the name of a key, such as `T` or `F8`.
    final class Converter implements ITypeConverter<Press> {
        @Override
        public Press convert(String text) {
            if (text.startsWith("#")) {
                return new Button(text);
            }
            var code = KeyCode.getKeyCode(text);
            if (code == null) {
                throw new TypeConversionException(
                        "'" + text + "' is neither #ID of a button nor a key such as T or F8");
            }
            return new Key(code);
        }
    }
}
