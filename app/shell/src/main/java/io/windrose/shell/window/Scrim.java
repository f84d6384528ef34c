package io.windrose.shell.window;

import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// Dims the window under what lies over it, and keeps the focus in there: from its last control the
/// Tab key leads to its first one, and back.
///
/// A node without a look stands before and one behind the controls; whoever comes to one of them
/// has walked out and is led in again at the other end.
final class Scrim extends StackPane {
    private final Node content;
    private final Region before = post();
    private final Region behind = post();

    /// @param leave called when the person presses beside the content
    Scrim(Node content, Runnable leave) {
        this.content = content;
        setId("overlay");
        getStyleClass().add("wr-scrim");
        getChildren().addAll(before, content, behind);
        before.focusedProperty()
                .subscribe((_, came) -> {
                    if (came) {
                        enterAtEnd();
                    }
                });
        behind.focusedProperty()
                .subscribe((_, came) -> {
                    if (came) {
                        enter();
                    }
                });
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
            enterAtEnd();
        } else {
            enter();
        }
    }

    private static boolean isDefault(Node node) {
        return node instanceof Button button && button.isDefaultButton();
    }

    /// Unlike a plain request this makes the focus visible.
    private void enter() {
        before.requestFocusTraversal(TraversalDirection.NEXT);
    }

    private void enterAtEnd() {
        behind.requestFocusTraversal(TraversalDirection.PREVIOUS);
    }

    private static Region post() {
        var post = new Region();
        post.setFocusTraversable(true);
        post.setManaged(false);
        return post;
    }
}
