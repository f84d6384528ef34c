package io.windrose.shell.window;

import io.windrose.icons.Icon;
import io.windrose.shell.frame.Screen;
import io.windrose.shell.theme.IconView;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// An icon with a number at its upper right edge, which may stand out of what the icon lies in.
final class CountedIcon extends Region {
    private static final int MOST = 99;

    /// How far left of the middle of the icon the number begins: three signs end inside of the bar.
    private static final double BACK = 2;

    /// How far below the upper edge of the icon the number ends.
    private static final double OVERLAP = 3;

    private final IconView icon;
    private final Label number;

    CountedIcon(Icon shape, Screen.Count count) {
        icon = new IconView(shape);
        number = new Label(count.number() > MOST ? MOST + "+" : Integer.toString(count.number()));
        number.getStyleClass().addAll("wr-badge", "wr-badge-over", count.tone().styleClass());
        number.setManaged(false);
        getChildren().addAll(icon, number);
    }

    @Override
    protected double computePrefWidth(double height) {
        return icon.prefWidth(height);
    }

    @Override
    protected double computePrefHeight(double width) {
        return icon.prefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        layoutInArea(icon, 0, 0, getWidth(), getHeight(), 0, HPos.CENTER, VPos.CENTER);
        number.autosize();
        var shape = icon.getBoundsInParent();
        number.relocate(
                snapPositionX(shape.getCenterX() - BACK),
                snapPositionY(shape.getMinY() + OVERLAP - number.getHeight()));
    }
}
