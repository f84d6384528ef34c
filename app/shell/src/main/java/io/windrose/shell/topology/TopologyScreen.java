package io.windrose.shell.topology;

import io.windrose.canvas.TopologyCanvas;
import io.windrose.canvas.table.TopologyTable;
import io.windrose.icons.Icon;
import io.windrose.shell.frame.Command;
import io.windrose.shell.frame.StaleBanner;
import io.windrose.shell.panel.SidePanel;
import io.windrose.topology.display.Theme;
import io.windrose.workspace.story.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Tools and graph at the left, the side panel at the right; in a narrow window the panel lies over
/// the graph as a drawer.
public final class TopologyScreen extends Region {
    /// From this width on there is room for graph and panel side by side: a window of 1250 less the
    /// navigation.
    static final double WIDE = 1250 - 172;

    private static final double PROBLEM_WIDTH = 420;
    private static final double INCOMPLETE_WIDTH = 560;

    /// Pixels between the middle of a node and the drawer.
    private static final double ROOM = 60;

    private static final PseudoClass DRAWER = PseudoClass.getPseudoClass("drawer");

    private final TopologyScreenViewModel model;
    private final GraphTools tools;
    private final TopologyCanvas canvas;
    private final TopologyTable table;
    private final StatePane state;
    private final StaleBanner stale;
    private final IncompleteBanner incomplete;
    private final VBox graph;
    private final SidePanel panel;
    private final Subscription subscription;

    public TopologyScreen(TopologyScreenViewModel model, ObservableValue<Theme> theme) {
        this.model = model;
        setId("topology");
        getStyleClass().addAll("wr-canvas", "topology-screen");
        getStylesheets()
                .add(
                        Objects.requireNonNull(TopologyScreen.class.getResource("topology.css"))
                                .toExternalForm());
        tools = new GraphTools(model);
        canvas = new TopologyCanvas(model.canvas(), theme);
        table = new TopologyTable(model.canvas());
        state = new StatePane(model);
        stale = new StaleBanner(model.mesh());
        incomplete = new IncompleteBanner(model);
        layBelow(stale, USE_PREF_SIZE);
        layBelow(incomplete, INCOMPLETE_WIDTH);
        var problem = tools.problem();
        problem.setMaxSize(PROBLEM_WIDTH, USE_PREF_SIZE);
        StackPane.setAlignment(problem, Pos.TOP_LEFT);
        var area = new StackPane(canvas, table, state, stale, incomplete, problem);
        VBox.setVgrow(area, Priority.ALWAYS);
        graph = new VBox(tools, area);
        panel = new SidePanel(model.panel(), model::lookAtSubject, this::closePanel);
        getChildren().addAll(graph, panel);
        clip();
        model.canvas().setOnOpen(_ -> enterPanel());
        addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        subscription =
                Subscription.combine(
                        model.tableProperty().subscribe(this::showTable),
                        model.panelOpenProperty().subscribe(_ -> requestLayout()),
                        model.panel()
                                .subjectProperty()
                                .subscribe(_ -> {
                                    requestLayout();
                                    uncover();
                                }));
    }

    /// @param wanted whether nothing shall move by itself
    public void keepStill(ObservableValue<Boolean> wanted) {
        canvas.reducedMotionProperty().bind(wanted);
    }

    /// What can be done here, with its keys.
    public List<Command> commands() {
        var commands = new ArrayList<>(model.commands());
        commands.add(
                Command.of(
                        "topology.find",
                        "Find or hide in the graph…",
                        Command.Group.DO,
                        Icon.SEARCH,
                        "/",
                        tools::focusFind));
        return List.copyOf(commands);
    }

    /// To be called when the connection ends.
    public void end() {
        subscription.unsubscribe();
        tools.end();
        canvas.end();
        table.end();
        state.end();
        stale.end();
        incomplete.end();
        panel.end();
        model.end();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        boolean wide = width >= WIDE;
        boolean shown = isPanelShown(wide);
        panel.setVisible(shown);
        panel.pseudoClassStateChanged(DRAWER, !wide);
        double panelWidth = Math.min(SidePanel.WIDTH, width);
        tools.problem().setTranslateX(tools.findX());
        graph.resizeRelocate(0, 0, wide && shown ? width - panelWidth : width, height);
        double top = wide ? 0 : tools.prefHeight(width);
        panel.resizeRelocate(width - panelWidth, top, panelWidth, height - top);
    }

    @Override
    protected double computePrefWidth(double height) {
        return WIDE;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 640;
    }

    /// A drawer covers the graph, so it waits until something is chosen.
    private boolean isPanelShown(boolean wide) {
        boolean chosen = !(model.panel().subjectProperty().get() instanceof Subject.Mesh);
        return model.panelOpenProperty().get() && (wide || chosen);
    }

    private static void layBelow(Region banner, double maxWidth) {
        banner.setMaxSize(maxWidth, USE_PREF_SIZE);
        StackPane.setAlignment(banner, Pos.BOTTOM_CENTER);
        StackPane.setMargin(banner, new Insets(0, 16, 16, 16));
    }

    /// The shadow of the drawer stays inside.
    private void clip() {
        var clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
    }

    /// Moves the graph so far that the drawer does not lie on what is chosen.
    private void uncover() {
        double edge = getWidth() - SidePanel.WIDTH - ROOM;
        if (getWidth() > 0
                && getWidth() < WIDE
                && model.panel().subjectProperty().get() instanceof Subject.OfNode(var node)) {
            var spot = model.canvas().shownProperty().get().layout().spots().get(node);
            if (spot != null) {
                double x = model.canvas().cameraProperty().get().toWindow(spot.centre()).x();
                if (x > edge) {
                    model.canvas().pan(edge - x, 0);
                }
            }
        }
    }

    private void showTable(boolean shown) {
        table.setVisible(shown);
        canvas.setVisible(!shown);
        if (getScene() != null) {
            focusGraph();
        }
    }

    private void enterPanel() {
        model.openPanel();
        layout();
        panel.enter();
    }

    private void closePanel() {
        if (getWidth() < WIDE) {
            model.select(Subject.MESH);
        } else {
            model.closePanel();
        }
        focusGraph();
    }

    private void focusGraph() {
        var nodes = model.tableProperty().get() ? table.lookup(".table-view") : canvas;
        if (nodes != null) {
            nodes.requestFocus();
        }
    }

    private boolean isInGraph(@Nullable Node focus) {
        for (Node each = focus; each != null; each = each.getParent()) {
            if (each.equals(canvas) || each.equals(table)) {
                return true;
            }
        }
        return false;
    }

    /// Esc goes one level out: from the panel to the graph, then from the choice to the whole.
    private void onKey(KeyEvent event) {
        if (event.getCode() != KeyCode.ESCAPE) {
            return;
        }
        if (!isInGraph(getScene().getFocusOwner())) {
            focusGraph();
            event.consume();
        } else if (!(model.panel().subjectProperty().get() instanceof Subject.Mesh)) {
            model.select(Subject.MESH);
            event.consume();
        }
    }
}
