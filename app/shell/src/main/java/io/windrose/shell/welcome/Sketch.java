package io.windrose.shell.welcome;

import javafx.scene.Group;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.CubicCurve;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;

/// Small drawings of what waits behind a card; they show no data.
final class Sketch {
    private static final double MARGIN = 12;
    private static final double NODE = 8;
    private static final double[][] PLACES = {
        {0, 50}, {54, 50}, {106, 27}, {106, 89}, {160, 0}, {160, 43}, {160, 85}, {202, 50}
    };
    private static final int[][] LINES = {
        {0, 1}, {1, 2}, {1, 3}, {2, 4}, {2, 5}, {2, 6}, {5, 7}, {6, 7}
    };
    private static final double[] BARS = {
        66, 74, 62, 76, 78, 66, 50, 70, 62, 74, 78, 76, 58, 60, 66, 50, 58, 44, 70, 48, 34, 60, 62,
        70, 56, 58, 68, 54, 62, 72, 48, 60, 70
    };
    private static final int ILL_FROM = 17;
    private static final int ILL_TO = 22;
    private static final double ILL_HEIGHT = 44;
    private static final double BAR = 3;
    private static final double STEP = 6.4;
    private static final double FLOOR = 100;

    private Sketch() {}

    static Region mesh() {
        var group = new Group();
        for (int[] line : LINES) {
            group.getChildren().add(line(PLACES[line[0]], PLACES[line[1]]));
        }
        for (int i = 0; i < PLACES.length; i++) {
            group.getChildren().add(node(i, PLACES[i][0], PLACES[i][1]));
        }
        return framed(group);
    }

    static Region recording() {
        var group = new Group();
        for (int i = 0; i < BARS.length; i++) {
            group.getChildren().add(bar(i, FLOOR - BARS[i], BARS[i], "wr-sketch-bar"));
            if (i >= ILL_FROM && i <= ILL_TO) {
                group.getChildren()
                        .add(bar(i, FLOOR - BARS[i] - ILL_HEIGHT, ILL_HEIGHT, "wr-sketch-ill"));
            }
        }
        return framed(group);
    }

    private static Region framed(Group drawing) {
        var frame = new StackPane(drawing);
        frame.getStyleClass().add("wr-sketch");
        frame.setMinSize(0, 0);
        frame.setMouseTransparent(true);
        var clip = new Rectangle();
        clip.widthProperty().bind(frame.widthProperty());
        clip.heightProperty().bind(frame.heightProperty());
        frame.setClip(clip);
        frame.layoutBoundsProperty().subscribe(_ -> fit(drawing, frame));
        return frame;
    }

    private static void fit(Group drawing, Region frame) {
        var size = drawing.getLayoutBounds();
        double scale =
                Math.min(
                        (frame.getWidth() - 2 * MARGIN) / size.getWidth(),
                        (frame.getHeight() - 2 * MARGIN) / size.getHeight());
        drawing.setScaleX(Math.clamp(scale, 0, 1));
        drawing.setScaleY(Math.clamp(scale, 0, 1));
    }

    private static Shape line(double[] from, double[] to) {
        double middle = (from[0] + to[0]) / 2;
        var line = new CubicCurve(from[0], from[1], middle, from[1], middle, to[1], to[0], to[1]);
        line.getStyleClass().add("wr-sketch-line");
        return line;
    }

    /// A gateway is a diamond, a service a hexagon, the rest circles.
    private static Shape node(int index, double x, double y) {
        Shape node =
                switch (index) {
                    case 0 -> new Polygon(x, y - NODE, x + NODE, y, x, y + NODE, x - NODE, y);
                    case 2 ->
                            new Polygon(
                                    x - NODE,
                                    y,
                                    x - NODE / 2,
                                    y - NODE * 0.87,
                                    x + NODE / 2,
                                    y - NODE * 0.87,
                                    x + NODE,
                                    y,
                                    x + NODE / 2,
                                    y + NODE * 0.87,
                                    x - NODE / 2,
                                    y + NODE * 0.87);
                    default -> new Circle(x, y, NODE);
                };
        node.getStyleClass().add("wr-sketch-node");
        return node;
    }

    private static Rectangle bar(int index, double top, double height, String styleClass) {
        var bar = new Rectangle(index * STEP, top, BAR, height);
        bar.getStyleClass().add(styleClass);
        return bar;
    }
}
