package io.windrose.shell.theme;

import io.windrose.icons.Icon;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;

/// An icon as a node of a fixed size; its colour comes from the style class `wr-icon`, or from
/// `wr-mark` where the icon is an area.
public final class IconView extends Region {
    /// Pixels, beside a line of text.
    public static final double NORMAL = 16;

    /// Pixels, inside chips and small buttons.
    public static final double SMALL = 13;

    public IconView(Icon icon) {
        this(icon, NORMAL);
    }

    /// @param size pixels of the square that it takes
    /// @param styleClasses of the drawing beside its own, such as those of [Tone]
    public IconView(Icon icon, double size, String... styleClasses) {
        getChildren().add(drawing(icon, size / Icon.SIZE, styleClasses));
        setMinSize(size, size);
        setPrefSize(size, size);
        setMaxSize(size, size);
        setMouseTransparent(true);
    }

    static SVGPath drawing(Icon icon, double scale, String... styleClasses) {
        var path = new SVGPath();
        path.setContent(icon.path());
        path.getStyleClass().add(icon.filled() ? "wr-mark" : "wr-icon");
        path.getStyleClass().addAll(styleClasses);
        path.getTransforms().add(new Scale(scale, scale));
        path.setManaged(false);
        return path;
    }
}
