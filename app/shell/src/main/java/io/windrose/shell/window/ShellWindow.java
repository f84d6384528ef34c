package io.windrose.shell.window;

import io.windrose.shell.frame.Commands;
import io.windrose.shell.frame.LiveMesh;
import io.windrose.shell.frame.Screen;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// All that is in the window: the welcome screen or the live frame, and what lies over them.
public final class ShellWindow extends StackPane {
    private final ShellViewModel model;
    private final Commands commands;
    private final Parts parts;
    private final StackPane base = new StackPane();
    private final Toast toast;
    private final Subscription subscription;
    private @Nullable LiveFrame frame;
    private @Nullable Node overlay;

    /// Who has the keys again when nothing lies over the window any more.
    private @Nullable Node focusBefore;

    private boolean wasVisible;

    /// What others build, each asked when it is needed.
    ///
    /// @param welcome kept while nothing is connected
    /// @param live of one connection
    /// @param overlay for each kind but [ShellViewModel.Overlay#NONE]
    /// @param still whether nothing may move
    public record Parts(
            Supplier<Node> welcome,
            Function<LiveMesh, Live> live,
            Function<ShellViewModel.Overlay, Node> overlay,
            Supplier<Boolean> still) {}

    /// @param screens in the order of the navigation
    /// @param layer over the content of whatever screen is shown
    /// @param end called when the window leaves the connection
    public record Live(List<Screen> screens, Node layer, Runnable end) {}

    public ShellWindow(ShellViewModel model, Commands commands, Parts parts) {
        this.model = model;
        this.commands = commands;
        this.parts = parts;
        toast = new Toast(model);
        getStyleClass().add("wr-shell");
        getStylesheets()
                .add(
                        Objects.requireNonNull(
                                        ShellWindow.class.getResource("window.css"), "window.css")
                                .toExternalForm());
        StackPane.setAlignment(toast, Pos.BOTTOM_CENTER);
        getChildren().addAll(base, toast);
        subscription =
                Subscription.combine(
                        model.phaseProperty().subscribe(this::show),
                        model.overlayProperty().subscribe(this::lay));
    }

    /// Ends what is live in the window; the model and its connection are the caller's.
    public void end() {
        subscription.unsubscribe();
        leave();
    }

    private void show(Phase phase) {
        switch (phase) {
            case Phase.Live(var mesh) -> {
                leave();
                frame =
                        new LiveFrame(
                                model,
                                mesh,
                                commands,
                                parts.live().apply(mesh),
                                parts.still().get());
                base.getChildren().setAll(frame);
            }
            case Phase.Welcome _, Phase.Connecting _, Phase.Failed _ -> {
                if (frame != null || base.getChildren().isEmpty()) {
                    leave();
                    base.getChildren().setAll(parts.welcome().get());
                }
            }
        }
    }

    private void leave() {
        if (frame != null) {
            frame.end();
            frame = null;
        }
    }

    private void lay(ShellViewModel.Overlay kind) {
        if (overlay != null) {
            giveFocusBack();
            getChildren().remove(overlay);
            overlay = null;
        }
        if (kind != ShellViewModel.Overlay.NONE) {
            var scrim = new Scrim(parts.overlay().apply(kind), model::closeOverlay);
            overlay = scrim;
            focusBefore = getScene() == null ? null : getScene().getFocusOwner();
            wasVisible = focusBefore != null && focusBefore.isFocusVisible();
            getChildren().add(scrim);
            scrim.takeFocus();
        }
    }

    /// A focus that was to be seen is seen again: only walking to a node makes it so, hence a step
    /// past it and one back.
    private void giveFocusBack() {
        if (focusBefore == null || focusBefore.getScene() == null) {
            return;
        }
        if (wasVisible && focusBefore.requestFocusTraversal(TraversalDirection.NEXT)) {
            focusBefore
                    .getScene()
                    .getFocusOwner()
                    .requestFocusTraversal(TraversalDirection.PREVIOUS);
        }
        if (!focusBefore.isFocused()) {
            focusBefore.requestFocus();
        }
        focusBefore = null;
    }
}
