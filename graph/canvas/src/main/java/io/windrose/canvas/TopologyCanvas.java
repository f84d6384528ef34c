package io.windrose.canvas;

import io.windrose.topology.display.Look;
import io.windrose.topology.display.Theme;
import io.windrose.topology.layout.Area;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The graph: painted, pointed at, moved. Around it minimap, zoom, legend and the hover card.
///
/// What changes is drawn in the background, and painted on the pulse after that; while the user
/// pans or zooms, the last pixels are moved, and painted sharp as soon as he rests.
public final class TopologyCanvas extends Region {
    /// How long the camera rests before the picture is painted sharp.
    private static final Duration REST = Duration.millis(100);

    private static final Duration BEFORE_CARD = Duration.millis(300);
    private static final double EDGE = 14;
    private static final double GAP = 8;
    private static final double POINTER = 16;
    private static final double ZOOM_HEIGHT = 30;

    private final TopologyViewModel model;
    private final ObservableValue<Theme> theme;
    private final Raster raster = new Raster();
    private final DotLayer dots = new DotLayer();
    private final Minimap minimap;
    private final ZoomControl zoom;
    private final LegendPanel legend;
    private final HoverCard card = new HoverCard();
    private final Gestures gestures;
    private final PauseTransition rest = new PauseTransition(REST);
    private final PauseTransition beforeCard = new PauseTransition(BEFORE_CARD);
    private final BooleanProperty reducedMotion = new SimpleBooleanProperty();
    private final Newest<Drawn> drawing;
    private final Subscription subscription;
    private Subscription windowSubscription = Subscription.EMPTY;
    private Drawn drawn;
    private Shown current;
    private Look drawnLook;
    private @Nullable Glide glide;
    private boolean redraw = true;
    private boolean repaint = true;
    private double rasterScale = 1;
    private double pointerX;
    private double pointerY;

    public TopologyCanvas(TopologyViewModel model, ObservableValue<Theme> theme) {
        this.model = model;
        this.theme = theme;
        this.minimap = new Minimap(model, theme);
        this.zoom = new ZoomControl(model);
        this.legend = new LegendPanel(theme);
        this.current = model.shownProperty().get();
        this.drawnLook = model.lookProperty().get();
        this.drawn = Drawn.of(Shown.NOTHING, drawnLook);
        this.drawing = model.newest(this::onDrawn);
        this.gestures = new Gestures(model, () -> drawn.hits());
        setId("topology-canvas");
        getStyleClass().add("wr-topology");
        getStylesheets().add(styles().toExternalForm());
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleRoleDescription("Topology");
        getChildren().addAll(raster.canvas(), dots.canvas(), zoom, minimap, legend, card);
        clipToBounds();
        gestures.install(this, legend::toggle);
        addEventFilter(
                javafx.scene.input.MouseEvent.MOUSE_MOVED,
                event -> {
                    pointerX = event.getX();
                    pointerY = event.getY();
                });
        reducedMotion.set(Platform.getPreferences().isReducedMotion());
        rest.setOnFinished(_ -> {
            repaint |= !raster.isSharp(model.cameraProperty().get());
            requestLayout();
        });
        beforeCard.setOnFinished(_ -> showCard());
        subscription = subscribe();
    }

    /// Movement of any kind is left out while it is set; begins as the system's preference.
    public BooleanProperty reducedMotionProperty() {
        return reducedMotion;
    }

    /// More pixels than the window has, for pictures that are taken at a larger scale; on a screen
    /// with a scale of its own nothing needs to be set.
    ///
    /// @param scale 1 or more
    public void setRasterScale(double scale) {
        rasterScale = scale;
        minimap.window(getWidth(), getHeight(), scale);
        legend.raster(scale);
        resizeLayers();
    }

    /// Ends all subscriptions and the animation; the canvas is of no use after that.
    public void end() {
        subscription.unsubscribe();
        windowSubscription.unsubscribe();
        zoom.end();
        rest.stop();
        beforeCard.stop();
        dots.run(false);
        if (glide != null) {
            glide.stop();
        }
    }

    /// Whether the pixels were painted for the camera as it is now, and not only moved there.
    boolean isSharp() {
        return raster.isSharp(model.cameraProperty().get());
    }

    /// Whether all that the model was asked to show is painted, and no node is on its way; dots do
    /// not count. Asked on the JavaFX thread.
    public boolean isSettled() {
        boolean glides = glide != null && glide.getStatus() == Animation.Status.RUNNING;
        return !model.isPlacing()
                && !drawing.isBusy()
                && !redraw
                && !repaint
                && !glides
                && isSharp();
    }

    boolean dotsRun() {
        return dots.runs();
    }

    private Subscription subscribe() {
        return Subscription.combine(
                model.shownProperty().subscribe((_, next) -> onShown(next)),
                model.lookProperty().subscribe(this::onLook),
                model.cameraProperty().subscribe((_, next) -> onCamera(next)),
                model.selectionProperty().subscribe(this::onSelection),
                model.hoverProperty().subscribe(_ -> onHover()),
                model.pausedProperty().subscribe(this::animate),
                model.staleProperty().subscribe(this::animate),
                reducedMotion.subscribe(this::animate),
                visibleProperty().subscribe(this::animate),
                sceneProperty().subscribe(_ -> watchWindow()),
                theme.subscribe(_ -> {
                    repaint = true;
                    requestLayout();
                }),
                minimap.follow(),
                legend.follow());
    }

    private void onShown(Shown next) {
        if (glide != null) {
            glide.stop();
            glide = null;
        }
        if (!reducedMotion.get() && !gestures.isDragging() && getScene() != null) {
            glide = Glide.between(current.layout(), next, this::draw);
        }
        if (glide != null) {
            glide.play();
        } else {
            draw(next);
        }
        onSelection();
    }

    private void draw(Shown next) {
        current = next;
        redraw = true;
        requestLayout();
    }

    private void onLook(Look next) {
        if (!next.equals(drawnLook)) {
            redraw = true;
            requestLayout();
        }
    }

    private void onCamera(Camera camera) {
        raster.move(camera);
        dots.look(camera);
        card.hide();
        if (!raster.covers(camera)) {
            repaint = true;
        }
        rest.playFromStart();
        requestLayout();
    }

    private void onSelection() {
        var words = model.describe(model.selectionProperty().get());
        setAccessibleText(words);
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    private void onHover() {
        card.hide();
        if (model.hoverProperty().get() instanceof Selection.Nothing) {
            beforeCard.stop();
        } else {
            beforeCard.playFromStart();
        }
    }

    private void showCard() {
        Facts.of(model.hoverProperty().get(), current)
                .ifPresent(facts -> {
                    card.show(facts);
                    double x = pointerX + POINTER;
                    double y = pointerY + POINTER;
                    if (x + card.getWidth() > getWidth() - EDGE) {
                        x = pointerX - POINTER - card.getWidth();
                    }
                    if (y + card.getHeight() > getHeight() - EDGE) {
                        y = pointerY - POINTER - card.getHeight();
                    }
                    card.relocate(Math.rint(Math.max(EDGE, x)), Math.rint(Math.max(EDGE, y)));
                });
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        if (width <= 0 || height <= 0) {
            return;
        }
        double bottom = height - EDGE;
        minimap.resizeRelocate(EDGE, bottom - Minimap.HEIGHT, Minimap.WIDTH, Minimap.HEIGHT);
        zoom.resizeRelocate(
                EDGE, bottom - Minimap.HEIGHT - GAP - ZOOM_HEIGHT, Minimap.WIDTH, ZOOM_HEIGHT);
        double legendWidth = Math.ceil(legend.prefWidth(-1));
        double legendHeight = Math.ceil(legend.prefHeight(legendWidth));
        legend.resizeRelocate(
                width - EDGE - legendWidth, bottom - legendHeight, legendWidth, legendHeight);
        model.resize(width, height, List.of(area(minimap, zoom), area(legend, legend)));
        refresh();
    }

    /// Both together; they stand above one another and are equally wide.
    private static Area area(Region first, Region second) {
        return new Area(
                first.getLayoutX(),
                Math.min(first.getLayoutY(), second.getLayoutY()),
                first.getWidth(),
                Math.max(
                                first.getLayoutY() + first.getHeight(),
                                second.getLayoutY() + second.getHeight())
                        - Math.min(first.getLayoutY(), second.getLayoutY()));
    }

    /// From now on pointing finds what is painted on the next pulse.
    private void onDrawn(Drawn next) {
        drawn = next;
        repaint = true;
        requestLayout();
    }

    private void refresh() {
        var camera = model.cameraProperty().get();
        if (redraw) {
            redraw = false;
            drawnLook = model.lookProperty().get();
            var next = current;
            var look = drawnLook;
            drawing.ask(() -> Drawn.of(next, look));
        }
        if (repaint) {
            repaint = false;
            raster.paint(drawn.picture(), camera, theme.getValue());
            dots.show(drawn.flows(), camera, theme.getValue());
            animate();
        }
    }

    /// Parents set the size at each layout, most times to what it was.
    @Override
    protected void setWidth(double width) {
        boolean changes = width != getWidth();
        super.setWidth(width);
        if (changes) {
            resizeLayers();
        }
    }

    @Override
    protected void setHeight(double height) {
        boolean changes = height != getHeight();
        super.setHeight(height);
        if (changes) {
            resizeLayers();
        }
    }

    private void resizeLayers() {
        if (getWidth() > 0 && getHeight() > 0) {
            legend.roomFor(getWidth(), getHeight());
            raster.resize(getWidth(), getHeight(), rasterScale);
            dots.resize(getWidth(), getHeight(), rasterScale);
            minimap.window(getWidth(), getHeight(), rasterScale);
            legend.raster(rasterScale);
            repaint = true;
            requestLayout();
        }
    }

    private void animate() {
        dots.run(
                isOnScreen()
                        && !model.pausedProperty().get()
                        && !model.staleProperty().get()
                        && !reducedMotion.get()
                        && !drawn.flows().isEmpty());
    }

    private boolean isOnScreen() {
        var scene = getScene();
        Window window = scene == null ? null : scene.getWindow();
        return window != null
                && isVisible()
                && window.isShowing()
                && !(window instanceof Stage stage && stage.isIconified());
    }

    private void watchWindow() {
        windowSubscription.unsubscribe();
        windowSubscription =
                Optional.ofNullable(getScene())
                        .map(scene ->
                                Subscription.combine(
                                        scene.windowProperty()
                                                .flatMap(Window::showingProperty)
                                                .subscribe(_ -> animate()),
                                        scene.windowProperty()
                                                .flatMap(TopologyCanvas::iconified)
                                                .subscribe(_ -> animate())))
                        .orElse(Subscription.EMPTY);
        animate();
    }

    private static ObservableValue<Boolean> iconified(Window window) {
        return window instanceof Stage stage
                ? stage.iconifiedProperty()
                : new SimpleBooleanProperty(false);
    }

    private void clipToBounds() {
        var clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
    }

    private static URL styles() {
        return Objects.requireNonNull(TopologyCanvas.class.getResource("canvas.css"), "canvas.css");
    }
}
