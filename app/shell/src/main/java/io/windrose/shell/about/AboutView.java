package io.windrose.shell.about;

import io.windrose.icons.Icon;
import io.windrose.shell.theme.IconView;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Versions, where the program keeps what it remembers, and the licences of what is inside.
public final class AboutView extends VBox {
    private static final double WIDTH = 640;
    private static final double HEIGHT = 520;
    private static final double MARK = 36;

    public AboutView(ProgramFacts facts, Runnable close) {
        getStyleClass().addAll("wr-raised", "wr-pad-4", "wr-gap-4");
        setId("about");
        setMaxSize(WIDTH, facts.licences().isEmpty() ? USE_PREF_SIZE : HEIGHT);
        getChildren().addAll(head(facts, close), table(facts), licences(facts));
    }

    private static HBox head(ProgramFacts facts, Runnable close) {
        var logo =
                new StackPane(
                        new IconView(Icon.LOGO_RAYS, MARK, "wr-accent"),
                        new IconView(Icon.LOGO, MARK));
        logo.setMaxSize(MARK, MARK);
        var name = new Label("Windrose " + facts.version());
        name.getStyleClass().add("wr-title");
        var what = new Label("Looks after a service mesh: live graph, configuration and engine");
        what.getStyleClass().addAll("wr-small", "wr-text-2");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var button = new Button("", new IconView(Icon.CLOSE));
        button.setId("about-close");
        button.getStyleClass().addAll("flat", "button-icon");
        button.setAccessibleText("Close");
        button.setTooltip(new Tooltip("Close (Esc)"));
        button.setOnAction(_ -> close.run());
        var head = new HBox(logo, new VBox(name, what), gap, button);
        head.getStyleClass().add("wr-gap-3");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private static GridPane table(ProgramFacts facts) {
        var table = new GridPane(16, 6);
        row(table, 0, "Java", facts.java());
        row(table, 1, "JavaFX", facts.javaFx());
        row(table, 2, "System", facts.system());
        row(table, 3, "Kept in", facts.state().toString());
        row(table, 4, "Licence", "Apache License 2.0");
        return table;
    }

    /// The value is a field so that it can be copied.
    private static void row(GridPane table, int index, String label, String value) {
        var name = new Label(label);
        name.getStyleClass().addAll("wr-small", "wr-text-2");
        name.setMinWidth(USE_PREF_SIZE);
        var field = new TextField(value);
        field.setId("about-" + label.toLowerCase(Locale.ROOT).replace(' ', '-'));
        field.setEditable(false);
        field.setAccessibleText(label);
        field.getStyleClass().addAll("small", "wr-plain-field", "wr-code");
        GridPane.setHgrow(field, Priority.ALWAYS);
        table.addRow(index, name, field);
    }

    private static VBox licences(ProgramFacts facts) {
        var heading = new Label("What is inside, and under which licences");
        heading.getStyleClass().add("wr-section");
        var box = new VBox(heading);
        box.getStyleClass().add("wr-gap-2");
        if (facts.licences().isEmpty()) {
            var missing =
                    new Label(
                            "The file THIRD-PARTY.txt is not beside the program; it comes with"
                                    + " every package.");
            missing.getStyleClass().addAll("wr-small", "wr-text-2");
            missing.setWrapText(true);
            box.getChildren().add(missing);
        } else {
            var text = new TextArea(facts.licences());
            text.setId("licences");
            text.setEditable(false);
            text.getStyleClass().addAll("wr-code");
            text.setAccessibleText("Licences");
            VBox.setVgrow(text, Priority.ALWAYS);
            box.getChildren().add(text);
            VBox.setVgrow(box, Priority.ALWAYS);
        }
        return box;
    }
}
