package io.windrose.view.yaml;

import io.windrose.icons.Icon;
import io.windrose.view.Glyph;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.fxmisc.richtext.CodeArea;

/// Finds text in the editor, without regard to case. Enter goes on, Shift-Enter back, Esc closes.
final class FindBar extends HBox {
    private final CodeArea area;
    private final TextField wanted = new TextField();
    private final Label count = new Label();

    FindBar(CodeArea area) {
        this.area = area;
        wanted.setId("yaml-find");
        wanted.setPromptText("Find in this file");
        wanted.setAccessibleText("Find in this file");
        wanted.getStyleClass().add("small");
        wanted.textProperty().subscribe(_ -> go(area.getSelection().getStart()));
        wanted.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        count.getStyleClass().addAll("wr-tiny", "wr-text-3");
        getChildren()
                .addAll(
                        wanted,
                        button(Icon.CHEVRON_UP, "Previous match", this::back),
                        button(Icon.CHEVRON_DOWN, "Next match", this::forth),
                        count,
                        button(Icon.CLOSE, "Close", this::close));
        getStyleClass().addAll("find-bar", "wr-gap-1");
        setAlignment(Pos.CENTER_LEFT);
        shown(false);
    }

    void open() {
        shown(true);
        var selected = area.getSelectedText();
        if (!selected.isEmpty() && selected.indexOf('\n') < 0) {
            wanted.setText(selected);
        }
        wanted.selectAll();
        wanted.requestFocus();
    }

    private void close() {
        shown(false);
        area.requestFocus();
    }

    private void shown(boolean shown) {
        setVisible(shown);
        setManaged(shown);
    }

    private void onKey(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE) {
            close();
        } else if (key.getCode() == KeyCode.ENTER && key.isShiftDown()) {
            back();
        } else if (key.getCode() == KeyCode.ENTER) {
            forth();
        } else {
            return;
        }
        key.consume();
    }

    private void forth() {
        go(area.getSelection().getEnd());
    }

    private void back() {
        var matches = matches();
        int before = area.getSelection().getStart();
        select(
                matches,
                matches.stream()
                        .filter(at -> at < before)
                        .reduce((_, last) -> last)
                        .orElse(matches.isEmpty() ? -1 : matches.getLast()));
    }

    private void go(int from) {
        var matches = matches();
        select(
                matches,
                matches.stream()
                        .filter(at -> at >= from)
                        .findFirst()
                        .orElse(matches.isEmpty() ? -1 : matches.getFirst()));
    }

    private void select(List<Integer> matches, int at) {
        count.setText(
                wanted.getText().isEmpty()
                        ? ""
                        : matches.isEmpty()
                                ? "No match"
                                : "%d of %d".formatted(matches.indexOf(at) + 1, matches.size()));
        if (at >= 0) {
            area.selectRange(at, at + wanted.getText().length());
            area.requestFollowCaret();
        }
    }

    private List<Integer> matches() {
        var text = area.getText().toLowerCase(Locale.ROOT);
        var word = wanted.getText().toLowerCase(Locale.ROOT);
        var matches = new ArrayList<Integer>();
        if (!word.isEmpty()) {
            for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
                matches.add(at);
            }
        }
        return matches;
    }

    private static Button button(Icon icon, String words, Runnable action) {
        var button = new Button(null, Glyph.of(icon, 14));
        button.getStyleClass().addAll("flat", "button-icon", "small");
        button.setTooltip(new Tooltip(words));
        button.setAccessibleText(words);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
