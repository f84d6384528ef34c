package io.windrose.canvas;

import io.windrose.topology.display.Paint;
import io.windrose.topology.display.TextStyle;
import io.windrose.topology.display.Theme;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/// The colours of one theme and the fonts, made once.
final class Palette {
    /// How much of a colour is left in what stands back.
    private static final double FAINT = 0.34;

    private static final Map<Theme, Palette> PALETTES = new EnumMap<>(Theme.class);
    private static final Map<TextStyle, Font> FONTS = new EnumMap<>(TextStyle.class);

    private final Map<Paint, Color> colours = new EnumMap<>(Paint.class);
    private final Map<Paint, Color> faint = new EnumMap<>(Paint.class);

    private Palette(Theme theme) {
        var ground = Color.web(Paint.BOX.colour(theme));
        for (var paint : Paint.values()) {
            var colour = paint == Paint.NONE ? Color.TRANSPARENT : Color.web(paint.colour(theme));
            colours.put(paint, colour);
            faint.put(paint, paint == Paint.NONE ? colour : ground.interpolate(colour, FAINT));
        }
    }

    static Palette of(Theme theme) {
        return PALETTES.computeIfAbsent(theme, Palette::new);
    }

    Color colour(Paint paint) {
        return colours.getOrDefault(paint, Color.TRANSPARENT);
    }

    /// Nearly the ground, but opaque, so that lines do not shine through what they run under.
    Color faint(Paint paint) {
        return faint.getOrDefault(paint, Color.TRANSPARENT);
    }

    /// Inter where the program has loaded it; the machine's own font otherwise.
    static Font font(TextStyle style) {
        return FONTS.computeIfAbsent(
                style, _ -> Font.font(style.isStrong() ? "Inter SemiBold" : "Inter", style.size()));
    }
}
