package io.windrose.shell.frame;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Grey rows in the shape of what will stand here; only for the first time that something loads.
public final class Skeleton extends VBox {
    private static final double TILE = 56;
    private static final double ROW = 12;
    private static final double[] WIDTHS = {180, 416, 390, 404, 180, 416, 372};

    private Skeleton() {
        getStyleClass().addAll("wr-pad-4", "wr-gap-4");
        setAccessibleText("Loading");
        setFocusTraversable(false);
    }

    /// Tiles above rows, as in a side panel.
    public static Skeleton tilesAndRows(int tiles, int rows) {
        var skeleton = rows(rows);
        var row = new HBox();
        row.getStyleClass().add("wr-gap-2");
        for (int i = 0; i < tiles; i++) {
            var tile = bar(0, TILE);
            tile.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(tile, Priority.ALWAYS);
            row.getChildren().add(tile);
        }
        skeleton.getChildren().addFirst(row);
        return skeleton;
    }

    public static Skeleton rows(int rows) {
        var skeleton = new Skeleton();
        for (int i = 0; i < rows; i++) {
            skeleton.getChildren().add(bar(WIDTHS[i % WIDTHS.length], ROW));
        }
        return skeleton;
    }

    private static Region bar(double width, double height) {
        var bar = new Region();
        bar.getStyleClass().add("wr-skeleton");
        bar.setMinSize(0, height);
        bar.setPrefSize(width, height);
        bar.setMaxSize(width, height);
        return bar;
    }
}
