package io.windrose.shell.topology;

import io.windrose.canvas.Selection;
import io.windrose.canvas.TopologyViewModel;
import io.windrose.icons.Icon;
import io.windrose.kernel.Owner;
import io.windrose.shell.frame.Command;
import io.windrose.shell.frame.Freshness;
import io.windrose.shell.frame.LiveMesh;
import io.windrose.shell.panel.Doors;
import io.windrose.shell.panel.PanelViewModel;
import io.windrose.topology.Badge;
import io.windrose.topology.EdgeKey;
import io.windrose.topology.Node;
import io.windrose.topology.TopologySnapshot;
import io.windrose.topology.display.Layer;
import io.windrose.topology.layout.Arrangement;
import io.windrose.topology.layout.Layout;
import io.windrose.workspace.session.GraphQuestion;
import io.windrose.workspace.session.MeshView;
import io.windrose.workspace.session.Picture;
import io.windrose.workspace.story.Storyteller;
import io.windrose.workspace.story.Subject;
import io.windrose.workspace.story.TimeSpan;
import io.windrose.workspace.story.WrongPlaces;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The newest picture, what is chosen in it, and everything that can be done on the screen.
///
/// Confined to `fx`: the JavaFX application thread in the program, the calling thread in tests.
public final class TopologyScreenViewModel {

    private final LiveMesh mesh;
    private final TopologyViewModel canvas;
    private final PanelViewModel panel;
    private final FindViewModel find;
    private final ReadOnlyObjectWrapper<ScreenState> state =
            new ReadOnlyObjectWrapper<>(new ScreenState.Loading());
    private final ReadOnlyBooleanWrapper panelOpen = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper table = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Incomplete>> incomplete =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper covered = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<Integer>> found =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Subscription subscription;

    /// When a part of the metrics was missed first; null while nothing is missing.
    private @Nullable Instant missingSince;

    private MeshView placedMesh;
    private WrongPlaces places;
    private TopologySnapshot shownGraph = TopologySnapshot.EMPTY;
    private Layout shownLayout = Layout.EMPTY;

    /// @param background where graphs are arranged anew and stories are told
    /// @param zone in which moments are written
    public TopologyScreenViewModel(
            LiveMesh mesh, Doors doors, ZoneId zone, Owner fx, Executor background) {
        this.mesh = mesh;
        placedMesh = mesh.meshProperty().get();
        places = WrongPlaces.of(placedMesh);
        canvas = new TopologyViewModel(fx, background);
        panel =
                new PanelViewModel(
                        (picture, view, subject) -> Storyteller.tell(picture, view, subject, zone),
                        doors,
                        this::askInstead,
                        mesh.session().access(),
                        zone,
                        fx,
                        background);
        find = new FindViewModel(mesh);
        if (!isMeasured() || mesh.questionProperty().get().idle()) {
            showIdle(true); // nobody calls files: without this there would be nothing to see
        }
        subscription =
                Subscription.combine(
                        mesh.pictureProperty().subscribe(_ -> refresh()),
                        mesh.meshProperty().subscribe((_, _) -> refresh()),
                        mesh.freshnessProperty().subscribe(this::onFreshness),
                        canvas.selectionProperty().subscribe((_, next) -> onSelection(next)),
                        panel.subjectProperty().subscribe((_, next) -> onSubject(next)));
    }

    public TopologyViewModel canvas() {
        return canvas;
    }

    public PanelViewModel panel() {
        return panel;
    }

    public FindViewModel find() {
        return find;
    }

    public LiveMesh mesh() {
        return mesh;
    }

    public ReadOnlyObjectProperty<ScreenState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Whether the person wants to see the side panel.
    public ReadOnlyBooleanProperty panelOpenProperty() {
        return panelOpen.getReadOnlyProperty();
    }

    /// Whether the table stands in place of the graph.
    public ReadOnlyBooleanProperty tableProperty() {
        return table.getReadOnlyProperty();
    }

    /// What could not be measured; empty while everything is, and while nobody answers at all.
    public ReadOnlyObjectProperty<Optional<Incomplete>> incompleteProperty() {
        return incomplete.getReadOnlyProperty();
    }

    /// Said while less is known than was asked for, such as `Rates cover 12 s of 1 min`; empty
    /// otherwise.
    public ReadOnlyStringProperty coveredProperty() {
        return covered.getReadOnlyProperty();
    }

    /// How many nodes the expression found; empty while nothing is looked for.
    public ReadOnlyObjectProperty<Optional<Integer>> foundProperty() {
        return found.getReadOnlyProperty();
    }

    public void select(Subject subject) {
        panel.select(subject);
    }

    public void openPanel() {
        panelOpen.set(true);
    }

    public void closePanel() {
        panelOpen.set(false);
    }

    public void togglePanel() {
        panelOpen.set(!panelOpen.get());
    }

    public void toggleTable() {
        table.set(!table.get());
    }

    /// Brings what is chosen into the middle of the graph.
    public void lookAtSubject() {
        table.set(false);
        switch (panel.subjectProperty().get()) {
            case Subject.Mesh() -> canvas.fit();
            case Subject.OfNode(var node) -> lookAt(node);
            case Subject.OfEdge(EdgeKey(_, var target, _)) -> lookAt(target);
        }
    }

    /// Also asks for nodes without traffic.
    public void showIdle(boolean wanted) {
        layIdle(wanted);
        mesh.ask(question -> question.withIdle(wanted));
    }

    public void toggle(Layer layer) {
        if (layer == Layer.IDLE) {
            showIdle(!mesh.questionProperty().get().idle());
        } else {
            canvas.toggle(layer);
        }
    }

    public boolean isShown(Layer layer) {
        return layer == Layer.IDLE
                ? mesh.questionProperty().get().idle()
                : canvas.layers().contains(layer);
    }

    public void lastHour() {
        mesh.ask(question -> question.withWindow(ScreenState.HOUR));
    }

    /// Shows in the graph what a draft would do, for as long as the subscription lasts.
    ///
    /// @param bright who stays bright while the others stand back; empty for everybody
    /// @param texts what stands on edges in place of their figures
    public Subscription followDraft(
            ObservableValue<Optional<Predicate<Node>>> bright,
            ObservableValue<Map<EdgeKey, String>> texts) {
        return Subscription.combine(
                bright.subscribe(wanted -> wanted.ifPresentOrElse(canvas::dim, canvas::undim)),
                texts.subscribe(canvas::overrideTexts));
    }

    /// What can be done here, with its keys.
    public List<Command> commands() {
        return List.of(
                view("fit", "Fit the graph into the window", Icon.FIT, "F", canvas::fit),
                view("table", "Graph as a table, and back", Icon.LIST, "T", this::toggleTable),
                view("panel", "Side panel", Icon.INFO, "P", this::togglePanel),
                view(
                        "idle",
                        "Idle services",
                        Icon.MOON,
                        "I",
                        () -> showIdle(!mesh.questionProperty().get().idle())),
                view(
                        "layered",
                        "Arrange by who calls whom",
                        Icon.GRID,
                        "A",
                        () -> canvas.arrange(Arrangement.LAYERED)),
                view(
                        "force",
                        "Arrange by who talks with whom",
                        Icon.GRID,
                        "Shift+A",
                        () -> canvas.arrange(Arrangement.FORCE)),
                view(
                        "neighbours",
                        "Only the chosen node and its neighbours",
                        Icon.TARGET,
                        "N",
                        canvas::toggleNeighbourhood),
                new Command(
                        "topology.shift",
                        "Shift traffic of what is chosen…",
                        Command.Group.DO,
                        Icon.SLIDERS,
                        "S",
                        panel::shiftTraffic,
                        panel::shiftHindrance),
                new Command(
                        "topology.config",
                        "Open the configuration of what is chosen",
                        Command.Group.DO,
                        Icon.CONFIG,
                        "C",
                        panel::openConfig,
                        panel::configHindrance));
    }

    /// To be called when the connection ends.
    public void end() {
        subscription.unsubscribe();
    }

    private static Command view(String id, String title, Icon icon, String keys, Runnable run) {
        return Command.of("topology." + id, title, Command.Group.VIEW, icon, keys, run);
    }

    private void layIdle(boolean wanted) {
        var layers = new TreeSet<>(canvas.layers());
        if (wanted ? layers.add(Layer.IDLE) : layers.remove(Layer.IDLE)) {
            canvas.setLayers(layers);
        }
    }

    private void askInstead(GraphQuestion question) {
        layIdle(question.idle());
        mesh.ask(_ -> question);
        find.followHide();
    }

    private void refresh() {
        var picture = mesh.pictureProperty().get();
        var view = mesh.meshProperty().get();
        state.set(
                ScreenState.of(picture, view, isMeasured(), canvas.layers().contains(Layer.IDLE)));
        places(view);
        picture.graph().value().ifPresent(graph -> show(places.mark(graph), picture));
        showMissing(picture);
        panel.show(picture, view, isStale());
    }

    /// What is wrong with the question itself is said where it is typed.
    private void showMissing(Picture picture) {
        var missing = picture.problems().stream().filter(one -> !one.isError()).toList();
        if (missing.isEmpty() || picture.graph().value().isEmpty()) {
            missingSince = null;
        } else if (missingSince == null) {
            missingSince = picture.graph().at();
        }
        incomplete.set(
                missingSince == null || isStale()
                        ? Optional.empty()
                        : Optional.of(Incomplete.of(missing, missingSince, panel.zone())));
    }

    /// They take a walk over all services, so that they are looked for once for each mesh.
    private void places(MeshView view) {
        if (!view.wrong().equals(placedMesh.wrong()) || !view.mesh().equals(placedMesh.mesh())) {
            placedMesh = view;
            places = WrongPlaces.of(view);
        }
    }

    private void show(TopologySnapshot graph, Picture picture) {
        if (!graph.equals(shownGraph) || !picture.layout().equals(shownLayout)) {
            shownGraph = graph;
            shownLayout = picture.layout();
            canvas.show(graph, picture.layout());
        }
        var question = picture.question();
        found.set(
                question.find().isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                (int)
                                        graph.nodes().values().stream()
                                                .filter(node -> node.has(Badge.FOUND))
                                                .count()));
        boolean partial =
                picture.covered().isPositive()
                        && picture.covered().compareTo(question.window()) < 0;
        covered.set(
                partial
                        ? "Rates cover "
                                + TimeSpan.words(picture.covered())
                                + " of "
                                + TimeSpan.words(question.window())
                        : "");
    }

    private boolean isMeasured() {
        return mesh.freshnessProperty().get().state() != Freshness.State.FILES;
    }

    private boolean isStale() {
        return mesh.freshnessProperty().get().state() == Freshness.State.STALE;
    }

    private void onFreshness(Freshness freshness) {
        if (canvas.staleProperty().get() != isStale()) {
            canvas.setStale(isStale());
            showMissing(mesh.pictureProperty().get());
            panel.show(mesh.pictureProperty().get(), mesh.meshProperty().get(), isStale());
        }
        canvas.setPaused(freshness.state() == Freshness.State.PAUSED);
    }

    private void onSelection(Selection next) {
        panel.select(
                switch (next) {
                    case Selection.Nothing() -> Subject.MESH;
                    case Selection.OfNode(var node) -> new Subject.OfNode(node);
                    case Selection.OfEdge(var key) -> new Subject.OfEdge(key);
                });
    }

    private void onSubject(Subject next) {
        var selection =
                switch (next) {
                    case Subject.Mesh() -> Selection.NOTHING;
                    case Subject.OfNode(var node) -> new Selection.OfNode(node);
                    case Subject.OfEdge(var key) -> new Selection.OfEdge(key);
                };
        if (!selection.equals(canvas.selectionProperty().get())) {
            canvas.select(selection);
        }
        if (!(next instanceof Subject.Mesh)) {
            panelOpen.set(true);
        }
    }

    private void lookAt(Node node) {
        var spot = canvas.shownProperty().get().layout().spots().get(node);
        if (spot != null) {
            canvas.lookAt(spot.centre());
        }
    }
}
