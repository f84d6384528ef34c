package io.windrose.canvas;

import io.windrose.canvas.icon.IconShape;
import io.windrose.icons.Icon;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Subscription;

/// Smaller, the zoom in percent (a click sets 100 %), larger.
final class ZoomControl extends HBox {
    private static final double ICON = 14;
    private final Subscription subscription;

    ZoomControl(TopologyViewModel model) {
        setId("zoom");
        getStyleClass().addAll("wr-floating", "wr-zoom");
        var value = new Button();
        value.setId("zoom-value");
        value.setOnAction(_ -> model.zoomActual());
        value.setMaxWidth(Double.MAX_VALUE);
        say(value, "Zoom to 100 % (0)", "Zoom to 100 percent");
        setHgrow(value, Priority.ALWAYS);
        var out = button("zoom-out", Icon.MINUS, "Zoom out (-)", "Zoom out");
        out.setOnAction(_ -> model.zoomOut());
        var in = button("zoom-in", Icon.PLUS, "Zoom in (+)", "Zoom in");
        in.setOnAction(_ -> model.zoomIn());
        getChildren().addAll(out, value, in);
        subscription =
                model.cameraProperty()
                        .subscribe(camera -> {
                            value.setText(Math.round(camera.zoom() * 100) + " %");
                            out.setDisable(camera.zoom() <= Camera.LEAST);
                            in.setDisable(camera.zoom() >= Camera.MOST);
                        });
    }

    void end() {
        subscription.unsubscribe();
    }

    private static Button button(String id, Icon icon, String tip, String spoken) {
        var button = new Button();
        button.setId(id);
        button.setGraphic(new IconShape(icon, ICON));
        say(button, tip, spoken);
        return button;
    }

    private static void say(Button button, String tip, String spoken) {
        button.getStyleClass().setAll("button", "wr-plain");
        button.setTooltip(new Tooltip(tip));
        button.setAccessibleText(spoken);
    }
}
