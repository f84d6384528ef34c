package io.windrose.shell.panel;

import io.windrose.icons.Icon;
import io.windrose.shell.theme.IconView;
import io.windrose.topology.Health;
import io.windrose.workspace.story.IllRow;
import io.windrose.workspace.story.Subject;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A node or edge that is not well, and why; pressed, it is chosen.
final class IllLine extends PressRow {
    private final Slot<Health.Status> sign = RowParts.sign();
    private final Label title = RowParts.shrinking("row-name");
    private final Label because = RowParts.shrinking("row-why");

    IllLine() {
        getStyleClass().add("tall");
        because.setWrapText(true);
        because.setMinHeight(USE_PREF_SIZE);
        var words = new VBox(title, because);
        words.getStyleClass().add("row-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren()
                .addAll(sign, words, new IconView(Icon.CHEVRON_RIGHT, IconView.SMALL, "wr-text-3"));
    }

    void show(IllRow row, Consumer<Subject> select) {
        sign.show(row.status());
        title.setText(row.title());
        because.setText(row.because());
        setAccessibleText(String.join(", ", row.title(), row.status().label(), row.because()));
        setOnPress(() -> select.accept(row.subject()));
    }
}
