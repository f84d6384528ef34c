package io.windrose.shell.panel;

import io.windrose.icons.Icon;
import io.windrose.shell.theme.IconView;
import io.windrose.topology.Badge;
import io.windrose.workspace.story.Mark;
import javafx.scene.control.Label;

/// A badge of the graph with its icon and what is behind it.
final class MarkChip extends Label {
    private static final double ICON = 12;

    void show(Mark mark) {
        getStyleClass().setAll("label", "wr-chip", "wr-chip-line");
        setText(mark.words());
        setGraphic(new IconView(icon(mark.badge()), ICON, "wr-text-2"));
        setMinWidth(USE_PREF_SIZE);
    }

    private static Icon icon(Badge badge) {
        return switch (badge) {
            case GATEWAY -> Icon.GATEWAY;
            case VIRTUAL_SERVICE, TRAFFIC_SHIFTING -> Icon.ROUTE;
            case CIRCUIT_BREAKER -> Icon.POWER;
            case FAULT_INJECTION -> Icon.BOLT;
            case CONFIG_ERROR -> Icon.CROSS_CIRCLE;
            case CONFIG_WARNING -> Icon.ALERT_CIRCLE;
            case OUTSIDE -> Icon.CLOUD;
            case IDLE -> Icon.MOON;
            case ROOT -> Icon.ARROW_RIGHT;
            case FOUND -> Icon.SEARCH;
        };
    }
}
