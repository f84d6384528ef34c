package io.windrose.shell.panel;

import io.windrose.icons.Icon;
import io.windrose.shell.theme.IconView;
import io.windrose.workspace.story.Subject;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What can be done with the chosen one.
final class PanelActions extends VBox {
    private final PanelViewModel model;
    private final Button shift = new Button("Shift traffic…", new IconView(Icon.SLIDERS));
    private final Button config = new Button("Open config", new IconView(Icon.CONFIG));
    private final Tooltip why = new Tooltip();

    PanelActions(PanelViewModel model) {
        this.model = model;
        getStyleClass().add("panel-actions");
        shift.setId("panel-shift");
        shift.getStyleClass().add("accent");
        shift.setTooltip(why);
        shift.setOnAction(_ -> model.shiftTraffic());
        config.setId("panel-config");
        config.setTooltip(new Tooltip("Open the file that decides most about this"));
        config.setOnAction(_ -> model.openConfig());
        for (var button : new Button[] {shift, config}) {
            button.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(button, Priority.ALWAYS);
            button.managedProperty().bind(button.visibleProperty());
        }
        getChildren().addAll(shift, config);
        var reading = new Label();
        model.readOnly()
                .ifPresent(words -> {
                    reading.setText(words);
                    reading.setGraphic(new IconView(Icon.EYE, IconView.SMALL));
                    reading.getStyleClass().add("row-why");
                    reading.setWrapText(true);
                    getChildren().add(reading);
                });
    }

    void enter() {
        (shift.isVisible() ? shift : config).requestFocus();
    }

    void show(Phase.Telling told) {
        var story = told.story();
        shift.setVisible(story.shift().isPresent());
        why.setText(
                model.readOnly()
                        .map(missing -> "Try a split; it cannot be applied. " + missing)
                        .orElse("Move traffic between versions (S)"));
        config.setVisible(story.file().isPresent());
        boolean any =
                !(story.subject() instanceof Subject.Mesh)
                        && (shift.isVisible() || config.isVisible());
        setVisible(any);
        setManaged(any);
    }
}
