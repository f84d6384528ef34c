package io.windrose.desktop.picture;

import io.windrose.canvas.TopologyCanvas;
import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import io.windrose.session.ShiftableRoutes;
import io.windrose.shell.Shell;
import io.windrose.shell.frame.LiveMesh;
import io.windrose.shell.window.Phase;
import io.windrose.topology.Node;
import io.windrose.topology.TopologySnapshot;
import io.windrose.view.config.ConfigView;
import io.windrose.workspace.session.Connection;
import io.windrose.workspace.session.Picture;
import io.windrose.workspace.story.Subject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.geometry.Rectangle2D;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.transform.Transform;

/// Looks at the window with each frame, and takes the picture when it has shown what was ordered
/// for a while, so that nothing moves any more. Confined to the JavaFX thread.
final class Sitting extends AnimationTimer {
    /// More than the slowest movement of the design takes.
    private static final long STILL_NANOS = 1_200_000_000L;

    /// A screen that is shown for the first time may keep the thread busy for longer than that:
    /// what it found out meanwhile is painted only in frames after.
    private static final int STILL_FRAMES = 30;

    private final Order order;
    private final Shell shell;
    private final CompletableFuture<Result<byte[]>> picture;
    private final Deque<Press> presses;
    private boolean posed;
    private volatile String waitingFor = "the window";
    private long since = Long.MAX_VALUE;
    private int frames;

    Sitting(Order order, Shell shell, CompletableFuture<Result<byte[]>> picture) {
        this.order = order;
        this.shell = shell;
        this.picture = picture;
        presses = new ArrayDeque<>(order.presses());
    }

    @Override
    public void handle(long now) {
        try {
            look(now);
        } catch (RuntimeException fault) {
            stop();
            picture.completeExceptionally(fault);
        }
    }

    /// What it still waits for, for whoever loses patience on another thread.
    String waitingFor() {
        return waitingFor;
    }

    private void look(long now) {
        boolean ready =
                switch (shell.model().phaseProperty().get()) {
                    case Phase.Welcome() -> order.source().isEmpty();
                    case Phase.Connecting(_, var step) -> {
                        waitingFor = "the connection (" + step + ")";
                        yield false;
                    }
                    case Phase.Failed(_, var problems) -> {
                        if (order.state() != State.ERROR) {
                            stop();
                            picture.complete(new Result.Err<>(problems));
                        }
                        yield order.state() == State.ERROR;
                    }
                    case Phase.Live(var mesh) -> hasContent(mesh) && poses(mesh);
                };
        if (!ready) {
            since = Long.MAX_VALUE;
        } else if (since == Long.MAX_VALUE) {
            since = now;
            frames = 0;
        } else if (++frames > STILL_FRAMES && now - since > STILL_NANOS) {
            var press = presses.poll();
            if (press != null) {
                since = Long.MAX_VALUE;
                press.in(shell.scene()).ifPresent(this::end);
                return;
            }
            stop();
            picture.complete(Result.ok(Png.bytes(taken())));
        }
    }

    private boolean hasContent(LiveMesh mesh) {
        waitingFor = "traffic of " + order.duration().toSeconds() + " s";
        return switch (order.state()) {
            case LOADING, EMPTY -> true;
            case LIVE, STALE, PARTIAL, READ_ONLY, ERROR ->
                    isWatched(mesh, mesh.pictureProperty().get());
        };
    }

    private boolean isWatched(LiveMesh mesh, Picture seen) {
        var graph = seen.graph().value().orElse(TopologySnapshot.EMPTY);
        return switch (mesh.session().connection()) {
            case Connection.Sandbox _ ->
                    seen.covered().compareTo(order.duration()) >= 0 && !graph.edges().isEmpty();
            case Connection.Folder _ when order.screen() == ScreenName.CONFIG ->
                    !mesh.meshProperty().get().config().resources().isEmpty();
            case Connection.Folder _ -> !graph.nodes().isEmpty();
        };
    }

    /// Goes to the screen once and selects; it poses from then on, if there is something to see.
    private boolean poses(LiveMesh mesh) {
        if (!posed) {
            posed = true;
            order.screen().shellScreen().ifPresent(shell.model()::go);
            switch (order.screen()) {
                case CANARY -> shift(mesh);
                case CONFIG -> edit(mesh);
                default -> order.focus().ifPresent(focus -> select(focus, mesh));
            }
            sharpen();
        }
        waitingFor = "the screen";
        return canvases().allMatch(TopologyCanvas::isSettled)
                && (!(shell.scene().lookup("#config") instanceof ConfigView config)
                        || config.isSettled())
                && shell.scene().lookup("#content") instanceof Pane content
                && !content.getChildren().isEmpty();
    }

    /// What paints pixels by itself must know how many there are.
    private void sharpen() {
        canvases().forEach(canvas -> canvas.setRasterScale(order.scale()));
    }

    private Stream<TopologyCanvas> canvases() {
        return shell.scene().getRoot().lookupAll(".wr-topology").stream()
                .filter(one -> one instanceof TopologyCanvas && one.isVisible())
                .map(TopologyCanvas.class::cast);
    }

    private void select(Focus focus, LiveMesh mesh) {
        var graph = mesh.pictureProperty().get().graph().value().orElse(TopologySnapshot.EMPTY);
        focus.in(graph)
                .ifPresentOrElse(
                        node ->
                                order.edgeTo()
                                        .ifPresentOrElse(
                                                target -> selectEdge(graph, node, target),
                                                () -> shell.select(new Subject.OfNode(node))),
                        () -> end("the graph has no such node: " + focus));
    }

    private void selectEdge(TopologySnapshot graph, Node source, Focus target) {
        graph.from(source).stream()
                .filter(edge -> target.fits(edge.target()))
                .findFirst()
                .ifPresentOrElse(
                        edge -> shell.select(new Subject.OfEdge(edge.key())),
                        () -> end("the graph has no edge from there to " + target));
    }

    /// The split of the service in focus, or else the first that there is.
    private void shift(LiveMesh mesh) {
        var name = order.focus().map(Focus::name);
        ShiftableRoutes.in(mesh.meshProperty().get().config()).routes().stream()
                .filter(route -> name.isEmpty() || route.service().name().equals(name.get()))
                .findFirst()
                .ifPresentOrElse(
                        route -> shell.shift(route.ref().routes()),
                        () -> end("no traffic of this mesh is divided among versions"));
    }

    /// The object in focus, or else what divides traffic, or else the first that there is.
    private void edit(LiveMesh mesh) {
        var config = mesh.meshProperty().get().config();
        var focus = order.focus();
        var divided =
                ShiftableRoutes.in(config).routes().stream().map(route -> route.ref().routes());
        var object =
                focus.isPresent()
                        ? focus.get().in(config)
                        : Stream.concat(divided, config.resources().keySet().stream()).findFirst();
        object.ifPresentOrElse(
                shell::edit, () -> focus.ifPresent(each -> end("there is no object " + each)));
    }

    private void end(String why) {
        stop();
        picture.complete(Result.err(Problem.error("MESH1958", Place.NOWHERE, why)));
    }

    private Image taken() {
        var scene = shell.scene();
        if (order.scale() == 1) {
            return scene.snapshot(null);
        }
        int width = (int) Math.round(scene.getWidth() * order.scale());
        int height = (int) Math.round(scene.getHeight() * order.scale());
        var parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(order.scale(), order.scale()));
        parameters.setViewport(new Rectangle2D(0, 0, width, height));
        return scene.getRoot().snapshot(parameters, new WritableImage(width, height));
    }
}
