package io.windrose.shell.panel;

import io.windrose.icons.Icon;
import io.windrose.shell.theme.IconView;
import io.windrose.workspace.story.Subject;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What is chosen, as a figure and in words.
final class PanelHeader extends HBox {
    private final NodeFigure figure = new NodeFigure();
    private final Label title = RowParts.shrinking("wr-heading");
    private final Label version = RowParts.whole();
    private final Label kind = RowParts.shrinking("panel-kind");
    private final Button find;
    private final Button close;

    /// @param lookAt brings the chosen one into view
    PanelHeader(Runnable lookAt, Runnable onClose) {
        getStyleClass().add("panel-header");
        var name = new HBox(title, version);
        name.getStyleClass().add("row-top");
        var words = new VBox(name, kind);
        words.getStyleClass().add("row-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        find = button(Icon.TARGET, "panel-show", "Show in the graph", lookAt);
        close = button(Icon.CLOSE, "panel-close", "Close (Esc)", onClose);
        getChildren().addAll(figure, words, find, close);
    }

    void show(Phase.Telling told) {
        var story = told.story();
        figure.show(told.shape(), story.headline().status());
        figure.setVisible(true);
        figure.setManaged(true);
        title.setText(story.title());
        RowParts.version(version, story.version(), told.colours());
        kind.setText(story.kindLine());
        showFind(!(story.subject() instanceof Subject.Mesh));
    }

    /// Only a name, or nothing yet.
    void show(String name) {
        figure.setVisible(false);
        figure.setManaged(false);
        title.setText(name);
        version.setVisible(false);
        version.setManaged(false);
        kind.setText("");
        showFind(false);
    }

    void enter() {
        close.requestFocus();
    }

    private void showFind(boolean shown) {
        find.setVisible(shown);
        find.setManaged(shown);
    }

    private static Button button(Icon icon, String id, String words, Runnable action) {
        var button = new Button("", new IconView(icon));
        button.setId(id);
        button.getStyleClass().addAll("flat", "small", "button-icon");
        button.setTooltip(new Tooltip(words));
        button.setAccessibleText(words);
        button.setOnAction(_ -> action.run());
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }
}
