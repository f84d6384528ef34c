package io.windrose.canvas;

import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A few figures about what the pointer rests on.
final class HoverCard extends VBox {
    private static final double WIDTH = 208;

    HoverCard() {
        setId("hover-card");
        getStyleClass().addAll("wr-floating", "wr-hover-card");
        setMouseTransparent(true);
        setMinWidth(WIDTH);
        setMaxWidth(WIDTH * 1.6);
        setVisible(false);
    }

    void show(Facts facts) {
        getChildren()
                .setAll(label(facts.title(), "wr-card-title"), label(facts.kind(), "wr-card-kind"));
        if (!facts.because().isEmpty()) {
            var because = label(facts.because(), "wr-card-because");
            because.getStyleClass().add("wr-is-" + facts.status().label());
            because.setWrapText(true);
            getChildren().add(because);
        }
        getChildren().add(grid(facts));
        setVisible(true);
        applyCss();
        autosize();
    }

    void hide() {
        setVisible(false);
    }

    private static GridPane grid(Facts facts) {
        var grid = new GridPane();
        grid.getStyleClass().add("wr-card-facts");
        var names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        var values = new ColumnConstraints();
        values.setHalignment(HPos.RIGHT);
        grid.getColumnConstraints().addAll(names, values);
        int row = 0;
        for (var fact : facts.facts()) {
            grid.add(label(fact.label(), "wr-card-kind"), 0, row);
            grid.add(label(fact.value(), "wr-card-value"), 1, row++);
        }
        return grid;
    }

    private static Label label(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        return label;
    }
}
