package io.windrose.shell.canary;

import io.windrose.icons.Icon;
import io.windrose.shell.theme.IconView;
import java.util.List;
import java.util.regex.Pattern;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.stage.FileChooser;

/// What applying would write, line by line.
final class DiffCard extends VBox {
    /// Blanks and dashes, a key with its colon, and the rest.
    private static final Pattern LINE = Pattern.compile("([\\s-]*)([\\w./-]+:)?(.*)");

    private static final Pattern NUMBER = Pattern.compile("\\s*[0-9.]+\\s*");

    private final RouteViewModel model;
    private final Label count = new Label();
    private final VBox lines = new VBox();
    private final Label empty = new Label("Nothing: there is no draft");
    private final Button copy =
            button("canary-copy", Icon.COPY, "Copy the file with the draft in it");
    private final Button save =
            button("canary-save", Icon.DOWNLOAD, "Save the file with the draft in it as…");
    private List<DiffLine> shown = List.of();

    DiffCard(RouteViewModel model) {
        this.model = model;
        count.getStyleClass().addAll("wr-chip", "wr-chip-line");
        count.setMinWidth(USE_PREF_SIZE);
        lines.getStyleClass().add("canary-diff-lines");
        lines.setId("canary-diff");
        empty.getStyleClass().addAll("wr-tiny", "wr-text-3");
        copy.setOnAction(_ -> copy());
        save.setOnAction(_ -> save());
        var scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("canary-diff");
        scroll.setMinHeight(0);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getStyleClass().add("canary-diff-card");
        getChildren().addAll(Cards.title("What will be written", count, copy, save), scroll);
        lines.getChildren().setAll(empty);
        show(List.of(), 0, 0);
    }

    void show(List<DiffLine> diff, int added, int removed) {
        boolean some = !diff.isEmpty();
        count.setText("+%d −%d".formatted(added, removed));
        count.setAccessibleText("%d lines come, %d lines go".formatted(added, removed));
        count.setVisible(some);
        copy.setDisable(!some);
        save.setDisable(!some);
        if (!diff.equals(shown)) {
            shown = diff;
            if (some) {
                lines.getChildren().setAll(diff.stream().map(DiffCard::line).toList());
            } else {
                lines.getChildren().setAll(empty);
            }
        }
    }

    private static Button button(String id, Icon icon, String words) {
        var button = new Button("", new IconView(icon, IconView.SMALL));
        button.setId(id);
        button.getStyleClass().addAll("flat", "small", "button-icon");
        button.setTooltip(new Tooltip(words));
        button.setAccessibleText(words);
        return button;
    }

    private static HBox line(DiffLine line) {
        var number = new Label(line.number() == 0 ? "" : Integer.toString(line.number()));
        number.getStyleClass().add("canary-diff-number");
        var sign = new Label(sign(line.sign()));
        sign.getStyleClass().add("canary-diff-sign");
        var row = new HBox(number, sign, text(line.text()));
        row.getStyleClass().addAll("canary-diff-line", look(line.sign()));
        row.setAlignment(Pos.CENTER_LEFT);
        row.setFillHeight(false);
        return row;
    }

    private static TextFlow text(String line) {
        var flow = new TextFlow();
        var parts = LINE.matcher(line);
        if (parts.matches()) {
            var key = parts.group(2);
            flow.getChildren().add(part(parts.group(1), "syn-plain"));
            if (key != null) {
                flow.getChildren().add(part(key.substring(0, key.length() - 1), "syn-key"));
                flow.getChildren().add(part(":", "syn-plain"));
            }
            var rest = parts.group(3);
            int comment = rest.indexOf(" #");
            var value = comment < 0 ? rest : rest.substring(0, comment);
            var kind = NUMBER.matcher(value).matches() ? "syn-number" : "syn-string";
            flow.getChildren().add(part(value, kind));
            if (comment >= 0) {
                flow.getChildren().add(part(rest.substring(comment), "syn-comment"));
            }
        }
        flow.setMinWidth(flow.prefWidth(-1));
        return flow;
    }

    private static Text part(String text, String styleClass) {
        var part = new Text(text);
        part.getStyleClass().addAll("wr-code", styleClass);
        return part;
    }

    private static String sign(DiffLine.Sign sign) {
        return switch (sign) {
            case ADDED -> "+";
            case REMOVED -> "−";
            case SAME, GAP -> "";
        };
    }

    private static String look(DiffLine.Sign sign) {
        return switch (sign) {
            case ADDED -> "added";
            case REMOVED -> "removed";
            case SAME, GAP -> "same";
        };
    }

    private void copy() {
        var content = new ClipboardContent();
        content.putString(model.state().written());
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void save() {
        var chooser = new FileChooser();
        chooser.setTitle("Save the file with the draft in it");
        chooser.setInitialFileName(model.state().fileName());
        var target = chooser.showSaveDialog(getScene().getWindow());
        if (target != null) {
            model.saveAs(target.toPath());
        }
    }
}
