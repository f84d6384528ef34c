package io.windrose.shell.settings;

import io.windrose.icons.Icon;
import io.windrose.shell.theme.IconView;
import io.windrose.workspace.preferences.Preferences;
import io.windrose.workspace.preferences.ThemeChoice;
import io.windrose.workspace.story.TimeSpan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// A row for each choice; there is nothing to confirm.
public final class SettingsView extends VBox {
    private static final double WIDTH = 560;
    private static final List<Duration> PACES =
            List.of(
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(15),
                    Duration.ofSeconds(60));

    private Subscription subscription = Subscription.EMPTY;

    /// @param stalls the file where it is written when the window stood still
    public SettingsView(SettingsViewModel model, Path stalls, Runnable close) {
        getStyleClass().addAll("wr-raised", "wr-pad-4", "wr-gap-4");
        setId("settings");
        setMaxSize(WIDTH, USE_PREF_SIZE);
        getChildren()
                .addAll(
                        head(close),
                        row("Theme", "Also Ctrl+Shift+L", themes(model)),
                        row("Refresh", "How often a new connection is looked at", paces(model)),
                        row(
                                "Reduced motion",
                                "Nothing moves: dots stand still, drawers appear at once",
                                motion(model)),
                        row(
                                "Stall detector",
                                "Whenever the window stands still for more than 100 ms, writes what it"
                                        + " was doing to "
                                        + stalls,
                                stalls(model)));
        sceneProperty()
                .subscribe((_, scene) -> {
                    if (scene == null) {
                        subscription.unsubscribe();
                    }
                });
    }

    private static HBox head(Runnable close) {
        var title = new Label("Settings");
        title.getStyleClass().add("wr-heading");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var button = new Button("", new IconView(Icon.CLOSE));
        button.setId("settings-close");
        button.getStyleClass().addAll("flat", "button-icon");
        button.setAccessibleText("Close");
        button.setTooltip(new Tooltip("Close (Esc)"));
        button.setOnAction(_ -> close.run());
        var head = new HBox(title, gap, button);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private static HBox row(String title, String detail, Node control) {
        var name = new Label(title);
        name.getStyleClass().add("wr-section");
        var more = new Label(detail);
        more.getStyleClass().addAll("wr-tiny", "wr-text-2");
        more.setWrapText(true);
        more.setMinHeight(USE_PREF_SIZE);
        var words = new VBox(name, more);
        HBox.setHgrow(words, Priority.ALWAYS);
        var row = new HBox(words, control);
        row.getStyleClass().add("wr-gap-4");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private HBox themes(SettingsViewModel model) {
        var segments = segments();
        for (ThemeChoice theme : ThemeChoice.values()) {
            var button =
                    segment(
                            "theme-" + theme.name().toLowerCase(Locale.ROOT),
                            words(theme),
                            theme == ThemeChoice.SYSTEM
                                    ? "As the desktop around it"
                                    : "Always " + words(theme).toLowerCase(Locale.ROOT));
            button.setOnAction(_ -> {
                model.change(values -> values.withTheme(theme));
                button.setSelected(true);
            });
            follow(model, values -> button.setSelected(values.theme() == theme));
            segments.getChildren().add(button);
        }
        return segments;
    }

    private static String words(ThemeChoice theme) {
        return switch (theme) {
            case DARK -> "Dark";
            case LIGHT -> "Light";
            case SYSTEM -> "System";
        };
    }

    private HBox paces(SettingsViewModel model) {
        var segments = segments();
        for (Duration pace : PACES) {
            var words = TimeSpan.words(pace);
            var button = segment("refresh-" + pace.toSeconds(), words, "Every " + words);
            button.setOnAction(_ -> {
                model.change(values -> values.withPace(Optional.of(pace)));
                button.setSelected(true);
            });
            follow(model, values -> button.setSelected(values.pace().equals(Optional.of(pace))));
            segments.getChildren().add(button);
        }
        return segments;
    }

    private CheckBox motion(SettingsViewModel model) {
        var box = box("reduced-motion", "Reduced motion");
        box.setOnAction(_ -> model.change(values -> values.withReducedMotion(box.isSelected())));
        follow(model, values -> box.setSelected(values.reducedMotion()));
        return box;
    }

    private CheckBox stalls(SettingsViewModel model) {
        var box = box("stall-detector", "Stall detector");
        box.setOnAction(_ -> model.change(values -> values.withStallDetector(box.isSelected())));
        follow(model, values -> box.setSelected(values.stallDetector()));
        return box;
    }

    private void follow(SettingsViewModel model, Consumer<Preferences> show) {
        subscription = subscription.and(model.valuesProperty().subscribe(show));
    }

    private static HBox segments() {
        var segments = new HBox();
        segments.getStyleClass().add("wr-segments");
        segments.setMinWidth(USE_PREF_SIZE);
        return segments;
    }

    private static ToggleButton segment(String id, String words, String tooltip) {
        var button = new ToggleButton(words);
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(new Tooltip(tooltip));
        return button;
    }

    private static CheckBox box(String id, String words) {
        var box = new CheckBox();
        box.setId(id);
        box.setAccessibleText(words);
        box.setTooltip(new Tooltip(words));
        return box;
    }
}
