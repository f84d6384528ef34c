package io.windrose.shell.welcome;

import io.windrose.icons.Icon;
import io.windrose.shell.theme.IconView;
import io.windrose.shell.theme.Sign;
import io.windrose.shell.theme.Tone;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What was connected lately, one press from being connected again.
final class RecentPane extends VBox {
    /// As many as there is room for beside the checks.
    private static final int MOST = 3;

    private static final double SIGN = 16;

    /// Of a row, left and right.
    private static final double INSETS = 28;

    RecentPane(WelcomeViewModel model) {
        getStyleClass().add("wr-start-pane");
        setId("recent");
        var title = new Label("Recent");
        title.getStyleClass().add("wr-section");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var clear = new Hyperlink("Clear");
        clear.setId("clear-recent");
        clear.getStyleClass().add("wr-small");
        clear.setTooltip(new Tooltip("Forget what was connected"));
        clear.setOnAction(_ -> model.clearRecents());
        var head = new HBox(title, gap, clear);
        head.getStyleClass().add("wr-start-pane-head");
        head.setAlignment(Pos.CENTER_LEFT);
        var rows = new VBox();
        getChildren().addAll(head, rows);
        model.factsProperty()
                .subscribe(facts -> {
                    clear.setVisible(!facts.recents().isEmpty());
                    rows.getChildren().setAll(rows(model, facts));
                });
    }

    private static List<Region> rows(WelcomeViewModel model, WelcomeFacts facts) {
        if (facts.recents().isEmpty()) {
            var none = new Label("Nothing yet: what you connect to is listed here.");
            none.getStyleClass().addAll("wr-small", "wr-text-2", "wr-start-row");
            none.setMaxWidth(Double.MAX_VALUE); // its line goes from side to side
            return List.of(none);
        }
        return facts.recents().stream().limit(MOST).<Region>map(row -> row(model, row)).toList();
    }

    private static HBox row(WelcomeViewModel model, WelcomeFacts.RecentRow row) {
        var open = open(model, row);
        HBox.setHgrow(open, Priority.ALWAYS);
        var line = new HBox(open, forget(model, row));
        line.getStyleClass().add("wr-start-line");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static Button open(WelcomeViewModel model, WelcomeFacts.RecentRow row) {
        var title = new Label(row.title());
        title.getStyleClass().addAll("wr-small", "wr-strong");
        var detail = new Label(row.detail());
        detail.getStyleClass().addAll("wr-tiny", "wr-text-2");
        var words = new VBox(title, detail);
        words.setMinWidth(0);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        var when = new Label(row.when());
        when.getStyleClass().addAll("wr-tiny", "wr-text-2");
        when.setMinWidth(USE_PREF_SIZE);
        var mark = row.there() ? new IconView(row.icon()) : new Sign(Tone.DEGRADED, SIGN);
        var content = new HBox(mark, words, when);
        content.getStyleClass().add("wr-gap-3");
        content.setAlignment(Pos.CENTER_LEFT);
        var button = new Button("", content);
        button.setId("recent-" + row.title());
        button.getStyleClass().addAll("flat", "wr-start-row");
        button.setMinWidth(0);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAlignment(Pos.CENTER_LEFT);
        button.setAccessibleText(
                String.join(", ", row.kind() + " " + row.title(), row.detail(), row.when()));
        button.setTooltip(
                new Tooltip(row.there() ? "Open " + row.title() : row.detail() + "; look again"));
        button.setOnAction(_ -> {
            if (row.there()) {
                model.open(row.connection());
            } else {
                model.lookAgain();
            }
        });
        content.prefWidthProperty().bind(button.widthProperty().subtract(INSETS));
        return button;
    }

    private static Button forget(WelcomeViewModel model, WelcomeFacts.RecentRow row) {
        var button = new Button("", new IconView(Icon.CLOSE, IconView.SMALL));
        button.setId("forget-" + row.title());
        button.getStyleClass().addAll("flat", "small", "button-icon");
        button.setAccessibleText("Remove " + row.title() + " from this list");
        button.setTooltip(new Tooltip("Remove " + row.title() + " from this list"));
        button.setOnAction(_ -> model.forget(row.connection()));
        return button;
    }
}
