package io.windrose.shell.panel;

import io.windrose.workspace.story.Story;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/// The names of the parts, of which one is chosen; arrows go from one to the next.
final class TabRow extends HBox {
    private final Map<PanelTab, ToggleButton> buttons = new EnumMap<>(PanelTab.class);
    private final Consumer<PanelTab> open;

    TabRow(Consumer<PanelTab> open) {
        this.open = open;
        getStyleClass().add("wr-tabs");
        for (var tab : PanelTab.values()) {
            var button = new ToggleButton();
            button.setId("panel-tab-" + tab.name().toLowerCase(Locale.ROOT));
            button.setMinWidth(USE_PREF_SIZE);
            button.setOnAction(_ -> {
                button.setSelected(true);
                open.accept(tab);
            });
            buttons.put(tab, button);
        }
        getChildren().addAll(buttons.values());
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    }

    void show(Story story, PanelTab chosen) {
        buttons.forEach((tab, button) -> {
            boolean concerns = tab.concerns(story);
            button.setText(tab.title(story));
            button.setVisible(concerns);
            button.setManaged(concerns);
            button.setSelected(tab == chosen);
        });
    }

    private void onKey(KeyEvent event) {
        int step =
                switch (event.getCode()) {
                    case LEFT -> -1;
                    case RIGHT -> 1;
                    default -> 0;
                };
        var visible =
                buttons.entrySet().stream().filter(entry -> entry.getValue().isVisible()).toList();
        for (int i = 0; step != 0 && i < visible.size(); i++) {
            if (visible.get(i).getValue().isFocused()) {
                var next = visible.get(Math.floorMod(i + step, visible.size()));
                next.getValue().requestFocus();
                open.accept(next.getKey());
                event.consume();
                return;
            }
        }
    }
}
