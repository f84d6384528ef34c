package io.windrose.shell.window;

import io.windrose.view.FocusFence;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;

/// Dims the window under what lies over it, and keeps the focus in there.
final class Scrim extends StackPane {
    private final Node content;
    private final FocusFence fence;

    /// @param leave called when the person presses beside the content
    Scrim(Node content, Runnable leave) {
        this.content = content;
        setId("overlay");
        getStyleClass().add("wr-scrim");
        fence = FocusFence.around(this, content);
        setOnMousePressed(event -> {
            if (equals(event.getTarget())) {
                leave.run();
            }
        });
    }

    /// Gives the focus to the first control; where Enter presses a button, which then is the last
    /// one, to that.
    void takeFocus() {
        applyCss();
        if (content.lookupAll(".button").stream().anyMatch(Scrim::isDefault)) {
            fence.enterAtEnd();
        } else {
            fence.enter();
        }
    }

    private static boolean isDefault(Node node) {
        return node instanceof Button button && button.isDefaultButton();
    }
}
