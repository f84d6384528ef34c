package io.windrose.view.config;

import io.windrose.icons.Icon;
import io.windrose.view.Glyph;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Small pieces that every part of the screen is made of.
final class Parts {
    private Parts() {}

    static Button button(String id, String words, Icon icon, Runnable action) {
        var button = new Button(words, Glyph.of(icon, 14));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    static Button withTip(Button button, String tip) {
        button.setTooltip(new Tooltip(tip));
        return button;
    }

    static Label label(String words, String... styleClasses) {
        var label = new Label(words);
        label.getStyleClass().addAll(styleClasses);
        return label;
    }

    static Label wrapped(String words, String... styleClasses) {
        var label = label(words, styleClasses);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    static Label key(String cap) {
        var key = label(cap, "wr-key");
        key.setMinWidth(Region.USE_PREF_SIZE);
        return key;
    }

    static Region space() {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }
}
