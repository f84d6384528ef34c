package io.windrose.shell.topology;

import javafx.scene.Group;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.CubicCurve;

/// The outline of some graph, before the first picture.
final class GraphSkeleton extends StackPane {
    private static final double RADIUS = 22;
    private static final double[][] NODES = {
        {0, 120}, {150, 120}, {300, 60}, {300, 210}, {450, 0}, {450, 120}, {600, 60}
    };
    private static final int[][] EDGES = {{0, 1}, {1, 2}, {1, 3}, {2, 4}, {2, 5}, {4, 6}, {5, 6}};

    GraphSkeleton() {
        getStyleClass().add("graph-skeleton");
        setMouseTransparent(true);
        setAccessibleText("Loading the graph");
        var drawing = new Group();
        for (int[] edge : EDGES) {
            drawing.getChildren().add(line(NODES[edge[0]], NODES[edge[1]]));
        }
        for (double[] node : NODES) {
            drawing.getChildren().add(new Circle(node[0], node[1], RADIUS));
        }
        getChildren().add(drawing);
    }

    private static CubicCurve line(double[] from, double[] to) {
        double middle = (from[0] + to[0]) / 2;
        return new CubicCurve(
                from[0] + RADIUS, from[1], middle, from[1], middle, to[1], to[0] - RADIUS, to[1]);
    }
}
