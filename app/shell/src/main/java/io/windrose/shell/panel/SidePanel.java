package io.windrose.shell.panel;

import io.windrose.shell.frame.Banner;
import io.windrose.shell.theme.Tone;
import io.windrose.workspace.story.Fact;
import io.windrose.workspace.story.IllRow;
import io.windrose.workspace.story.Story;
import io.windrose.workspace.story.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// What is chosen in the graph, from its health in one line down to what can be done about it.
public final class SidePanel extends VBox {
    public static final double WIDTH = 340;

    private static final PseudoClass BESIDE_BAR = PseudoClass.getPseudoClass("beside-bar");
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private final PanelViewModel model;
    private final PanelHeader header;
    private final HeadlineBanner headline = new HeadlineBanner();
    private final TileRow tiles = new TileRow();
    private final ChartStack charts;
    private final RowList<Fact, FactLine> facts =
            new RowList<>(Fact::label, FactLine::new, FactLine::show);
    private final Label illTitle = new Label();
    private final RowList<IllRow, IllLine> ill;
    private final TabRow tabs;
    private final VBox tabbed = new VBox();
    private final TabBody body;
    private final PanelActions actions;
    private final VBox content = new VBox();
    private final ScrollPane scroll = new ScrollPane(content);
    private final Banner absent = new Banner(Tone.IDLE);
    private final Button again;
    private final Button whole;
    private final Region skeleton = new PanelSkeleton();
    private final Subscription subscription;

    /// @param lookAt brings the chosen one into view
    public SidePanel(PanelViewModel model, Runnable lookAt, Runnable close) {
        this.model = model;
        setId("panel");
        getStyleClass().addAll("wr-panel", "side-panel");
        getStylesheets()
                .add(
                        Objects.requireNonNull(SidePanel.class.getResource("panel.css"))
                                .toExternalForm());
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        header = new PanelHeader(lookAt, close);
        charts = new ChartStack(model.zone());
        ill =
                new RowList<>(
                        IllRow::subject,
                        IllLine::new,
                        (row, each) -> row.show(each, model::select));
        illTitle.getStyleClass().add("wr-section");
        tabs =
                new TabRow(tab -> {
                    model.open(tab);
                    reveal();
                });
        body = new TabBody(model);
        var line = new Region();
        line.getStyleClass().add("wr-hairline");
        tabbed.getChildren().addAll(tabs, line, body);
        actions = new PanelActions(model);
        content.getStyleClass().add("panel-content");
        scroll.setFitToWidth(true);
        scroll.viewportBoundsProperty()
                .subscribe(bounds ->
                        content.pseudoClassStateChanged(BESIDE_BAR, bounds.getWidth() < WIDTH - 2));
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        again = way("panel-again", "Show it again", model::showAgain);
        again.getStyleClass().add("accent");
        whole = way("panel-mesh", "Show the whole mesh", () -> model.select(Subject.MESH));
        getChildren().addAll(header, scroll, actions);
        subscription =
                Subscription.combine(
                        model.phaseProperty().subscribe(_ -> refresh()),
                        model.tabProperty().subscribe(_ -> refresh()));
    }

    /// Moves the focus to the first thing in the panel that can be pressed.
    public void enter() {
        if (headline.isFocusTraversable() && headline.getScene() != null) {
            headline.requestFocus();
        } else if (actions.isVisible()) {
            actions.enter();
        } else {
            header.enter();
        }
    }

    /// To be called when the panel is not needed any more.
    public void end() {
        subscription.unsubscribe();
    }

    /// In a low window the parts begin at its edge: whoever opens one wants to see it.
    private void reveal() {
        scroll.applyCss();
        scroll.layout();
        double seen = scroll.getViewportBounds().getHeight();
        double hidden = content.getHeight() - seen;
        var wanted = tabbed.getBoundsInParent();
        double top = Math.min(wanted.getMinY(), wanted.getMaxY() - seen);
        if (hidden > 0 && scroll.getVvalue() * hidden < top) {
            scroll.setVvalue(Math.min(1, top / hidden));
        }
    }

    private static Button way(String id, String words, Runnable action) {
        var button = new Button(words);
        button.setId(id);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void refresh() {
        switch (model.phaseProperty().get()) {
            case Phase.Waiting() -> {
                header.show("");
                place(List.of(skeleton));
                hideActions();
            }
            case Phase.LeftOut(var name, var words, var cause) ->
                    showAbsent(name, words, cause, List.of(again, whole));
            case Phase.Gone(var name, var words, var cause) ->
                    showAbsent(name, words, cause, List.of(whole));
            case Phase.Telling told -> tell(told);
        }
    }

    private void showAbsent(String name, String words, String cause, List<Button> ways) {
        header.show(name);
        absent.say(words, cause);
        var parts = new ArrayList<Node>(List.of(absent));
        parts.addAll(ways);
        place(parts);
        hideActions();
    }

    private void tell(Phase.Telling told) {
        var story = told.story();
        pseudoClassStateChanged(STALE, told.stale());
        header.show(told);
        headline.show(story.headline(), model::select);
        tiles.show(story.tiles());
        charts.show(story.charts());
        facts.show(story.facts());
        ill.show(story.ill());
        illTitle.setText(story.ill().isEmpty() ? "" : "Not well");
        var tab = tab(story);
        tabs.show(story, tab);
        body.show(story, tab, told.colours());
        actions.show(told);
        place(parts(story));
    }

    private List<Node> parts(Story story) {
        var parts = new ArrayList<Node>(List.of(headline, tiles));
        if (!story.ill().isEmpty() && story.subject() instanceof Subject.Mesh) {
            parts.addAll(List.of(illTitle, ill));
        }
        if (story.subject() instanceof Subject.OfEdge) {
            parts.add(facts);
        }
        if (!story.charts().isEmpty()) {
            parts.add(charts);
        }
        if (Arrays.stream(PanelTab.values()).anyMatch(tab -> tab.concerns(story))) {
            parts.add(tabbed);
        }
        return parts;
    }

    /// The one that was opened, or the first that concerns the subject.
    private PanelTab tab(Story story) {
        var opened = model.tabProperty().get();
        return opened.concerns(story)
                ? opened
                : Arrays.stream(PanelTab.values())
                        .filter(tab -> tab.concerns(story))
                        .findFirst()
                        .orElse(opened);
    }

    private void place(List<Node> parts) {
        if (!content.getChildren().equals(parts)) {
            content.getChildren().setAll(parts);
        }
    }

    private void hideActions() {
        actions.setVisible(false);
        actions.setManaged(false);
    }
}
