package io.windrose.shell.about;

import io.windrose.icons.Icon;
import io.windrose.shell.frame.Command;
import io.windrose.shell.frame.KeyCaps;
import io.windrose.shell.frame.KeyHelp;
import io.windrose.shell.theme.IconView;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Every key, first those that do something at this moment.
public final class KeysView extends VBox {
    private static final double WIDTH = 620;
    private static final double HEIGHT = 560;

    /// @param commands those without a key are left out
    /// @param others keys that are no commands of this moment
    public KeysView(List<Command> commands, List<KeyHelp> others, Runnable close) {
        getStyleClass().addAll("wr-raised", "wr-pad-4", "wr-gap-3");
        setId("keys");
        setMaxSize(WIDTH, HEIGHT);
        var heading = new Label("Keys");
        heading.getStyleClass().add("wr-heading");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var button = new Button("", new IconView(Icon.CLOSE));
        button.setId("keys-close");
        button.getStyleClass().addAll("flat", "button-icon");
        button.setAccessibleText("Close");
        button.setTooltip(new Tooltip("Close (Esc)"));
        button.setOnAction(_ -> close.run());
        var head = new HBox(heading, gap, button);
        head.setAlignment(Pos.CENTER_LEFT);
        var scroll = new ScrollPane(groups(commands, others));
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, scroll);
    }

    private static VBox groups(List<Command> commands, List<KeyHelp> others) {
        var all = new VBox();
        all.getStyleClass().add("wr-gap-4");
        for (Command.Group group : Command.Group.values()) {
            var members =
                    commands.stream()
                            .filter(each -> each.group() == group && !each.keys().isEmpty())
                            .toList();
            if (!members.isEmpty()) {
                all.getChildren()
                        .add(
                                group(
                                        group.title(),
                                        members.stream()
                                                .map(each ->
                                                        new KeyHelp.Line(each.keys(), each.title()))
                                                .toList()));
            }
        }
        others.forEach(help -> all.getChildren().add(group(help.title(), help.lines())));
        return all;
    }

    private static VBox group(String where, List<KeyHelp.Line> members) {
        var heading = new Label(where);
        heading.getStyleClass().addAll("wr-tiny", "wr-text-2");
        var table = new GridPane(16, 4);
        var wide = new ColumnConstraints();
        wide.setHgrow(Priority.ALWAYS);
        var narrow = new ColumnConstraints();
        narrow.setHalignment(HPos.RIGHT);
        table.getColumnConstraints().setAll(wide, narrow);
        for (int i = 0; i < members.size(); i++) {
            var title = new Label(members.get(i).words());
            title.getStyleClass().add("wr-small");
            var keys = new KeyCaps(members.get(i).keys());
            keys.setAlignment(Pos.CENTER_RIGHT);
            table.addRow(i, title, keys);
        }
        var box = new VBox(heading, table);
        box.getStyleClass().add("wr-gap-1");
        return box;
    }
}
