package io.windrose.shell.canary;

import io.windrose.icons.Icon;
import io.windrose.kernel.TrafficSplit;
import io.windrose.session.ShiftableRoute;
import io.windrose.session.ShiftableRoutes;
import io.windrose.session.ShiftableRoutes.Obstacle;
import io.windrose.shell.frame.EmptyState;
import io.windrose.shell.theme.IconView;
import io.windrose.shell.theme.Sign;
import io.windrose.shell.theme.Tone;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// Every route of the configuration that can be shifted, with its split, and what stands in the way
/// of the others.
public final class CanaryPage extends StackPane {
    private static final double NAMES = 360;

    private final CanaryViewModel model;
    private Subscription shown = Subscription.EMPTY;

    public CanaryPage(CanaryViewModel model) {
        this.model = model;
        setId("canary-page");
        getStyleClass().add("wr-canvas");
        getStylesheets()
                .add(
                        Objects.requireNonNull(CanaryPage.class.getResource("canary.css"))
                                .toExternalForm());
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
        var content = new VBox(heading(routes));
        content.getStyleClass().addAll("wr-pad-page", "canary-page");
        if (!routes.routes().isEmpty()) {
            var list = new VBox();
            list.getStyleClass().addAll("wr-card", "canary-list");
            routes.routes().forEach(route -> list.getChildren().add(row(route)));
            content.getChildren().add(list);
        }
        if (!routes.obstacles().isEmpty()) {
            content.getChildren().addAll(obstacles(routes.obstacles()));
        }
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        getChildren().setAll(scroll);
    }

    private static Node heading(ShiftableRoutes routes) {
        var title = new Label("Canary");
        title.getStyleClass().add("wr-title");
        int count = routes.routes().size();
        var words =
                new Label(
                        count == 1
                                ? "1 route can be shifted between versions"
                                : count + " routes can be shifted between versions");
        words.getStyleClass().addAll("wr-small", "wr-text-2");
        return new VBox(title, words);
    }

    private HBox row(ShiftableRoute route) {
        var ref = route.ref();
        var name = new Label(route.service().name());
        name.getStyleClass().addAll("wr-section");
        var place =
                new Label(
                        "VirtualService %s in %s, route %s%s"
                                .formatted(
                                        ref.routes().name().name(),
                                        ref.routes().name().namespace(),
                                        ref.label(),
                                        route.matched() ? ", with conditions" : ""));
        place.getStyleClass().addAll("wr-tiny", "wr-text-2");
        var words = new VBox(name, place);
        words.setMinWidth(NAMES);
        words.setPrefWidth(NAMES);
        words.setAlignment(Pos.CENTER_LEFT);
        var bar = new MiniSplit(route.split());
        HBox.setHgrow(bar, Priority.ALWAYS);
        var open = new Button("Shift traffic", new IconView(Icon.SLIDERS));
        open.setId("canary-open-" + ref.routes().name().name() + "-" + ref.index());
        open.setMinWidth(USE_PREF_SIZE);
        open.setOnAction(_ -> model.open(ref));
        var row = new HBox(words, bar);
        model.phase(ref)
                .filter(phase -> !phase.equals(PhaseWords.NOTHING))
                .ifPresent(phase -> row.getChildren().add(chip(phase)));
        row.getChildren().add(open);
        row.getStyleClass().add("canary-list-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Label chip(PhaseWords phase) {
        var chip = new Label(phase.text());
        chip.getStyleClass().addAll("wr-chip", phase.tone().styleClass());
        chip.setMinWidth(USE_PREF_SIZE);
        return chip;
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

    /// The shares side by side, to be read and not to be dragged.
    private static final class MiniSplit extends Region {
        private static final double HEIGHT = 24;
        private static final double LEAST = 2;
        private static final double GAP = 2;

        private final List<Integer> percents;

        MiniSplit(TrafficSplit split) {
            percents = List.copyOf(split.percentBySubset().values());
            var names = new TreeSet<>(split.percentBySubset().keySet());
            split.percentBySubset()
                    .forEach((subset, percent) -> {
                        var part = new Label(Words.subset(subset) + " " + percent + " %");
                        int colour = names.headSet(subset).size() % 4 + 1;
                        part.getStyleClass().addAll("wr-chip", "wr-v" + colour, "canary-part");
                        part.setVisible(percent > 0);
                        getChildren().add(part);
                    });
            setMinHeight(HEIGHT);
            setPrefHeight(HEIGHT);
            setMaxHeight(HEIGHT);
            setMinWidth(120);
            setAccessibleText(Words.split(split));
        }

        @Override
        protected void layoutChildren() {
            double room = getWidth() - GAP * (percents.size() - 1);
            double x = 0;
            for (int i = 0; i < percents.size(); i++) {
                double width = Math.max(LEAST, Math.floor(room * percents.get(i) / 100));
                getChildren().get(i).resizeRelocate(x, 0, width, HEIGHT);
                x += percents.get(i) == 0 ? 0 : width + GAP;
            }
        }
    }
}
