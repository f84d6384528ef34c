package io.windrose.view.config;

import io.windrose.config.file.JournalEntry;
import io.windrose.config.patch.LineDiff;
import io.windrose.icons.Icon;
import io.windrose.view.Glyph;
import io.windrose.view.diff.DiffView;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What was written to the file from here, newest first; each change can be looked at, and the
/// newest taken back to the byte.
final class HistoryPane extends VBox {
    private static final double ROW = 30;
    private static final int CONTEXT = 3;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM, HH:mm:ss", Locale.ENGLISH)
                    .withZone(ZoneId.systemDefault());

    private final ConfigViewModel model;
    private final ListView<JournalEntry> list = new ListView<>();
    private final DiffView diff = new DiffView("Choose a change above to see what it did");

    HistoryPane(ConfigViewModel model) {
        this.model = model;
        list.setId("config-history");
        list.setAccessibleText("History");
        list.setFixedCellSize(ROW);
        list.setMinHeight(ROW * 3);
        list.setPrefHeight(ROW * 6);
        list.setPlaceholder(
                Parts.label(
                        "Nothing was written to this file from here yet", "wr-small", "wr-text-3"));
        list.setCellFactory(_ -> new Row());
        list.getSelectionModel().selectedItemProperty().subscribe(this::onChosen);
        VBox.setVgrow(diff, Priority.ALWAYS);
        getChildren().addAll(list, diff);
        getStyleClass().add("history-pane");
        model.historyProperty().subscribe(this::show);
    }

    void focusList() {
        list.requestFocus();
    }

    private void show(List<JournalEntry> entries) {
        var before = list.getSelectionModel().getSelectedItem();
        boolean grown = entries.size() > list.getItems().size();
        list.getItems().setAll(entries);
        entries.stream()
                .filter(entry -> !grown && before != null && entry.id() == before.id())
                .findFirst()
                .ifPresentOrElse(
                        list.getSelectionModel()::select, list.getSelectionModel()::selectFirst);
    }

    private void onChosen(@Nullable JournalEntry entry) {
        diff.show(
                entry == null
                        ? List.of()
                        : LineDiff.of(entry.edit().before(), entry.edit().after()),
                CONTEXT);
    }

    private final class Row extends ListCell<JournalEntry> {
        @Override
        protected void updateItem(JournalEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            setText(null);
            setGraphic(empty ? null : row(entry));
            setAccessibleText(empty ? null : spoken(entry));
        }

        private static String spoken(JournalEntry entry) {
            var resource = entry.edit().resource(); // of several objects none is named
            return "Change %d, %s, %s%s%s"
                    .formatted(
                            entry.id(),
                            TIME.format(entry.at()),
                            resource.isEmpty() ? "" : resource + ", ",
                            entry.edit().summary(),
                            entry.undone() ? ", taken back" : "");
        }

        private Node row(JournalEntry entry) {
            var time = Parts.label(TIME.format(entry.at()), "wr-small", "wr-text-2");
            time.setMinWidth(USE_PREF_SIZE);
            var what = Parts.label(entry.edit().resource(), "wr-small");
            var summary = Parts.label(entry.edit().summary(), "wr-small", "wr-text-2");
            summary.setMinWidth(USE_PREF_SIZE);
            var row =
                    new HBox(
                            Glyph.of(Icon.HISTORY, 14),
                            time,
                            what,
                            summary,
                            Parts.space(),
                            end(entry));
            row.getStyleClass().add("wr-gap-3");
            row.setAlignment(Pos.CENTER_LEFT);
            row.setPrefWidth(1);
            return row;
        }

        private Node end(JournalEntry entry) {
            if (entry.undone()) {
                return Parts.label("Taken back", "wr-chip");
            }
            var undo =
                    Parts.button(
                            "config-history-undo",
                            "Take back",
                            Icon.UNDO,
                            () -> {
                                list.requestFocus(); // the button goes with what it takes back
                                model.undo(entry);
                            });
            undo.getStyleClass().add("small");
            undo.setDisable(!entry.equals(newest()));
            return Parts.withTip(undo, "Put the file back to what it was before, to the byte");
        }

        private @Nullable JournalEntry newest() {
            return list.getItems().stream().filter(one -> !one.undone()).findFirst().orElse(null);
        }
    }
}
