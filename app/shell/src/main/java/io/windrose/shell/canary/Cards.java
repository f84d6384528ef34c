package io.windrose.shell.canary;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The first line of a card.
final class Cards {
    private Cards() {}

    /// @param right what stands at the end of the line
    static HBox title(String text, Node... right) {
        var label = new Label(text);
        label.getStyleClass().add("wr-section");
        label.setMinWidth(Region.USE_PREF_SIZE);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var line = new HBox(label, space);
        line.getChildren().addAll(right);
        line.getStyleClass().add("canary-title");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
