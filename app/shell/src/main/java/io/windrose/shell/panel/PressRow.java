package io.windrose.shell.panel;

import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;

/// A whole row that can be pressed, by pointer, keyboard and screen reader.
class PressRow extends HBox {
    private Runnable onPress = () -> {};

    PressRow() {
        getStyleClass().add("press-row");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                onPress.run();
            }
        });
        setOnKeyPressed(this::onKey);
    }

    final void setOnPress(Runnable action) {
        onPress = action;
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.FIRE) {
            onPress.run();
        } else {
            super.executeAccessibleAction(action, parameters);
        }
    }

    private void onKey(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER, SPACE -> {
                onPress.run();
                event.consume();
            }
            default -> {}
        }
    }
}
