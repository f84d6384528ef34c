package io.windrose.view;

import io.windrose.icons.Icon;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;

/// Icons as nodes of a fixed size; their colours are those of the theme's classes `wr-icon` and
/// `wr-sign`.
public final class Glyph extends Region {
    private static final double SIGN_TO_DISC = 0.7;

    private Glyph(double size) {
        setMinSize(size, size);
        setPrefSize(size, size);
        setMaxSize(size, size);
        setMouseTransparent(true);
    }

    public static Glyph of(Icon icon, double size, String... styleClasses) {
        var glyph = new Glyph(size);
        var path = path(icon, "wr-icon");
        path.getStyleClass().addAll(styleClasses);
        path.getTransforms().add(new Scale(size / Icon.SIZE, size / Icon.SIZE));
        glyph.getChildren().add(path);
        return glyph;
    }

    /// A disc in a colour of health with a sign in it.
    ///
    /// @param tone `wr-failing`, `wr-degraded`, `wr-healthy` or `wr-info`
    public static Glyph sign(String tone, double size) {
        var glyph = new Glyph(size);
        var disc = new Circle(size / 2, size / 2, size / 2);
        disc.getStyleClass().add("disc");
        disc.setManaged(false);
        var sign = path(icon(tone), "sign");
        double inset = size * (1 - SIGN_TO_DISC) / 2;
        double scale = size * SIGN_TO_DISC / Icon.SIZE;
        sign.getTransforms().addAll(new Translate(inset, inset), new Scale(scale, scale));
        glyph.getChildren().addAll(disc, sign);
        glyph.getStyleClass().addAll("wr-sign", tone);
        return glyph;
    }

    /// The same with words for who cannot see it, and for a hovering hand.
    public Glyph saying(String words) {
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(words);
        setMouseTransparent(false);
        Tooltip.install(this, new Tooltip(words));
        return this;
    }

    private static Icon icon(String tone) {
        return switch (tone) {
            case "wr-failing" -> Icon.CROSS;
            case "wr-degraded" -> Icon.ALERT;
            case "wr-healthy" -> Icon.CHECK;
            default -> Icon.DASH;
        };
    }

    private static SVGPath path(Icon icon, String styleClass) {
        var path = new SVGPath();
        path.setContent(icon.path());
        path.getStyleClass().add(styleClass);
        path.setManaged(false);
        return path;
    }
}
