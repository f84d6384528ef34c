package io.windrose.shell.panel;

import io.windrose.shell.theme.Tone;
import io.windrose.workspace.story.Tile;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A few figures of the same width side by side.
final class TileRow extends HBox {
    private List<Tile> shown = List.of();

    TileRow() {
        getStyleClass().add("tile-row");
    }

    void show(List<Tile> tiles) {
        if (tiles.equals(shown)) {
            return;
        }
        shown = tiles;
        while (getChildren().size() < tiles.size()) {
            getChildren().add(new Card());
        }
        getChildren().remove(tiles.size(), getChildren().size());
        for (int i = 0; i < tiles.size(); i++) {
            if (getChildren().get(i) instanceof Card card) {
                card.show(tiles.get(i));
            }
        }
    }

    private static final class Card extends VBox {
        private final Label label = RowParts.shrinking("tile-label");
        private final Label value = RowParts.whole("wr-figure");
        private final Label unit = RowParts.shrinking("tile-unit");
        private final Label change = RowParts.shrinking("tile-change");

        Card() {
            getStyleClass().addAll("wr-card", "tile");
            var figure = new HBox(value, unit);
            figure.getStyleClass().add("tile-figure");
            figure.setAlignment(Pos.BASELINE_LEFT);
            getChildren().addAll(label, figure, change);
            HBox.setHgrow(this, Priority.ALWAYS);
            setPrefWidth(1);
            setMinWidth(1);
        }

        void show(Tile tile) {
            label.setText(tile.label());
            value.setText(tile.value());
            unit.setText(tile.unit());
            change.setText(tile.change());
            change.getStyleClass()
                    .setAll("label", "tile-change", Tone.of(tile.tone()).styleClass());
            setAccessibleText(
                    tile.label() + " " + tile.value() + " " + tile.unit() + ", " + tile.change());
        }
    }
}
