package io.windrose.shell.panel;

import io.windrose.workspace.story.Fact;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// A name at the left, what is known at the right.
final class FactLine extends HBox {
    private final Label label = RowParts.whole("wr-text-2", "row-name");
    private final Label value = RowParts.shrinking("row-figure");

    FactLine() {
        getStyleClass().add("fact");
        getChildren().addAll(label, RowParts.gap(), value);
    }

    void show(Fact fact) {
        label.setText(fact.label());
        value.setText(fact.value());
    }
}
