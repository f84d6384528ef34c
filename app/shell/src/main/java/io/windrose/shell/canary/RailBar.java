package io.windrose.shell.canary;

import io.windrose.shell.theme.Tone;
import javafx.scene.layout.Region;

/// How much of a limit is used: a bar, and a mark where the limit stands.
final class RailBar extends Region {
    private static final double HEIGHT = 12;
    private static final double THICKNESS = 4;
    private static final double MARK = 2;

    private final Region ground = part("rail-ground");
    private final Region filled = part("rail-filled");
    private final Region mark = part("rail-mark");
    private double share;
    private double limitAt;

    RailBar() {
        getChildren().addAll(ground, filled, mark);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
    }

    /// @param share 0 to 1
    /// @param limitAt 0 to 1
    void show(Tone tone, double share, double limitAt) {
        this.share = share;
        this.limitAt = limitAt;
        filled.getStyleClass().setAll("rail-filled", tone.styleClass());
        requestLayout();
    }

    private static Region part(String styleClass) {
        var part = new Region();
        part.getStyleClass().add(styleClass);
        return part;
    }

    @Override
    protected void layoutChildren() {
        double top = (HEIGHT - THICKNESS) / 2;
        ground.resizeRelocate(0, top, getWidth(), THICKNESS);
        filled.resizeRelocate(0, top, Math.rint(getWidth() * share), THICKNESS);
        mark.resizeRelocate(Math.rint(getWidth() * limitAt - MARK / 2), 0, MARK, HEIGHT);
    }
}
