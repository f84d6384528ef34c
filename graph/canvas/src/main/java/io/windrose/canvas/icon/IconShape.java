package io.windrose.canvas.icon;

import io.windrose.icons.Icon;
import javafx.scene.Group;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;

/// An icon as a node that keeps its square, in the colour that `.wr-icon` gives it.
public final class IconShape extends StackPane {
    private static final double GRID = 24;

    /// @param size of the square in pixels
    public IconShape(Icon icon, double size) {
        var path = new SVGPath();
        path.setContent(icon.path());
        path.getStyleClass().add("wr-icon");
        path.setScaleX(size / GRID);
        path.setScaleY(size / GRID);
        getChildren().add(new Group(path));
        setMinSize(size, size);
        setPrefSize(size, size);
        setMaxSize(size, size);
        setMouseTransparent(true);
    }
}
