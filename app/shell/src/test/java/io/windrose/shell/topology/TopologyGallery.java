package io.windrose.shell.topology;

import io.windrose.canvas.TopologyCanvas;
import io.windrose.config.resource.ResourceId;
import io.windrose.kernel.Owner;
import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Reading;
import io.windrose.session.edit.Finding;
import io.windrose.shell.frame.LiveMesh;
import io.windrose.shell.frame.Pace;
import io.windrose.shell.panel.Doors;
import io.windrose.shell.panel.PanelTab;
import io.windrose.shell.theme.Fonts;
import io.windrose.shell.theme.Look;
import io.windrose.topology.GraphType;
import io.windrose.topology.Node;
import io.windrose.topology.TopologySnapshot;
import io.windrose.topology.display.Theme;
import io.windrose.topology.layout.Layout;
import io.windrose.workspace.demo.DemoPicture;
import io.windrose.workspace.demo.DemoSession;
import io.windrose.workspace.session.Access;
import io.windrose.workspace.session.Picture;
import io.windrose.workspace.story.Subject;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.layout.StackPane;
import javafx.scene.transform.Transform;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/// Renders the screen in all its states to PNG files, for people to look at.
public final class TopologyGallery {
    private static final int NAVIGATION = 172;
    private static final int BARS = 74;

    private TopologyGallery() {}

    /// @param args the folder that the pictures go to; then the names of those to take, or none for
    ///   all
    public static void main(String[] args) {
        Application.launch(Pictures.class, args);
    }

    /// What the window would show beside navigation and bars.
    private record Shot(
            String name,
            int width,
            int height,
            int scale,
            Picture picture,
            Access access,
            Consumer<TopologyScreenViewModel> act) {}

    /// Made by JavaFX.
    public static final class Pictures extends Application {

        @Override
        public void start(Stage stage) throws IOException {
            Fonts.load();
            var folder = Files.createDirectories(Path.of(getParameters().getRaw().getFirst()));
            for (var theme : Theme.values()) {
                for (var shot : shots()) {
                    if (wanted(shot, getParameters().getRaw())) {
                        take(stage, shot, theme, folder);
                    }
                }
            }
            Platform.exit();
        }

        private static boolean wanted(Shot shot, List<String> args) {
            return args.size() == 1 || args.contains(shot.name());
        }

        private static List<Shot> shots() {
            var live = DemoPicture.picture();
            var mayEdit = new Access.MayEdit();
            Consumer<TopologyScreenViewModel> reviews = model -> model.select(reviews());
            return List.of(
                    new Shot("reviews", 1440, 900, 1, live, mayEdit, reviews),
                    new Shot("reviews-200", 1440, 900, 2, live, mayEdit, reviews),
                    new Shot("reviews-small", 1100, 700, 1, live, mayEdit, reviews),
                    new Shot(
                            "left-out",
                            1440,
                            900,
                            1,
                            live,
                            mayEdit,
                            model -> {
                                model.select(
                                        new Subject.OfNode(DemoScreen.version("reviews", "v3")));
                                model.mesh().ask(asked -> asked.withType(GraphType.SERVICE));
                            }),
                    new Shot("mesh", 1440, 900, 1, live, mayEdit, _ -> {}),
                    new Shot("mesh-small", 1100, 700, 1, live, mayEdit, _ -> {}),
                    new Shot(
                            "edge",
                            1440,
                            900,
                            1,
                            live,
                            mayEdit,
                            model -> model.select(edge(live.graph().value().orElseThrow()))),
                    new Shot(
                            "responses",
                            1440,
                            900,
                            1,
                            live,
                            mayEdit,
                            reviews.andThen(model -> model.panel().open(PanelTab.RESPONSES))),
                    new Shot(
                            "config",
                            1440,
                            900,
                            1,
                            live,
                            new Access.MayRead("the folder is not writable"),
                            reviews.andThen(model -> model.panel().open(PanelTab.CONFIG))),
                    new Shot(
                            "proxies",
                            1440,
                            900,
                            1,
                            live,
                            mayEdit,
                            reviews.andThen(model -> model.panel().open(PanelTab.PROXIES))),
                    new Shot(
                            "table",
                            1440,
                            900,
                            1,
                            live,
                            mayEdit,
                            reviews.andThen(TopologyScreenViewModel::toggleTable)),
                    new Shot(
                            "wrong",
                            1440,
                            900,
                            1,
                            live,
                            mayEdit,
                            model -> model.find().type("version ~ v3")),
                    new Shot("stale", 1440, 900, 1, stale(), mayEdit, reviews),
                    new Shot("loading", 1440, 900, 1, DemoPicture.none(), mayEdit, _ -> {}),
                    new Shot("failed", 1440, 900, 1, failed(), mayEdit, _ -> {}),
                    new Shot("empty", 1440, 900, 1, empty(live), mayEdit, reviews));
        }

        private static Subject reviews() {
            return subject(DemoPicture.picture().graph().value().orElseThrow());
        }

        private static Subject subject(TopologySnapshot graph) {
            return new Subject.OfNode(
                    graph.nodes().keySet().stream()
                            .filter(Node.Service.class::isInstance)
                            .filter(node -> node.name().equals("reviews"))
                            .findFirst()
                            .orElseThrow());
        }

        private static Subject edge(TopologySnapshot graph) {
            return new Subject.OfEdge(
                    graph.edges().keySet().stream()
                            .filter(key ->
                                    key.target() instanceof Node.App(_, _, var app, var v)
                                            && app.equals("reviews")
                                            && v.equals("v3"))
                            .findFirst()
                            .orElseThrow());
        }

        private static Picture stale() {
            return DemoPicture.stale(List.of(problem("Prometheus does not answer")));
        }

        private static Picture failed() {
            var none = DemoPicture.none();
            return new Picture(
                    none.question(),
                    none.graph().stale(List.of(problem("no proxy answers on 127.0.0.1"))),
                    none.layout(),
                    none.covered(),
                    none.history(),
                    none.problems());
        }

        private static Picture empty(Picture live) {
            return new Picture(
                    live.question(),
                    Reading.fresh(TopologySnapshot.EMPTY, DemoPicture.NOW),
                    Layout.EMPTY,
                    live.covered(),
                    List.of(),
                    List.of());
        }

        private static Problem problem(String words) {
            return Problem.warning("MESH1810", Place.NOWHERE, words);
        }

        private static void take(Stage stage, Shot shot, Theme theme, Path folder)
                throws IOException {
            var session = new DemoSession().with(shot.access());
            session.show(shot.picture());
            int late = shot.picture().graph().isStale() ? 21 : 2;
            var live =
                    new LiveMesh(
                            session,
                            Pace.DEFAULT,
                            Owner.direct(),
                            InstantSource.fixed(DemoPicture.NOW.plusSeconds(late)));
            var model =
                    new TopologyScreenViewModel(
                            live, new NoDoors(), ZoneOffset.UTC, Owner.direct(), Runnable::run);
            var screen = new TopologyScreen(model, new SimpleObjectProperty<>(theme));
            int width = shot.width() - NAVIGATION;
            int height = shot.height() - BARS;
            screen.setPrefSize(width, height);
            var root = new StackPane(screen);
            var scene = new Scene(root, width, height);
            Look.apply(scene, theme);
            stage.setScene(scene);
            stage.show();
            sharpen(screen, shot.scale());
            settle(root);
            shot.act().accept(model);
            settle(root);
            var parameters = new SnapshotParameters();
            parameters.setTransform(Transform.scale(shot.scale(), shot.scale()));
            var name = shot.name() + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png";
            save(root.snapshot(parameters, null), folder.resolve(name));
            screen.end();
            live.close();
        }

        private static void settle(StackPane root) {
            for (int i = 0; i < 3; i++) {
                root.applyCss();
                root.layout();
            }
        }

        private static void sharpen(TopologyScreen screen, int scale) {
            if (screen.lookup("#topology-canvas") instanceof TopologyCanvas canvas) {
                canvas.setRasterScale(scale);
            }
        }

        private static void save(Image image, Path file) throws IOException {
            int width = (int) image.getWidth();
            int height = (int) image.getHeight();
            var pixels = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
            var reader = image.getPixelReader();
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    pixels.setRGB(x, y, reader.getArgb(x, y));
                }
            }
            ImageIO.write(pixels, "png", file.toFile());
        }
    }

    private record NoDoors() implements Doors {
        @Override
        public void shiftTraffic(ResourceId virtualService) {}

        @Override
        public void openConfig(Place place) {}

        @Override
        public void repair(Finding finding) {}
    }
}
