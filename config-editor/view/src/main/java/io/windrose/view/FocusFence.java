package io.windrose.view;

import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// Keeps the focus inside of what lies over other things: from its last control the Tab key leads
/// to its first one, and back.
///
/// A node without a look stands before and one behind the controls; whoever comes to one of them
/// has walked out and is led in again at the other end.
public final class FocusFence {
    private final Node before = post();
    private final Node behind = post();

    private FocusFence() {
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
    }

    /// Puts the content into the pane, in place of all that is there, with a fence around it.
    public static FocusFence around(Pane pane, Node content) {
        var fence = new FocusFence();
        pane.getChildren().setAll(fence.before, content, fence.behind);
        return fence;
    }

    /// Gives the focus to the first control. Unlike a plain request this makes the focus visible.
    public void enter() {
        before.requestFocusTraversal(TraversalDirection.NEXT);
    }

    public void enterAtEnd() {
        behind.requestFocusTraversal(TraversalDirection.PREVIOUS);
    }

    private static Region post() {
        var post = new Region();
        post.setFocusTraversable(true);
        post.setManaged(false);
        return post;
    }
}
