package io.windrose.shell.canary;

import io.windrose.icons.Icon;
import io.windrose.session.ShiftableRoutes;
import io.windrose.shell.frame.Banner;
import io.windrose.shell.theme.IconView;
import io.windrose.view.split.SplitBar;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// The drawer over the graph in which one route's traffic is shifted and watched.
public final class CanaryDrawer extends VBox {
    /// Pixels, as in the design.
    public static final double WIDTH = 760;

    private final CanaryViewModel model;
    private final ZoneId zone;
    private Subscription shown = Subscription.EMPTY;
    private Subscription state = Subscription.EMPTY;

    public CanaryDrawer(CanaryViewModel model, ZoneId zone) {
        this.model = model;
        this.zone = zone;
        setId("canary-drawer");
        getStyleClass().addAll("wr-panel", "canary-drawer");
        getStylesheets()
                .add(
                        Objects.requireNonNull(CanaryDrawer.class.getResource("canary.css"))
                                .toExternalForm());
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) {
                        model.close();
                        event.consume();
                    }
                });
        sceneProperty()
                .subscribe(scene -> {
                    shown.unsubscribe();
                    state.unsubscribe();
                    shown =
                            scene == null
                                    ? Subscription.EMPTY
                                    : model.chosenProperty().subscribe(this::show);
                });
    }

    private void show(Optional<RouteViewModel> route) {
        state.unsubscribe();
        getChildren().clear();
        route.ifPresent(this::build);
    }

    private void build(RouteViewModel route) {
        var header = new Header(model);
        var advice = new VBox();
        var table = new VersionTable(route);
        var success = new ChartCard("Success rate, %", "canary-chart-success", zone);
        var p95 = new ChartCard("p95, ms", "canary-chart-p95", zone);
        var guard = new GuardCard(route);
        var steps = new StepsCard(route);
        var diff = new DiffCard(route);
        var footer = new FooterBar(route);
        var left = new VBox(guard, steps);
        left.getStyleClass().add("canary-column");
        var cards = new GridPane();
        cards.getStyleClass().add("canary-columns");
        cards.getColumnConstraints().addAll(half(), half());
        cards.addRow(0, success, p95);
        cards.addRow(1, left, diff);
        GridPane.setVgrow(left, Priority.ALWAYS);
        VBox.setVgrow(cards, Priority.ALWAYS);
        var content = new VBox(advice, new SplitBar(route.split(), route::colour), table, cards);
        content.getStyleClass().add("canary-content");
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(header, scroll, footer);
        state =
                Subscription.combine(
                        model.routesProperty().subscribe(header::choices),
                        route.stateProperty()
                                .subscribe(now -> {
                                    header.show(now);
                                    showAdvice(advice, now.advice());
                                    table.show(now.rows());
                                    success.show(now.charts().success(), now.rows());
                                    p95.show(now.charts().p95(), now.rows());
                                    guard.show(now.stepBack(), now.rails());
                                    steps.show(now.canary(), now.steps(), now.held());
                                    diff.show(now.diff(), now.added(), now.removed());
                                    footer.show(now.footer());
                                }));
    }

    private static ColumnConstraints half() {
        var half = new ColumnConstraints();
        half.setPercentWidth(50);
        return half;
    }

    private static void showAdvice(VBox box, Optional<Advice> advice) {
        box.setManaged(advice.isPresent());
        box.getChildren().clear();
        advice.ifPresent(words -> {
            var banner = new Banner(words.tone());
            banner.setId("canary-advice");
            banner.say(words.what(), words.why());
            box.getChildren().add(banner);
        });
    }

    /// Which route, and where its shift stands.
    private static final class Header extends HBox {
        private final CanaryViewModel model;
        private final Label title = new Label();
        private final Label place = new Label();
        private final MenuButton others = new MenuButton("Other routes");
        private final Label phase = new Label();
        private final Label draft =
                new Label(
                        "Draft, not applied",
                        new IconView(Icon.PENCIL, IconView.SMALL, "wr-accent"));

        Header(CanaryViewModel model) {
            this.model = model;
            getStyleClass().add("canary-header");
            setAlignment(Pos.CENTER_LEFT);
            title.getStyleClass().add("wr-heading");
            place.getStyleClass().addAll("wr-tiny", "wr-text-2");
            var words = new VBox(title, place);
            words.setAlignment(Pos.CENTER_LEFT);
            HBox.setHgrow(words, Priority.ALWAYS);
            others.setId("canary-routes");
            others.getStyleClass().addAll("flat", "small");
            others.setMinWidth(USE_PREF_SIZE);
            phase.setId("canary-phase");
            phase.setMinWidth(USE_PREF_SIZE);
            draft.setId("canary-draft");
            draft.getStyleClass().addAll("wr-chip", "wr-accent");
            draft.setMinWidth(USE_PREF_SIZE);
            getChildren()
                    .addAll(
                            new IconView(Icon.SLIDERS, 20, "wr-accent"),
                            words,
                            others,
                            phase,
                            draft,
                            close());
        }

        private Button close() {
            var close = new Button("", new IconView(Icon.CLOSE));
            close.setId("canary-close");
            close.getStyleClass().addAll("flat", "small", "button-icon");
            close.setTooltip(new Tooltip("Close (Esc); the draft is kept"));
            close.setAccessibleText("Close; the draft is kept");
            close.setOnAction(_ -> model.close());
            return close;
        }

        void choices(ShiftableRoutes routes) {
            others.setVisible(routes.routes().size() > 1);
            others.setManaged(others.isVisible());
            others.getItems()
                    .setAll(
                            routes.routes().stream()
                                    .map(route -> {
                                        var item =
                                                new MenuItem(
                                                        "%s, %s: %s"
                                                                .formatted(
                                                                        route.service().name(),
                                                                        route.ref().label(),
                                                                        Words.split(
                                                                                route.split())));
                                        item.setOnAction(_ -> model.open(route.ref()));
                                        return item;
                                    })
                                    .toList());
        }

        void show(CanaryState state) {
            title.setText(state.title());
            place.setText(state.place());
            phase.setText(state.phase().text());
            phase.getStyleClass().setAll("label", "wr-chip", state.phase().tone().styleClass());
            boolean quiet = state.isDraft() && state.phase().equals(PhaseWords.NOTHING);
            phase.setVisible(!quiet);
            phase.setManaged(!quiet);
            draft.setVisible(state.isDraft());
            draft.setManaged(state.isDraft());
        }
    }
}
