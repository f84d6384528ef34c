package io.windrose.shell.topology;

import io.windrose.icons.Icon;
import io.windrose.shell.theme.IconView;
import io.windrose.shell.topology.Query.Mode;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

/// Where expressions are typed: what matches is marked, or left out.
final class FindField extends HBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final List<Query> EXAMPLES =
            List.of(
                    new Query(Mode.FIND, "failing OR degraded"),
                    new Query(Mode.FIND, "version = v3"),
                    new Query(Mode.FIND, "http > 10"),
                    new Query(Mode.HIDE, "healthy"));

    private final FindViewModel model;
    private final TextField field = new TextField();
    private final MenuButton mode = new MenuButton();
    private final Label problemText = new Label();
    private final Button found = chip("found");
    private final Button hidden = chip("hidden");
    private final Subscription subscription;

    FindField(TopologyScreenViewModel screen) {
        this.model = screen.find();
        getStyleClass().add("find");
        field.setId("find-or-hide");
        field.setPromptText("Find or hide");
        field.getStyleClass().add("small");
        field.setAccessibleText("Expression that finds or hides nodes and edges");
        field.setTooltip(new Tooltip("Enter applies, arrow down shows examples (/)"));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        mode.setId("find-mode");
        mode.getStyleClass().add("small");
        mode.setTooltip(new Tooltip("Find or hide what matches; what was asked before"));
        mode.setMinWidth(USE_PREF_SIZE);
        mode.setOnShowing(_ -> fillMenu());
        mode.getItems().add(new MenuItem());
        problemText.setId("find-problem");
        problemText.getStyleClass().add("find-problem");
        problemText.setWrapText(true);
        found.setOnAction(_ -> model.clear(Mode.FIND));
        hidden.setOnAction(_ -> model.clear(Mode.HIDE));
        getChildren().addAll(fieldWithIcon(), mode, found, hidden);
        subscription =
                Subscription.combine(
                        model.textProperty().subscribe(this::show),
                        field.textProperty().subscribe(model::type),
                        model.problemProperty().subscribe(this::showProblem),
                        model.modeProperty().subscribe(next -> mode.setText(next.word())),
                        screen.foundProperty().subscribe(this::showFound),
                        screen.mesh()
                                .questionProperty()
                                .subscribe(question -> showHidden(question.hide())));
    }

    /// What is wrong with the expression; to be placed where it covers no other tool.
    Label problem() {
        return problemText;
    }

    void focus() {
        field.requestFocus();
        field.selectAll();
    }

    void end() {
        subscription.unsubscribe();
    }

    private Node fieldWithIcon() {
        var icon = new IconView(Icon.SEARCH, IconView.SMALL, "wr-text-3");
        var both = new StackPane(field, icon);
        both.getStyleClass().add("find-field");
        StackPane.setAlignment(icon, Pos.CENTER_LEFT);
        StackPane.setMargin(icon, new Insets(0, 0, 0, 8));
        return both;
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            model.apply();
            event.consume();
        } else if (event.getCode() == KeyCode.DOWN) {
            mode.show();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
            model.clear(model.modeProperty().get());
            event.consume();
        }
    }

    private void show(String text) {
        if (!field.getText().equals(text)) {
            field.setText(text);
        }
    }

    private void showProblem(String words) {
        field.pseudoClassStateChanged(WRONG, !words.isEmpty());
        problemText.setText(words);
        problemText.setVisible(!words.isEmpty());
        problemText.setManaged(!words.isEmpty());
    }

    private void showFound(Optional<Integer> count) {
        show(found, count.map(number -> number + " found").orElse(""));
    }

    private void showHidden(String expression) {
        show(hidden, expression.isEmpty() ? "" : "Hides " + expression);
    }

    private static void show(Button chip, String words) {
        chip.setText(words);
        chip.setVisible(!words.isEmpty());
        chip.setManaged(!words.isEmpty());
        chip.setAccessibleText(words + ", press to end");
    }

    private void fillMenu() {
        mode.getItems().clear();
        for (var each : Mode.values()) {
            var item = new MenuItem(each.word() + " what matches");
            item.setOnAction(_ -> model.use(each));
            mode.getItems().add(item);
        }
        addQueries("Asked before", model.historyProperty().get());
        addQueries("Examples", EXAMPLES);
    }

    private void addQueries(String title, List<Query> queries) {
        if (queries.isEmpty()) {
            return;
        }
        var heading = new MenuItem(title);
        heading.getStyleClass().add("wr-menu-heading");
        heading.setDisable(true);
        mode.getItems().addAll(new SeparatorMenuItem(), heading);
        for (var query : queries) {
            var item = new MenuItem(query.mode().word() + " " + query.text());
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> model.use(query));
            mode.getItems().add(item);
        }
    }

    private static Button chip(String id) {
        var chip = new Button("", new IconView(Icon.CLOSE, 11));
        chip.setId(id);
        chip.setContentDisplay(ContentDisplay.RIGHT);
        chip.getStyleClass().addAll("small", "find-chip");
        chip.setTooltip(new Tooltip("End this"));
        chip.setMinWidth(USE_PREF_SIZE);
        return chip;
    }
}
