package io.windrose.shell.panel;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Where things will be, before the first picture.
final class PanelSkeleton extends VBox {

    PanelSkeleton() {
        getStyleClass().add("panel-content");
        setMouseTransparent(true);
        var tiles = new HBox(block(72), block(72), block(72));
        tiles.getStyleClass().add("tile-row");
        getChildren().addAll(block(48), tiles, block(76), block(76), block(76));
        for (int i = 0; i < 4; i++) {
            getChildren().add(block(16));
        }
    }

    private static Region block(double height) {
        var block = new Region();
        block.getStyleClass().add("wr-skeleton");
        block.setMinHeight(height);
        block.setPrefWidth(10);
        HBox.setHgrow(block, Priority.ALWAYS);
        return block;
    }
}
