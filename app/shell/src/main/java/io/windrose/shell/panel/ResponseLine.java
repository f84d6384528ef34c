package io.windrose.shell.panel;

import io.windrose.shell.theme.Tone;
import io.windrose.workspace.story.ResponseRow;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// One kind of response: code and flag, how often, and what it means.
final class ResponseLine extends VBox {
    private final Label code = RowParts.whole("wr-strong", "row-name");
    private final Label flag = RowParts.whole();
    private final Label rate = RowParts.whole("row-figure");
    private final Label share = RowParts.whole("row-figure");
    private final Label meaning = new Label();

    ResponseLine() {
        getStyleClass().add("two-line");
        meaning.getStyleClass().add("row-why");
        meaning.setWrapText(true);
        meaning.setMinHeight(USE_PREF_SIZE);
        var top = new HBox(code, flag, RowParts.gap(), rate, share);
        top.getStyleClass().add("row-top");
        getChildren().addAll(top, meaning);
    }

    void show(ResponseRow row) {
        var tone = Tone.of(row.tone()).styleClass();
        code.setText(row.code());
        flag.setText(row.flag());
        flag.setVisible(!row.flag().isEmpty());
        flag.setManaged(!row.flag().isEmpty());
        flag.getStyleClass().setAll("label", "wr-chip", tone);
        rate.setText(row.rate());
        share.setText(row.share());
        share.getStyleClass().setAll("label", "row-figure", "row-errors", tone);
        meaning.setText(row.meaning());
        setAccessibleText(
                String.join(", ", row.code(), row.flag(), row.rate(), row.share(), row.meaning()));
    }
}
