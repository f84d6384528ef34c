package io.windrose.shell.window;

import io.windrose.icons.Icon;
import io.windrose.shell.frame.Command;
import io.windrose.shell.frame.Commands;
import io.windrose.shell.frame.Screen;
import io.windrose.shell.theme.IconView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// One entry for each screen; in a narrow window the icons alone.
public final class NavigationBar extends VBox {
    static final double WIDE = 172;
    static final double NARROW = 52;

    /// Commands at the foot.
    private static final List<String> BOTTOM = List.of("keys", "settings");

    private static final double MARK = 22;

    private final List<Subscription> subscriptions = new ArrayList<>();

    NavigationBar(ShellViewModel model, Commands commands, List<Screen> screens, boolean narrow) {
        getStyleClass().addAll("wr-window", "wr-navigation");
        setId("navigation");
        double width = narrow ? NARROW : WIDE;
        setMinWidth(width);
        setMaxWidth(width);
        getChildren().add(mark(narrow));
        for (Screen.Section section : Screen.Section.values()) {
            getChildren().add(heading(section, narrow));
            screens.stream()
                    .filter(screen -> screen.section() == section)
                    .forEach(screen -> getChildren().add(entry(model, screens, screen, narrow)));
        }
        var gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        getChildren().add(gap);
        for (String id : BOTTOM) {
            commands.find(id)
                    .ifPresent(command -> getChildren().add(foot(commands, command, narrow)));
        }
    }

    void end() {
        subscriptions.forEach(Subscription::unsubscribe);
        subscriptions.clear();
    }

    /// `Ctrl+1` and so on in the order of the navigation.
    public static String keys(List<Screen> screens, Screen screen) {
        var shown = screens.stream().sorted(Comparator.comparing(Screen::section)).toList();
        return "Ctrl+" + (shown.indexOf(screen) + 1);
    }

    private static StackPane mark(boolean narrow) {
        var logo =
                new StackPane(
                        new IconView(Icon.LOGO_RAYS, MARK, "wr-accent"),
                        new IconView(Icon.LOGO, MARK));
        logo.setMaxSize(MARK, MARK);
        var name = new Label("Windrose", logo);
        name.getStyleClass().addAll("wr-heading", "wr-product");
        name.setGraphicTextGap(10);
        name.setMinWidth(USE_PREF_SIZE);
        name.setContentDisplay(narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
        var row = new StackPane(name);
        row.setAlignment(narrow ? Pos.CENTER : Pos.CENTER_LEFT);
        row.getStyleClass().add("wr-product-row");
        return row;
    }

    private static Region heading(Screen.Section section, boolean narrow) {
        if (narrow) {
            var line = new Region();
            line.getStyleClass().addAll("wr-hairline", "wr-navigation-line");
            return line;
        }
        var heading = new Label(section.title());
        heading.getStyleClass().addAll("wr-small", "wr-text-3", "wr-navigation-heading");
        return heading;
    }

    private ToggleButton entry(
            ShellViewModel model, List<Screen> screens, Screen screen, boolean narrow) {
        var button = new ToggleButton();
        button.setId("nav-" + screen.id());
        button.getStyleClass().add("wr-navigation-entry");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        var tooltip = new Tooltip();
        button.setTooltip(tooltip);
        button.setOnAction(_ -> {
            model.go(screen.id());
            button.setSelected(true);
        });
        subscriptions.add(
                model.screenProperty().subscribe(id -> button.setSelected(id.equals(screen.id()))));
        subscriptions.add(
                screen.count()
                        .subscribe(count -> {
                            button.setGraphic(content(screen, count, narrow));
                            var words = count.map(each -> ", " + each.words()).orElse("");
                            button.setAccessibleText(screen.title() + words);
                            tooltip.setText(
                                    screen.title() + words + " (" + keys(screens, screen) + ")");
                        }));
        return button;
    }

    private static Button foot(Commands commands, Command command, boolean narrow) {
        var button = new Button();
        button.setId("nav-" + command.id());
        button.getStyleClass().add("wr-navigation-entry");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setGraphic(
                narrow
                        ? new StackPane(new IconView(command.icon()))
                        : row(command.icon(), command.title()));
        button.setAccessibleText(command.title());
        button.setTooltip(new Tooltip(command.title() + " (" + command.keys() + ")"));
        button.setOnAction(_ -> commands.run(command));
        return button;
    }

    private static Region content(Screen screen, Optional<Screen.Count> count, boolean narrow) {
        if (narrow) {
            return count.<Region>map(each -> new CountedIcon(screen.icon(), each))
                    .orElseGet(() -> new StackPane(new IconView(screen.icon())));
        }
        var row = row(screen.icon(), screen.title());
        count.ifPresent(each -> row.getChildren().add(badge(each)));
        return row;
    }

    private static HBox row(Icon icon, String words) {
        var title = new Label(words);
        title.setMinWidth(USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var row = new HBox(new IconView(icon), title, gap);
        row.getStyleClass().add("wr-navigation-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Label badge(Screen.Count count) {
        var badge = new Label(Integer.toString(count.number()));
        badge.getStyleClass().addAll("wr-badge", count.tone().styleClass());
        badge.setMinWidth(USE_PREF_SIZE);
        return badge;
    }
}
