package io.windrose.shell.theme;

import io.windrose.icons.Icon;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;

/// A disc in the colour of a tone with the tone's sign in it: tick, exclamation mark, cross, dash.
public final class Sign extends Region {
    /// Pixels, beside a line of text.
    public static final double NORMAL = 14;

    private static final double SIGN_TO_DISC = 0.7;

    public Sign(Tone tone) {
        this(tone, NORMAL);
    }

    /// @param size pixels across
    public Sign(Tone tone, double size) {
        var disc = new Circle(size / 2, size / 2, size / 2);
        disc.getStyleClass().add("disc");
        disc.setManaged(false);
        getChildren().addAll(disc, sign(tone, size));
        getStyleClass().addAll("wr-sign", tone.styleClass());
        setMinSize(size, size);
        setPrefSize(size, size);
        setMaxSize(size, size);
        setMouseTransparent(true);
    }

    private static SVGPath sign(Tone tone, double size) {
        var path = new SVGPath();
        path.setContent(tone.sign().path());
        path.getStyleClass().add("sign");
        double inset = size * (1 - SIGN_TO_DISC) / 2;
        double scale = size * SIGN_TO_DISC / Icon.SIZE;
        path.getTransforms().addAll(new Translate(inset, inset), new Scale(scale, scale));
        path.setManaged(false);
        return path;
    }
}
