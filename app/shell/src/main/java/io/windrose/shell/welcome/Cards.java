package io.windrose.shell.welcome;

import io.windrose.icons.Icon;
import io.windrose.shell.theme.IconView;
import io.windrose.shell.theme.Sign;
import io.windrose.shell.theme.Tone;
import io.windrose.shell.window.Phase;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The four cards with what each can do.
final class Cards {
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");
    private static final double DROP_ICON = 22;
    private static final double SIGN = 14;
    private static final String CONTEXT = "context-";

    private Cards() {}

    static CardView sandbox(WelcomeViewModel model) {
        var start = button("start-sandbox", "Start the sandbox", Icon.PLAY, "Start it (1, Enter)");
        start.getStyleClass().add("accent");
        start.setOnAction(_ -> model.startSandbox());
        var hint = new Label("about 5 s");
        hint.getStyleClass().addAll("wr-tiny", "wr-text-2");
        var cancel = button("cancel", "Cancel", Icon.CLOSE, "Stop connecting (Esc)");
        cancel.setOnAction(_ -> model.cancel());
        var step = new Label();
        step.setId("progress");
        step.getStyleClass().addAll("wr-tiny", "wr-text-2");
        step.setWrapText(true);
        var bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText("Connecting");
        var progress = new VBox(bar, step);
        progress.getStyleClass().add("wr-gap-2");
        var sketch = Sketch.mesh();
        VBox.setVgrow(sketch, Priority.ALWAYS);
        var look = new VBox(sketch, progress);
        look.getStyleClass().add("wr-gap-3");
        var actions = row();
        model.phaseProperty()
                .subscribe(phase -> {
                    boolean connecting = phase instanceof Phase.Connecting;
                    progress.setVisible(connecting);
                    progress.setManaged(connecting);
                    if (phase instanceof Phase.Connecting(var connection, var words)) {
                        step.setText(
                                words.isEmpty() ? "Connecting to " + connection.name() : words);
                    }
                    actions.getChildren()
                            .setAll(connecting ? List.of(cancel) : List.of(start, hint));
                });
        return new CardView(model, Card.SANDBOX, look, actions);
    }

    static CardView cluster(WelcomeViewModel model) {
        var rows = new VBox();
        rows.getStyleClass().add("wr-gap-1");
        var scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(0);
        model.factsProperty()
                .subscribe(facts -> {
                    rows.getChildren().clear();
                    if (!facts.contextsProblem().isEmpty()) {
                        rows.getChildren().add(problem(facts.contextsProblem()));
                    } else if (facts.contexts().isEmpty()) {
                        rows.getChildren().add(note("no-contexts", "No kubeconfig was found"));
                    }
                    facts.contexts().forEach(row -> rows.getChildren().add(context(model, row)));
                    mark(rows, model.contextProperty().get());
                });
        model.contextProperty().subscribe(chosen -> mark(rows, chosen));
        var connect = button("connect", "Connect", Icon.LINK, Card.CLUSTER_LATER);
        connect.setDisable(true);
        return new CardView(model, Card.CLUSTER, scroll, later(Card.CLUSTER_LATER, connect));
    }

    static CardView folder(WelcomeViewModel model, Runnable choose) {
        var words = new Label("Drop a folder here");
        words.getStyleClass().addAll("wr-small", "wr-text-2");
        var inside = new VBox(new IconView(Icon.DOWNLOAD, DROP_ICON), words);
        inside.getStyleClass().add("wr-gap-2");
        inside.setAlignment(Pos.CENTER);
        var target = new StackPane(inside);
        target.setId("drop");
        target.getStyleClass().add("wr-drop");
        target.setMinSize(0, 0);
        target.setOnDragOver(event -> {
            boolean fits = folder(event.getDragboard().getFiles()).isDirectory();
            target.pseudoClassStateChanged(OVER, fits);
            if (fits) {
                event.acceptTransferModes(TransferMode.LINK, TransferMode.COPY);
            }
            event.consume();
        });
        target.setOnDragExited(_ -> target.pseudoClassStateChanged(OVER, false));
        target.setOnDragDropped(event -> {
            Path dropped = folder(event.getDragboard().getFiles()).toPath();
            event.setDropCompleted(true);
            event.consume();
            model.openFolder(dropped);
        });
        var open = button("open-folder", "Open folder…", Icon.FOLDER, "Open a folder (Ctrl+O)");
        open.setOnAction(_ -> choose.run());
        return new CardView(model, Card.FOLDER, target, row(open));
    }

    static CardView recording(WelcomeViewModel model) {
        var open = button("open-recording", "Open recording…", Icon.FILM, Card.RECORDING_LATER);
        open.setDisable(true);
        var look = Sketch.recording();
        look.setOpacity(0.5);
        return new CardView(model, Card.RECORDING, look, later(Card.RECORDING_LATER, open));
    }

    /// Of what is dragged the first; the file without a name when nothing is.
    private static File folder(List<File> dragged) {
        return dragged.isEmpty() ? new File("") : dragged.getFirst();
    }

    private static ToggleButton context(WelcomeViewModel model, WelcomeFacts.ContextRow row) {
        var name = new Label(row.name());
        name.getStyleClass().addAll("wr-small", "wr-strong");
        var detail = new Label(row.detail());
        detail.getStyleClass().addAll("wr-tiny", "wr-text-2");
        var words = new VBox(name, detail);
        words.setMinWidth(0);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        var content = new HBox(new IconView(Icon.CLOUD), words);
        content.getStyleClass().add("wr-gap-2");
        content.setAlignment(Pos.CENTER_LEFT);
        var button = new ToggleButton("", content);
        button.setId(CONTEXT + row.name());
        button.getStyleClass().addAll("flat", "wr-context");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAlignment(Pos.CENTER_LEFT);
        button.setAccessibleText(row.name() + ", " + row.detail());
        button.setTooltip(new Tooltip(row.detail()));
        button.setOnAction(_ -> {
            model.chooseContext(row.name());
            button.setSelected(true);
        });
        return button;
    }

    /// Shows which context is chosen.
    private static void mark(VBox rows, String chosen) {
        for (var row : rows.getChildren()) {
            if (row instanceof ToggleButton button) {
                button.setSelected(CONTEXT.concat(chosen).equals(button.getId()));
            }
        }
    }

    private static HBox problem(String words) {
        var said = note("contexts-problem", words);
        var row = row(new Sign(Tone.DEGRADED, SIGN), said);
        row.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(said, Priority.ALWAYS);
        return row;
    }

    private static Label note(String id, String words) {
        var note = new Label(words);
        note.setId(id);
        note.getStyleClass().addAll("wr-small", "wr-text-2");
        note.setWrapText(true);
        return note;
    }

    /// A button that cannot be pressed yet, under its reason.
    private static VBox later(String reason, Button button) {
        var words = new Label(reason);
        words.getStyleClass().addAll("wr-tiny", "wr-text-2");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        var box = new VBox(words, row(button));
        box.getStyleClass().add("wr-gap-2");
        return box;
    }

    private static HBox row(Node... nodes) {
        var row = new HBox(nodes);
        row.getStyleClass().add("wr-gap-2");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Button button(String id, String text, Icon icon, String tooltip) {
        var button = new Button(text, new IconView(icon));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip(tooltip));
        return button;
    }
}
