package io.windrose.view.yaml;

import io.windrose.icons.Icon;
import io.windrose.session.edit.Completion;
import io.windrose.session.edit.Completion.Proposal;
import io.windrose.view.Glyph;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Popup;

/// The list of what could be written at the caret. The keyboard stays with the text.
final class CompletionPopup {
    private static final double ROW = 26;
    private static final double WIDTH = 460;
    private static final int MOST_ROWS = 9;
    private static final double FRAME = 12;

    private final Popup popup = new Popup();
    private final ListView<Proposal> list = new ListView<>();
    private final Consumer<Proposal> chosen;

    CompletionPopup(String stylesheet, Consumer<Proposal> chosen) {
        this.chosen = chosen;
        list.setId("yaml-completion");
        list.getStyleClass().addAll("completion", "wr-raised");
        list.getStylesheets().add(stylesheet);
        list.setAccessibleText("Proposals");
        list.setFixedCellSize(ROW);
        list.setPrefWidth(WIDTH);
        list.setFocusTraversable(false);
        list.setCellFactory(_ -> new Row());
        list.setOnMouseClicked(_ -> choose());
        popup.getContent().add(list);
        popup.setAutoHide(true);
    }

    boolean isShowing() {
        return popup.isShowing();
    }

    void hide() {
        popup.hide();
    }

    /// @param caret on the screen
    void show(Node owner, Bounds caret, Completion completion) {
        if (completion.proposals().isEmpty()) {
            hide();
            return;
        }
        list.getItems().setAll(completion.proposals());
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
        list.setPrefHeight(Math.min(MOST_ROWS, list.getItems().size()) * ROW + FRAME);
        OwnersLook.put(owner, list);
        popup.show(owner, caret.getMinX() - FRAME, caret.getMaxY() + 2);
    }

    /// Takes the keys that move and choose.
    ///
    /// @return whether the key was for the list
    boolean take(KeyEvent key) {
        if (!isShowing()) {
            return false;
        }
        switch (key.getCode()) {
            case DOWN -> move(1);
            case UP -> move(-1);
            case PAGE_DOWN -> move(MOST_ROWS);
            case PAGE_UP -> move(-MOST_ROWS);
            case ENTER, TAB -> choose();
            case ESCAPE -> hide();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void move(int rows) {
        int last = list.getItems().size() - 1;
        int next = Math.clamp((long) list.getSelectionModel().getSelectedIndex() + rows, 0, last);
        list.getSelectionModel().select(next);
        list.scrollTo(Math.max(0, next - MOST_ROWS / 2));
    }

    private void choose() {
        var proposal = list.getSelectionModel().getSelectedItem();
        hide();
        if (proposal != null) {
            chosen.accept(proposal);
        }
    }

    private static final class Row extends ListCell<Proposal> {
        @Override
        protected void updateItem(Proposal proposal, boolean empty) {
            super.updateItem(proposal, empty);
            setText(null);
            setGraphic(empty ? null : row(proposal));
            setAccessibleText(
                    empty
                            ? null
                            : Stream.of(proposal.label(), proposal.detail())
                                    .filter(words -> !words.isEmpty())
                                    .collect(Collectors.joining(", ")));
        }

        private static Node row(Proposal proposal) {
            var label = new Label(proposal.label());
            label.getStyleClass().add("wr-code");
            label.setMinWidth(Region.USE_PREF_SIZE);
            var detail = new Label(proposal.detail());
            detail.getStyleClass().addAll("wr-tiny", "wr-text-3");
            var space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            var row = new HBox(Glyph.of(icon(proposal), 13), label, space, detail);
            row.getStyleClass().add("wr-gap-2");
            row.setAlignment(Pos.CENTER_LEFT);
            row.setPrefWidth(1); // as wide as the list
            return row;
        }

        private static Icon icon(Proposal proposal) {
            return switch (proposal.kind()) {
                case FIELD -> Icon.TAG;
                case VALUE -> Icon.LIST;
                case REFERENCE -> Icon.LINK;
            };
        }
    }
}
