package io.windrose.shell.frame;

import io.windrose.shell.theme.Sign;
import io.windrose.shell.theme.Tone;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One line of what is wrong, one of why, and what to do about it, over the area that it concerns.
public final class Banner extends HBox {
    private static final double SIGN = 16;

    private final Label title = new Label();
    private final Label cause = new Label();

    /// @param actions at the right, most useful first
    public Banner(Tone tone, Button... actions) {
        title.getStyleClass().add("wr-banner-title");
        cause.getStyleClass().add("wr-banner-cause");
        cause.managedProperty().bind(cause.textProperty().isNotEmpty());
        cause.setWrapText(true);
        var words = new VBox(title, cause);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(new Sign(tone, SIGN), words);
        for (Button action : actions) {
            action.getStyleClass().add("small");
            action.setMinWidth(USE_PREF_SIZE);
            getChildren().add(action);
        }
        getStyleClass().addAll("wr-banner", tone.styleClass());
        setMinHeight(USE_PREF_SIZE);
        setMaxHeight(USE_PREF_SIZE);
    }

    /// @param why empty for one line only
    public void say(String what, String why) {
        title.setText(what);
        cause.setText(why);
        setAccessibleText(why.isEmpty() ? what : what + ". " + why);
    }
}
