package io.windrose.shell.welcome;

import io.windrose.icons.Icon;
import io.windrose.kernel.Problem;
import io.windrose.shell.frame.ErrorBanner;
import io.windrose.shell.frame.KeyCaps;
import io.windrose.shell.theme.IconView;
import io.windrose.shell.window.Phase;
import io.windrose.topology.display.Theme;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Where is your mesh? Four cards, what was open lately, and what is missing.
public final class WelcomeView extends StackPane {
    private static final double WIDEST = 1192;
    private static final double MARK = 40;

    private final ErrorBanner failure;
    private final Button theme =
            link("theme-toggle", "", Icon.SUN, "Switch the theme (Ctrl+Shift+L)");

    /// What the view cannot do by its model alone.
    ///
    /// @param chooseFolder asks the person for a folder and opens it
    /// @param switchTheme between dark and light
    /// @param about opens what the program says about itself
    public record Doors(
            Runnable chooseFolder,
            Runnable switchTheme,
            ObservableValue<Theme> theme,
            Runnable about,
            String version) {}

    public WelcomeView(WelcomeViewModel model, Doors doors) {
        getStylesheets()
                .add(
                        Objects.requireNonNull(WelcomeView.class.getResource("welcome.css"))
                                .toExternalForm());
        setId("welcome");
        getStyleClass().add("wr-canvas");
        failure = new ErrorBanner(model::retry);
        failure.managedProperty().bind(failure.visibleProperty());
        var cards =
                new HBox(
                        Cards.sandbox(model),
                        Cards.cluster(model),
                        Cards.folder(model, doors.chooseFolder()),
                        Cards.recording(model));
        cards.getStyleClass().add("wr-gap-4");
        cards.getChildren().forEach(WelcomeView::share);
        var panes = new HBox(new RecentPane(model), new ChecksPane(model));
        panes.getStyleClass().add("wr-gap-4");
        panes.getChildren().forEach(WelcomeView::share);
        panes.setMinHeight(USE_PREF_SIZE);
        theme.setOnAction(_ -> doors.switchTheme().run());
        var themes = doors.theme().subscribe(this::showTheme);
        var page = new VBox(head(), failure, cards, panes, foot(doors));
        page.getStyleClass().add("wr-start");
        page.setMaxSize(WIDEST, USE_PREF_SIZE);
        page.setAlignment(Pos.CENTER_LEFT);
        var centre = new StackPane(page);
        centre.getStyleClass().add("wr-start-margin");
        var scroll = new ScrollPane(centre);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        getChildren().add(scroll);
        model.phaseProperty().subscribe(this::show);
        sceneProperty()
                .subscribe((_, scene) -> {
                    if (scene == null) {
                        themes.unsubscribe();
                        model.end();
                    }
                });
    }

    private void showTheme(Theme current) {
        boolean dark = current == Theme.DARK;
        theme.setText(dark ? "Light" : "Dark");
        theme.setGraphic(new IconView(dark ? Icon.SUN : Icon.MOON, IconView.SMALL));
    }

    private void show(Phase phase) {
        failure.setVisible(phase instanceof Phase.Failed);
        if (phase instanceof Phase.Failed(var connection, var problems)) {
            failure.show(
                    "Could not open " + connection.name(),
                    problems.stream().map(Problem::message).collect(Collectors.joining("; ")),
                    Optional.empty());
        }
    }

    private static HBox head() {
        var logo =
                new StackPane(
                        new IconView(Icon.LOGO_RAYS, MARK, "wr-accent"),
                        new IconView(Icon.LOGO, MARK));
        logo.setMinSize(MARK, MARK);
        logo.setMaxSize(MARK, MARK);
        var question = new Label("Where is your mesh?");
        question.getStyleClass().add("wr-display");
        question.setMinWidth(USE_PREF_SIZE);
        var promise =
                new Label("Look at it, change it and try it, on this computer or in a cluster.");
        promise.getStyleClass().addAll("wr-body", "wr-text-2");
        var head = new HBox(logo, new VBox(question, promise));
        head.getStyleClass().add("wr-gap-4");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private HBox foot(Doors doors) {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var about =
                link("about-link", "Windrose " + doors.version(), Icon.INFO, "About (Shift+F1)");
        about.setOnAction(_ -> doors.about().run());
        var foot =
                new HBox(
                        new KeyCaps("1"),
                        words("to"),
                        new KeyCaps("4"),
                        words("choose a card"),
                        space(),
                        new KeyCaps("Ctrl+O"),
                        words("open"),
                        space(),
                        new KeyCaps("Ctrl+K"),
                        words("find anything"),
                        gap,
                        about,
                        theme);
        foot.getStyleClass().add("wr-gap-2");
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    private static Button link(String id, String text, Icon icon, String tooltip) {
        var button = new Button(text, new IconView(icon, IconView.SMALL));
        button.setId(id);
        button.getStyleClass().addAll("flat", "small", "wr-tiny");
        button.setTooltip(new Tooltip(tooltip));
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private static Label words(String text) {
        var label = new Label(text);
        label.getStyleClass().addAll("wr-tiny", "wr-text-2");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static Region space() {
        var space = new Region();
        space.getStyleClass().add("wr-start-space");
        return space;
    }

    /// The same width for each of a row.
    private static void share(Node node) {
        HBox.setHgrow(node, Priority.ALWAYS);
        if (node instanceof Region region) {
            region.setMinWidth(0);
            region.setPrefWidth(1);
            region.setMaxWidth(Double.MAX_VALUE);
        }
    }
}
