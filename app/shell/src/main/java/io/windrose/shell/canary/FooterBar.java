package io.windrose.shell.canary;

import io.windrose.icons.Icon;
import io.windrose.shell.theme.IconView;
import io.windrose.shell.theme.Sign;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// What was checked, Undo and Apply.
final class FooterBar extends HBox {
    private final StackPane sign = new StackPane();
    private final Label checked = new Label();
    private final Button undo = new Button("Undo", new IconView(Icon.UNDO));
    private final Button apply = new Button("Apply", new IconView(Icon.CHECK));
    private final Tooltip undoReason = new Tooltip();
    private final Tooltip applyReason = new Tooltip();
    private final Tooltip details = new Tooltip();
    private final StackPane undoFrame = new StackPane(undo);
    private final StackPane applyFrame = new StackPane(apply);
    private @Nullable Footer shown;

    FooterBar(RouteViewModel model) {
        getStyleClass().add("canary-footer");
        setAlignment(Pos.CENTER_LEFT);
        checked.setId("canary-check");
        checked.getStyleClass().addAll("wr-small", "wr-text-2");
        checked.setTooltip(details);
        checked.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(checked, Priority.ALWAYS);
        undo.setId("canary-undo");
        undo.setMinWidth(USE_PREF_SIZE);
        undo.setOnAction(_ -> model.undo());
        apply.setId("canary-apply");
        apply.getStyleClass().add("accent");
        apply.setMinWidth(USE_PREF_SIZE);
        apply.setOnAction(_ -> model.apply());
        getChildren().addAll(sign, checked, undoFrame, applyFrame);
    }

    void show(Footer footer) {
        if (footer.equals(shown)) {
            return;
        }
        shown = footer;
        sign.getChildren().setAll(new Sign(footer.tone(), 16));
        checked.setText(footer.checked());
        details.setText(footer.details().isEmpty() ? footer.checked() : footer.details());
        apply.setText(footer.apply());
        enable(apply, applyFrame, applyReason, footer.applyHindrance());
        enable(undo, undoFrame, undoReason, footer.undoHindrance());
    }

    /// A disabled control shows no tooltip of its own, so what surrounds it does.
    private void enable(
            Button button, StackPane frame, Tooltip reason, Optional<String> hindrance) {
        if (button.isFocused() && hindrance.isPresent()) {
            requestFocus(); // else it would leave the drawer, and Escape with it
        }
        button.setDisable(hindrance.isPresent());
        button.setAccessibleHelp(hindrance.orElse(""));
        if (hindrance.isPresent()) {
            reason.setText(hindrance.get());
            Tooltip.install(frame, reason);
        } else {
            Tooltip.uninstall(frame, reason);
        }
    }
}
