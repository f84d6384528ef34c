package io.windrose.shell.frame;

import io.windrose.icons.Icon;
import io.windrose.shell.theme.IconView;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/// Why there is nothing to see here, and what to do about it.
public final class EmptyState extends VBox {
    private static final double WIDTH = 360;
    private static final double ICON = 22;

    /// @param title what is missing: `No traffic in the last 5 min`
    /// @param text why, in one or two sentences
    /// @param actions the one action first; none where nothing can be done
    public EmptyState(Icon icon, String title, String text, Button... actions) {
        var heading = new Label(title);
        heading.getStyleClass().addAll("wr-heading");
        heading.setWrapText(true);
        heading.setTextAlignment(TextAlignment.CENTER);
        var reason = new Label(text);
        reason.getStyleClass().addAll("wr-small", "wr-text-2");
        reason.setWrapText(true);
        reason.setTextAlignment(TextAlignment.CENTER);
        reason.setAlignment(Pos.CENTER);
        reason.setMaxWidth(WIDTH);
        getChildren().addAll(new IconView(icon, ICON), heading, reason);
        if (actions.length > 0) {
            var row = new HBox(actions);
            row.getStyleClass().add("wr-gap-2");
            row.setAlignment(Pos.CENTER);
            getChildren().add(row);
        }
        getStyleClass().addAll("wr-empty", "wr-gap-3");
        setAlignment(Pos.CENTER);
    }
}
