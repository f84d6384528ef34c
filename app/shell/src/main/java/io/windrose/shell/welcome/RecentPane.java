package io.windrose.shell.welcome;

import io.windrose.shell.theme.IconView;
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
            return List.of(none);
        }
        return facts.recents().stream().limit(MOST).<Region>map(row -> row(model, row)).toList();
    }

    private static Button row(WelcomeViewModel model, WelcomeFacts.RecentRow row) {
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
        var content = new HBox(new IconView(row.icon()), words, when);
        content.getStyleClass().add("wr-gap-3");
        content.setAlignment(Pos.CENTER_LEFT);
        var button = new Button("", content);
        button.getStyleClass().addAll("flat", "wr-start-row");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAlignment(Pos.CENTER_LEFT);
        button.setAccessibleText("Open " + row.title() + ", " + row.detail());
        button.setTooltip(new Tooltip("Open " + row.title()));
        button.setOnAction(_ -> model.open(row.connection()));
        content.prefWidthProperty().bind(button.widthProperty().subtract(28));
        return button;
    }
}
