package io.windrose.view.config;

import io.windrose.config.schema.KindSchema;
import io.windrose.icons.Icon;
import io.windrose.view.FocusFence;
import io.windrose.view.Glyph;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// Asks, over the whole screen, what a new object shall be. Enter begins it, Esc goes back.
final class NewObjectQuestion extends StackPane {
    private static final double WIDTH = 560;
    private static final double LABELS = 90;
    private static final int MOST_LINES = 18;

    NewObjectQuestion(ConfigViewModel model) {
        getStyleClass().add("scrim");
        addEventFilter(
                KeyEvent.KEY_PRESSED,
                key -> {
                    if (key.getCode() == KeyCode.ESCAPE) {
                        model.leaveNew();
                        key.consume();
                    }
                });
        model.newObjectProperty().subscribe(asked -> show(model, asked));
    }

    private void show(ConfigViewModel model, Optional<NewObject> asked) {
        setVisible(asked.isPresent());
        getChildren().clear();
        asked.ifPresent(each -> {
            var box = box(model, each);
            FocusFence.around(this, box);
            box.lookup("#new-name").requestFocus();
        });
    }

    /// Its subscriptions end with the questions, which live no longer than it.
    private static VBox box(ConfigViewModel model, NewObject asked) {
        var head =
                new HBox(
                        Glyph.of(Icon.PLUS, 20, "wr-accent"),
                        Parts.label("New object", "wr-heading"));
        head.getStyleClass().add("wr-gap-2");
        head.setAlignment(Pos.CENTER_LEFT);
        var preview = Parts.label("", "wr-code", "preview");
        preview.setId("new-preview");
        preview.setMaxWidth(Double.MAX_VALUE);
        asked.previewProperty().subscribe(text -> preview.setText(shortened(text)));
        var box = new VBox(head, questions(asked), preview, ways(model, asked));
        box.getStyleClass().addAll("wr-raised", "wr-gap-3", "question");
        box.setMaxSize(WIDTH, USE_PREF_SIZE);
        return box;
    }

    private static GridPane questions(NewObject asked) {
        var help = Parts.wrapped("", "wr-tiny", "wr-text-2");
        var kind = kinds(asked);
        asked.kindProperty().subscribe(now -> help.setText(now.help().meaning()));
        var name = new TextField();
        name.setPromptText("reviews");
        name.textProperty().bindBidirectional(asked.nameProperty());
        var namespace = words(asked.namespaceProperty(), asked.namespaces());
        asked.kindProperty().subscribe(now -> namespace.setDisable(!now.namespaced()));
        var file = words(asked.fileProperty(), asked.fileNames());
        var grid = new GridPane(12, 8);
        var fields = new ColumnConstraints();
        fields.setHgrow(Priority.ALWAYS);
        fields.setFillWidth(true);
        grid.getColumnConstraints().setAll(new ColumnConstraints(LABELS), fields);
        row(grid, 0, "Kind", "new-kind", kind);
        grid.add(help, 1, 1);
        row(grid, 2, "Name", "new-name", name);
        row(grid, 3, "Namespace", "new-namespace", namespace);
        row(grid, 4, "File", "new-file", file);
        return grid;
    }

    private static void row(GridPane grid, int row, String words, String id, Control control) {
        control.setId(id);
        control.setAccessibleText(words);
        control.setMaxWidth(Double.MAX_VALUE);
        var label = Parts.label(words, "wr-small", "wr-text-2");
        label.setLabelFor(control);
        grid.addRow(row, label, control);
    }

    private static ComboBox<KindSchema> kinds(NewObject asked) {
        var kinds = new ComboBox<KindSchema>();
        kinds.getItems().setAll(NewObject.kinds());
        kinds.setConverter(new Named());
        kinds.valueProperty().bindBidirectional(asked.kindProperty());
        return kinds;
    }

    private static ComboBox<String> words(StringProperty value, List<String> known) {
        var words = new ComboBox<String>();
        words.setEditable(true);
        words.getItems().setAll(known);
        words.getEditor().setText(value.get());
        words.getEditor().textProperty().bindBidirectional(value);
        return words;
    }

    private static HBox ways(ConfigViewModel model, NewObject asked) {
        Label why = Parts.wrapped("", "wr-small", "wr-text-2");
        why.setId("new-refusal");
        why.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(why, Priority.ALWAYS);
        Button create = Parts.button("new-create", "Begin the draft", Icon.PENCIL, asked::create);
        create.getStyleClass().add("accent");
        create.setDefaultButton(true);
        asked.refusalProperty()
                .subscribe(refusal -> {
                    why.setText(
                            refusal.isEmpty() ? "Nothing is written before you apply." : refusal);
                    create.setDisable(!refusal.isEmpty());
                });
        var cancel = Parts.button("new-cancel", "Cancel", Icon.CLOSE, model::leaveNew);
        var ways = new HBox(why, cancel, create);
        ways.getStyleClass().add("wr-gap-2");
        ways.setAlignment(Pos.CENTER_LEFT);
        return ways;
    }

    /// The box keeps to the window.
    private static String shortened(String text) {
        var lines = text.lines().toList();
        return lines.size() <= MOST_LINES
                ? text.strip()
                : String.join("\n", lines.subList(0, MOST_LINES - 1)) + "\n…";
    }

    /// Two kinds are called Gateway.
    private static final class Named extends StringConverter<KindSchema> {
        @Override
        public String toString(KindSchema kind) {
            return kind == null ? "" : kind.kind() + "  ·  " + kind.group();
        }

        @Override
        public KindSchema fromString(String words) {
            return NewObject.kinds().stream()
                    .filter(kind -> toString(kind).equals(words))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
