package io.windrose.canvas;

import io.windrose.kernel.Owner;
import io.windrose.topology.TopologySnapshot;
import io.windrose.topology.display.Theme;
import io.windrose.topology.layout.Arrangement;
import io.windrose.topology.layout.Point;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import javax.imageio.ImageIO;

/// Renders the graph in all its states to PNG files, to be looked at beside the designs.
///
/// Arguments: the folder to write to, the file `tokens.css`, and what the names of the pictures
/// begin with, for a few of them alone.
public final class CanvasGallery {
    private static final Arrangement DEFAULT = Arrangement.LAYERED;
    private static String wanted = "";

    private CanvasGallery() {}

    public static void main(String[] args) throws InterruptedException {
        var out = Path.of(args[0]);
        var tokens = Path.of(args[1]).toUri().toString();
        wanted = args.length > 2 ? args[2] : "";
        var done = new CountDownLatch(1);
        Platform.startup(() -> {
            try {
                fonts();
                all(out, tokens);
            } finally {
                done.countDown();
                Platform.exit();
            }
        });
        done.await();
    }

    private static void all(Path out, String tokens) {
        var story = MeshSample.story();
        for (var theme : Theme.values()) {
            for (int[] size : new int[][] {{930, 852}, {700, 620}}) {
                var name = theme.name().toLowerCase(java.util.Locale.ROOT) + "-" + size[0];
                shoot(out, tokens, name + "-plain", theme, size, story, DEFAULT, _ -> {});
                shoot(
                        out,
                        tokens,
                        name + "-chosen",
                        theme,
                        size,
                        story,
                        DEFAULT,
                        model -> model.select(new Selection.OfNode(MeshSample.REVIEWS)));
                shoot(
                        out,
                        tokens,
                        name + "-stale",
                        theme,
                        size,
                        story,
                        DEFAULT,
                        model -> model.setStale(true));
                shoot(
                        out,
                        tokens,
                        name + "-draft",
                        theme,
                        size,
                        story,
                        DEFAULT,
                        model -> {
                            var bright =
                                    Set.of(
                                            MeshSample.REVIEWS,
                                            MeshSample.REVIEWS_V1,
                                            MeshSample.REVIEWS_V2,
                                            MeshSample.REVIEWS_V3);
                            model.dim(bright::contains);
                            model.select(new Selection.OfNode(MeshSample.REVIEWS));
                            model.overrideTexts(Map.of(MeshSample.FAILING, "2.5 → 1.2 rps"));
                        });
                shoot(
                        out,
                        tokens,
                        name + "-forces",
                        theme,
                        size,
                        story,
                        Arrangement.FORCE,
                        _ -> {});
            }
        }
        for (int nodes : List.of(100, 500)) {
            var many = MeshSample.any(nodes, 7);
            shoot(
                    out,
                    tokens,
                    "many-" + nodes,
                    Theme.DARK,
                    new int[] {1268, 852},
                    many,
                    DEFAULT,
                    _ -> {});
            shoot(
                    out,
                    tokens,
                    "many-" + nodes + "-near",
                    Theme.DARK,
                    new int[] {1268, 852},
                    many,
                    DEFAULT,
                    model -> {
                        model.lookAt(new Point(800, 600));
                        model.zoomActual();
                    });
        }
    }

    private static void shoot(
            Path out,
            String tokens,
            String name,
            Theme theme,
            int[] size,
            TopologySnapshot graph,
            Arrangement arrangement,
            Consumer<TopologyViewModel> then) {
        if (!name.startsWith(wanted)) {
            return;
        }
        var model = new TopologyViewModel(Owner.direct(), Runnable::run);
        var canvas = new TopologyCanvas(model, new SimpleObjectProperty<>(theme));
        canvas.reducedMotionProperty().set(true);
        var scene = scene(new StackPane(canvas), tokens, theme, size);
        model.show(graph, arrangement.of(graph));
        snapshot(scene);
        then.accept(model);
        snapshot(scene);
        save(snapshot(scene), out.resolve(name + ".png"));
        canvas.end();
    }

    static Scene scene(Parent content, String tokens, Theme theme, int[] size) {
        content.getStyleClass().add(theme == Theme.DARK ? "wr-dark" : "wr-light");
        content.getStylesheets().add(tokens);
        return new Scene(content, size[0], size[1]);
    }

    private static WritableImage snapshot(Scene scene) {
        return scene.snapshot(null);
    }

    static void fonts() {
        for (var face : List.of("Inter-Regular", "Inter-SemiBold")) {
            var _ =
                    Font.loadFont(
                            CanvasGallery.class.getResourceAsStream(
                                    "/com/formdev/flatlaf/fonts/inter/" + face + ".otf"),
                            12);
        }
    }

    private static void save(WritableImage image, Path file) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var reader = image.getPixelReader();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture.setRGB(x, y, reader.getArgb(x, y));
            }
        }
        try {
            Files.createDirectories(file.getParent());
            ImageIO.write(picture, "png", file.toFile());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
