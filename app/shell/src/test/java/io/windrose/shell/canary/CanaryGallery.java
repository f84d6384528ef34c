package io.windrose.shell.canary;

import io.windrose.kernel.Owner;
import io.windrose.shell.theme.Fonts;
import io.windrose.shell.theme.Look;
import io.windrose.topology.display.Theme;
import io.windrose.workspace.session.Access;
import io.windrose.workspace.session.Connection;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/// Draws the drawer and the page in their states, in both themes and sizes, into the folder that is
/// the first argument.
public final class CanaryGallery {
    private CanaryGallery() {}

    /// @param arguments the folder, and then the names of the states that are wanted; all without
    public static void main(String[] arguments) throws Exception {
        var wanted = List.of(arguments).subList(1, arguments.length);
        var target = Files.createDirectories(Path.of(arguments[0]));
        var done = new CountDownLatch(1);
        Platform.startup(() -> {
            try {
                Fonts.load();
                for (var theme : Theme.values()) {
                    for (var state : states().entrySet()) {
                        if (wanted.isEmpty() || wanted.contains(state.getKey())) {
                            take(target, theme, state.getKey(), state.getValue());
                        }
                    }
                }
            } finally {
                done.countDown();
            }
        });
        done.await();
        Platform.exit();
    }

    private static Map<String, Consumer<DemoShift>> states() {
        var states = new LinkedHashMap<String, Consumer<DemoShift>>();
        states.put("page", _ -> {});
        states.put("drawer-no-draft", CanaryGallery::open);
        states.put(
                "folder",
                shift -> {
                    shift.session.with(new Connection.Folder(Path.of("mesh-config")));
                    shift.session.with(new Access.MayRead("the folder is not writable"));
                    shift.mesh.tick();
                    shift.forgetProxies();
                    open(shift);
                    shift.reviews().step(25);
                });
        states.put(
                "stepped-back",
                shift -> {
                    open(shift);
                    shift.reviews().step(30);
                    shift.reviews().apply();
                    shift.readFolder(12);
                    for (int i = 0; i < 4; i++) {
                        shift.look(Map.of("v1", 40.0, "v2", 30.0, "v3", 30.0), 17.6);
                    }
                    shift.readFolder(12);
                });
        states.put(
                "drawer",
                shift -> {
                    open(shift);
                    shift.reviews().split().nudge(1, 5);
                });
        states.put(
                "drawer-small",
                shift -> {
                    open(shift);
                    shift.reviews().split().nudge(1, 5);
                });
        states.put(
                "acknowledging",
                shift -> {
                    open(shift);
                    shift.reviews().split().nudge(1, 5);
                    shift.reviews().apply();
                    shift.readFolder(7);
                    shift.acknowledge(7, "no cluster named outbound|9080|v4|reviews");
                });
        return states;
    }

    private static void open(DemoShift shift) {
        shift.model.open(shift.reviews().route().ref());
    }

    private static void take(Path target, Theme theme, String name, Consumer<DemoShift> state) {
        try {
            var folder = Files.createTempDirectory("canary");
            var shift = new DemoShift(folder, Owner.direct());
            state.accept(shift);
            boolean small = name.endsWith("small");
            var root = new StackPane(content(shift, name));
            var scene = new Scene(root, small ? 928 : 1268, small ? 626 : 826);
            Look.apply(scene, theme);
            var stage = new Stage();
            stage.setScene(scene);
            stage.show();
            root.applyCss();
            root.layout();
            var picture = scene.snapshot(null);
            var image =
                    new BufferedImage(
                            (int) picture.getWidth(),
                            (int) picture.getHeight(),
                            BufferedImage.TYPE_INT_ARGB);
            for (int y = 0; y < picture.getHeight(); y++) {
                for (int x = 0; x < picture.getWidth(); x++) {
                    image.setRGB(x, y, picture.getPixelReader().getArgb(x, y));
                }
            }
            var file = "canary-%s-%s.png".formatted(name, Look.styleClass(theme).substring(3));
            ImageIO.write(image, "png", target.resolve(file).toFile());
            stage.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Parent content(DemoShift shift, String name) {
        if (name.equals("page")) {
            return new CanaryPage(shift.model);
        }
        return new CanaryLayer(shift.model, ZoneOffset.UTC);
    }
}
