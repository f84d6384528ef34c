package io.windrose.canvas;

import io.windrose.kernel.Owner;
import io.windrose.topology.EdgeKey;
import io.windrose.topology.Node;
import io.windrose.topology.NodeState;
import io.windrose.topology.TopologySnapshot;
import io.windrose.topology.display.Detail;
import io.windrose.topology.display.EdgeLabel;
import io.windrose.topology.display.Layer;
import io.windrose.topology.display.Look;
import io.windrose.topology.display.Words;
import io.windrose.topology.layout.Area;
import io.windrose.topology.layout.Arrangement;
import io.windrose.topology.layout.Layout;
import io.windrose.topology.layout.Point;
import io.windrose.topology.layout.Spot;
import io.windrose.topology.walk.Ways;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The state of the graph on the screen and everything a user can do to it.
///
/// Confined to `fx`: the JavaFX application thread in the program, the calling thread in tests.
public final class TopologyViewModel {
    private static final double ZOOM_STEP = 1.25;

    private final Owner fx;
    private final Executor background;
    private final Stage stage = new Stage();
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(Shown.NOTHING);
    private final ReadOnlyObjectWrapper<Look> look = new ReadOnlyObjectWrapper<>(Look.SCREEN);
    private final ReadOnlyObjectWrapper<Selection> selection =
            new ReadOnlyObjectWrapper<>(Selection.NOTHING);
    private final ReadOnlyObjectWrapper<Selection> hover =
            new ReadOnlyObjectWrapper<>(Selection.NOTHING);
    private final ReadOnlyObjectWrapper<Camera> camera = new ReadOnlyObjectWrapper<>(Camera.START);
    private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper paused = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper arranging = new ReadOnlyBooleanWrapper();
    private final Walk walk = new Walk();
    private final Newest<Stage.Placed> placing;
    private Consumer<Selection> onOpen = _ -> {};
    private Optional<Predicate<Node>> keepsBright = Optional.empty();
    private boolean nearOnly;
    private boolean follows = true;
    private boolean fitsNext;
    private List<Area> covered = List.of();
    private double width;
    private double height;

    /// @param background where a graph is arranged, which takes up to seconds, and its edges find
    ///   their ways; what is shown follows as soon as that is done
    public TopologyViewModel(Owner fx, Executor background) {
        this.fx = fx;
        this.background = background;
        placing = newest(this::publish);
    }

    public ReadOnlyObjectProperty<Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Look> lookProperty() {
        return look.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Selection> selectionProperty() {
        return selection.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Selection> hoverProperty() {
        return hover.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Camera> cameraProperty() {
        return camera.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty staleProperty() {
        return stale.getReadOnlyProperty();
    }

    /// Whether dots stand still because the user asked for it.
    public ReadOnlyBooleanProperty pausedProperty() {
        return paused.getReadOnlyProperty();
    }

    /// Whether a new arrangement is being computed.
    public ReadOnlyBooleanProperty arrangingProperty() {
        return arranging.getReadOnlyProperty();
    }

    /// The next picture. Who is in both keeps its place, unless `layout` itself moves it; what was
    /// placed by hand or by [#arrange] stays until the next arrangement.
    public void show(TopologySnapshot graph, Layout layout) {
        fx.checkInside();
        fitsNext |= stage.show(graph, layout);
        prepare();
    }

    public void setStale(boolean isStale) {
        stale.set(isStale);
        refreshLook();
    }

    public void setPaused(boolean isPaused) {
        paused.set(isPaused);
    }

    public Set<Layer> layers() {
        return look.get().layers();
    }

    public void setLayers(Set<Layer> layers) {
        boolean idleChanges = layers.contains(Layer.IDLE) != layers().contains(Layer.IDLE);
        look.set(look.get().withLayers(layers));
        if (idleChanges) {
            prepare();
        }
    }

    public void toggle(Layer layer) {
        var next = EnumSet.noneOf(Layer.class);
        next.addAll(layers());
        if (!next.remove(layer)) {
            next.add(layer);
        }
        setLayers(next);
    }

    public void label(EdgeLabel label) {
        look.set(look.get().withLabel(label));
    }

    public void select(Selection next) {
        selection.set(next);
        refreshLook();
    }

    public void hover(Selection next) {
        hover.set(next);
    }

    /// Lets stand back all nodes that `bright` refuses, and the edges that touch them.
    public void dim(Predicate<Node> bright) {
        keepsBright = Optional.of(bright);
        refreshLook();
    }

    public void undim() {
        keepsBright = Optional.empty();
        nearOnly = false;
        refreshLook();
    }

    /// What stands on edges in place of their figures, such as `2.5 → 1.2 rps`; empty for none.
    public void overrideTexts(Map<EdgeKey, String> texts) {
        look.set(look.get().withTexts(texts));
    }

    /// Dims all but the chosen node and who talks with it, or ends that.
    public void toggleNeighbourhood() {
        nearOnly = !nearOnly && selection.get() instanceof Selection.OfNode;
        refreshLook();
    }

    /// Along an edge, or to a sibling; from nothing to where traffic enters.
    public void walk(Direction direction) {
        select(walk.from(selection.get(), direction, shown.get()));
        reveal();
    }

    public void setOnOpen(Consumer<Selection> opener) {
        onOpen = opener;
    }

    /// Opens what is chosen; nothing happens when nothing is.
    public void open() {
        if (!(selection.get() instanceof Selection.Nothing)) {
            onOpen.accept(selection.get());
        }
    }

    /// One level out: from what is pointed at, then a neighbourhood, then the choice.
    ///
    /// @return whether there was a level to leave
    public boolean outward() {
        if (!(hover.get() instanceof Selection.Nothing)) {
            hover(Selection.NOTHING);
        } else if (nearOnly) {
            toggleNeighbourhood();
        } else if (!(selection.get() instanceof Selection.Nothing)) {
            select(Selection.NOTHING);
        } else {
            return false;
        }
        return true;
    }

    /// Puts a node where it was dragged.
    ///
    /// @param dropped whether it is let go, so that the edges of all others may give way too
    public void place(Node node, Point centre, boolean dropped) {
        stage.place(node, centre);
        follows = false;
        if (dropped) {
            prepare();
        } else {
            shown.set(stage.shownMoving(node, look.get(), shown.get()));
        }
    }

    /// Arranges everything anew, in the background; forgets what was placed by hand.
    public void arrange(Arrangement arrangement) {
        var graph = stage.graph();
        arranging.set(true);
        fx.await(
                CompletableFuture.supplyAsync(() -> arrangement.of(graph), background),
                layout -> {
                    arranging.set(false);
                    stage.adopt(layout);
                    fitsNext = true;
                    prepare();
                });
    }

    /// @param newWidth of the window on the graph, in pixels
    /// @param newCovered parts of the window under something that floats over it
    public void resize(double newWidth, double newHeight, List<Area> newCovered) {
        if (width == newWidth && height == newHeight && covered.equals(newCovered)) {
            return;
        }
        width = newWidth;
        height = newHeight;
        covered = List.copyOf(newCovered);
        if (follows) {
            fit();
        }
    }

    /// Everything in view, at 100 % at most; later pictures keep fitting until the user moves.
    public void fit() {
        var layout = shown.get().layout();
        var bounds = layout.bounds();
        if (bounds.isPresent() && width > 0 && height > 0) {
            var spots = layout.spots().values().stream().map(Spot::area).toList();
            setCamera(new Fit(width, height, covered).camera(bounds.get(), spots));
            follows = true;
        }
    }

    public void pan(double windowDx, double windowDy) {
        follows = false;
        setCamera(camera.get().panned(windowDx, windowDy));
    }

    /// @param factor above 1 to come nearer
    public void zoom(double factor, double windowX, double windowY) {
        follows = false;
        setCamera(camera.get().zoomed(factor, windowX, windowY));
    }

    public void zoomIn() {
        zoom(ZOOM_STEP, width / 2, height / 2);
    }

    public void zoomOut() {
        zoom(1 / ZOOM_STEP, width / 2, height / 2);
    }

    /// To 100 %, around the middle.
    public void zoomActual() {
        zoom(1 / camera.get().zoom(), width / 2, height / 2);
    }

    /// Brings a point of the picture to the middle of the window.
    public void lookAt(Point point) {
        follows = false;
        setCamera(camera.get().centred(point, width, height));
    }

    /// `reviews, service, degraded, 24.6 requests per second, 1.8 percent errors`; for nothing, how
    /// much there is to see.
    public String describe(Selection what) {
        var graph = shown.get().graph();
        return switch (what) {
            case Selection.OfNode(var node) ->
                    Words.of(graph.nodes().getOrDefault(node, NodeState.of(node)), graph);
            case Selection.OfEdge(var key) -> {
                var edge = graph.edges().get(key);
                yield edge == null ? key.toString() : Words.of(edge);
            }
            case Selection.Nothing() ->
                    "Topology, "
                            + graph.nodes().size()
                            + " nodes, "
                            + graph.edges().size()
                            + " edges";
        };
    }

    /// Computes in the background, of several such wishes the newest alone.
    <T> Newest<T> newest(Consumer<T> taker) {
        return new Newest<>(fx, background, taker);
    }

    /// Whether what is shown is still to follow what was asked for.
    boolean isPlacing() {
        return placing.isBusy();
    }

    private void prepare() {
        placing.ask(stage.plan(look.get(), shown.get())::placed);
    }

    private void publish(Stage.Placed placed) {
        if (!stage.keep(placed)) {
            prepare(); // else what was dragged meanwhile would jump back, or the old graph flash
            return;
        }
        shown.set(placed.shown());
        walk.over(placed.ways());
        refreshLook();
        if (fitsNext || follows) {
            fitsNext = false;
            fit();
        }
    }

    private void setCamera(Camera next) {
        camera.set(next);
        if (look.get().detail() != Detail.at(next.zoom())) {
            refreshLook();
        }
    }

    /// Pans just so far that what is chosen is in view.
    private void reveal() {
        if (selection.get() instanceof Selection.OfNode(var node)) {
            var spot = shown.get().layout().spots().get(node);
            var view = camera.get().view(width, height);
            if (spot != null && width > 0 && !contains(view, spot.area())) {
                lookAt(spot.centre());
            }
        }
    }

    private static boolean contains(Area outer, Area inner) {
        return inner.x() >= outer.x()
                && inner.y() >= outer.y()
                && inner.right() <= outer.right()
                && inner.bottom() <= outer.bottom();
    }

    private void refreshLook() {
        var graph = shown.get().graph();
        var emphasis = Emphasis.of(selection.get(), graph, walk.ways());
        look.set(
                look.get()
                        .withDetail(Detail.at(camera.get().zoom()))
                        .withStale(stale.get())
                        .withChoice(emphasis.chosen(), emphasis.lifted())
                        .withDimmed(dimmed(graph, walk.ways())));
    }

    private Set<Node> dimmed(TopologySnapshot graph, Ways ways) {
        var dimmed = new HashSet<Node>();
        keepsBright.ifPresent(bright ->
                graph.nodes().keySet().stream().filter(bright.negate()).forEach(dimmed::add));
        if (nearOnly && selection.get() instanceof Selection.OfNode(var node)) {
            var near = ways.neighbourhood(node, 1);
            graph.nodes().keySet().stream()
                    .filter(each -> !near.contains(each))
                    .forEach(dimmed::add);
        }
        return dimmed;
    }
}
