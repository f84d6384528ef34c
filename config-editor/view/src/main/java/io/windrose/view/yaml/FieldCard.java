package io.windrose.view.yaml;

import io.windrose.session.edit.HoverHelp;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What a field means, as it stands in a popup or beside the editor.
public final class FieldCard {
    private FieldCard() {}

    public static Node of(HoverHelp help) {
        var title = new Label(help.title());
        title.getStyleClass().addAll("wr-code", "field-title");
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        var box = new VBox(title);
        box.getStyleClass().add("wr-gap-1");
        if (!help.words().isEmpty()) {
            var words = new Label(help.words());
            words.getStyleClass().add("wr-small");
            words.setWrapText(true);
            words.setMinHeight(Region.USE_PREF_SIZE);
            box.getChildren().add(words);
        }
        if (!help.accepted().isEmpty()) {
            var accepted = new Label("Takes " + help.accepted() + ".");
            accepted.getStyleClass().addAll("wr-tiny", "wr-text-3");
            accepted.setWrapText(true);
            accepted.setMinHeight(Region.USE_PREF_SIZE);
            box.getChildren().add(accepted);
        }
        return box;
    }
}
