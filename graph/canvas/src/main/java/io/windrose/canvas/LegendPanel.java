package io.windrose.canvas;

import io.windrose.canvas.icon.IconShape;
import io.windrose.icons.Icon;
import io.windrose.topology.display.LegendCard;
import io.windrose.topology.display.Theme;
import javafx.beans.value.ObservableValue;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.transform.Scale;
import javafx.util.Subscription;

/// What the signs mean; its title opens and closes it.
final class LegendPanel extends VBox {
    private static final double ROOMY_WIDTH = 1_000;
    private static final double ROOMY_HEIGHT = 640;

    /// What title and arrow need of the width.
    private static final double TITLE_WIDTH = 62;

    private final ObservableValue<Theme> theme;
    private final Canvas canvas = new Canvas();
    private final Pane rows = new Pane(canvas);
    private final Button title = new Button("Legend");
    private final Prepared picture;
    private final double width;
    private final double height;
    private double raster = 1;
    private boolean asked;

    LegendPanel(ObservableValue<Theme> theme) {
        this.theme = theme;
        var card = LegendCard.picture();
        picture = Prepared.of(card);
        width = card.area().width();
        height = card.area().height();
        setId("legend");
        getStyleClass().addAll("wr-floating", "wr-legend");
        rows.setMinSize(width, height);
        rows.setPrefSize(width, height);
        canvas.setManaged(false);
        title.setId("legend-toggle");
        title.getStyleClass().setAll("button", "wr-plain", "wr-legend-title");
        title.setMaxWidth(Double.MAX_VALUE);
        title.setTooltip(new Tooltip("Open or close the legend (L)"));
        title.setOnAction(_ -> toggle());
        getChildren().addAll(title, rows);
        open(true);
    }

    Subscription follow() {
        return theme.subscribe(_ -> paint());
    }

    /// As the user wants it from now on, however much room there is.
    void toggle() {
        asked = true;
        open(!rows.isVisible());
    }

    /// Open where it leaves room for the graph, until the user has said what he wants.
    void roomFor(double windowWidth, double windowHeight) {
        if (!asked) {
            open(windowWidth >= ROOMY_WIDTH && windowHeight >= ROOMY_HEIGHT);
        }
    }

    private void open(boolean isOpen) {
        if (title.getGraphic() != null && rows.isVisible() == isOpen) {
            return;
        }
        rows.setVisible(isOpen);
        rows.setManaged(isOpen);
        title.setGraphic(new IconShape(isOpen ? Icon.CHEVRON_DOWN : Icon.CHEVRON_UP, 14));
        double gap = isOpen ? width - TITLE_WIDTH : 8;
        title.setStyle("-fx-graphic-text-gap: " + gap + "px;");
        title.setAccessibleText(isOpen ? "Close the legend" : "Open the legend");
    }

    void raster(double newRaster) {
        raster = newRaster;
        canvas.getTransforms().setAll(new Scale(1 / raster, 1 / raster));
        canvas.setWidth(width * raster);
        canvas.setHeight(height * raster);
        paint();
    }

    private void paint() {
        new CanvasPainter(canvas.getGraphicsContext2D(), theme.getValue())
                .paintOver(picture, Camera.START, width, height, raster);
    }
}
