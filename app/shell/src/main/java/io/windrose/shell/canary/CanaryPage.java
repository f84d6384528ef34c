package io.windrose.shell.canary;

import io.windrose.icons.Icon;
import io.windrose.session.ShiftableRoute;
import io.windrose.session.ShiftableRoutes;
import io.windrose.session.ShiftableRoutes.Obstacle;
import io.windrose.shell.frame.EmptyState;
import io.windrose.shell.frame.Kept;
import io.windrose.shell.theme.Sign;
import io.windrose.shell.theme.Tone;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// Every route of the configuration that can be shifted, with its split, and what stands in the way
/// of the others.
public final class CanaryPage extends StackPane {
    private static final double NAMES = 360;
    private static final double BEHIND = 0.35;

    private final Label words = new Label();
    private final VBox list = new VBox();
    private final VBox below = new VBox();
    private final ScrollPane scroll;
    private final Kept<ShiftableRoute, RouteRow> rows;
    private List<Obstacle> obstacles = List.of();
    private Subscription shown = Subscription.EMPTY;

    public CanaryPage(CanaryViewModel model) {
        setId("canary-page");
        getStyleClass().add("wr-canvas");
        getStylesheets()
                .add(
                        Objects.requireNonNull(CanaryPage.class.getResource("canary.css"))
                                .toExternalForm());
        rows = new Kept<>(ShiftableRoute::ref, _ -> new RouteRow(model, NAMES), RouteRow::show);
        var title = new Label("Canary");
        title.getStyleClass().add("wr-title");
        words.getStyleClass().addAll("wr-small", "wr-text-2");
        list.getStyleClass().addAll("wr-card", "canary-list");
        below.getStyleClass().add("canary-page");
        var content = new VBox(new VBox(title, words), list, below);
        content.getStyleClass().addAll("wr-pad-page", "canary-page");
        scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        // the drawer covers most of it: what is cut off by it must not look like text to be read
        scroll.opacityProperty().bind(model.openProperty().map(open -> open ? BEHIND : 1));
        sceneProperty()
                .subscribe(scene -> {
                    shown.unsubscribe();
                    shown =
                            scene == null
                                    ? Subscription.EMPTY
                                    : Subscription.combine(
                                            model.routesProperty().subscribe(this::show),
                                            // what was asked may have moved on meanwhile
                                            model.openProperty()
                                                    .subscribe(_ ->
                                                            show(model.routesProperty().get())),
                                            model.versions()
                                                    .subscribe(_ ->
                                                            show(model.routesProperty().get())),
                                            model.draftsProperty()
                                                    .subscribe(_ ->
                                                            show(model.routesProperty().get())));
                });
    }

    private void show(ShiftableRoutes routes) {
        if (routes.routes().isEmpty() && routes.obstacles().isEmpty()) {
            getChildren()
                    .setAll(
                            new EmptyState(
                                    Icon.CANARY,
                                    "No route divides requests among versions",
                                    "A shift needs a DestinationRule with subsets and a"
                                            + " VirtualService that routes to them."));
            return;
        }
        int count = routes.routes().size();
        words.setText(
                count == 1
                        ? "1 route can be shifted between versions"
                        : count + " routes can be shifted between versions");
        rows.show(routes.routes(), list.getChildren());
        list.setVisible(count > 0);
        list.setManaged(count > 0);
        if (!routes.obstacles().equals(obstacles)) {
            obstacles = routes.obstacles();
            below.getChildren()
                    .setAll(obstacles.isEmpty() ? List.of() : obstacles(routes.obstacles()));
        }
        Kept.replace(getChildren(), List.of(scroll));
    }

    private static List<Node> obstacles(List<Obstacle> obstacles) {
        var title = new Label("Cannot be shifted");
        title.getStyleClass().add("wr-section");
        var list = new VBox();
        list.getStyleClass().addAll("wr-card", "canary-list");
        for (var obstacle : obstacles) {
            var what = new Label("%s %s".formatted(obstacle.object(), obstacle.place()).strip());
            what.getStyleClass().addAll("wr-small", "wr-strong");
            what.setMinWidth(NAMES);
            what.setPrefWidth(NAMES);
            var why = new Label(obstacle.why());
            why.getStyleClass().addAll("wr-small", "wr-text-2");
            why.setWrapText(true);
            HBox.setHgrow(why, Priority.ALWAYS);
            var row = new HBox(new Sign(Tone.IDLE), what, why);
            row.getStyleClass().add("canary-list-row");
            row.setAlignment(Pos.CENTER_LEFT);
            list.getChildren().add(row);
        }
        return List.of(title, list);
    }
}
