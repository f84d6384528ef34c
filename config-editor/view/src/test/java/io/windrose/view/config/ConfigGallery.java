package io.windrose.view.config;

import io.windrose.kernel.Owner;
import io.windrose.kernel.Timer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ButtonBase;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.fxmisc.richtext.CodeArea;

/// Writes a picture of every state of the Configuration screen, in both themes and two sizes.
///
/// Arguments: the folder to write to, and the folder of the shell's theme. AtlantaFX and the fonts
/// are taken from the class path where they are on it.
final class ConfigGallery {
    private static final List<String> FONTS =
            List.of(
                    "/com/formdev/flatlaf/fonts/inter/Inter-Regular.otf",
                    "/com/formdev/flatlaf/fonts/inter/Inter-SemiBold.otf",
                    "/com/formdev/flatlaf/fonts/jetbrains_mono/JetBrainsMono-Regular.ttf");

    private ConfigGallery() {}

    /// One state: what is done to the screen before the picture is taken.
    private record State(String name, Consumer<Screen> prepare) {}

    private record Screen(Bookshop shop, ConfigViewModel model, Scene scene) {
        CodeArea text() {
            return (CodeArea) scene.lookup("#yaml-editor");
        }

        void replace(String what, String with) {
            int at = text().getText().indexOf(what);
            text().replaceText(at, at + what.length(), with);
            text().moveTo(at + with.length());
        }

        void press(String id) {
            ((ButtonBase) scene.lookup(id)).fire();
        }
    }

    private static final List<State> STATES =
            List.of(
                    new State("nothing", _ -> {}),
                    new State("plain", ConfigGallery::open),
                    new State(
                            "typo",
                            screen -> {
                                open(screen);
                                screen.replace("timeout: 2s", "tiemout: 2s");
                            }),
                    new State(
                            "subset",
                            screen -> {
                                open(screen);
                                screen.replace("subset: v3\n", "subset: v4\n");
                            }),
                    new State(
                            "diff",
                            screen -> {
                                edited(screen);
                                screen.press("#tab-diff");
                            }),
                    new State("edited", ConfigGallery::edited),
                    new State(
                            "question",
                            screen -> {
                                edited(screen);
                                screen.press("#config-apply");
                            }),
                    new State(
                            "history",
                            screen -> {
                                edited(screen);
                                screen.press("#config-apply");
                                screen.press("#config-apply-confirm");
                                screen.press("#tab-history");
                            }),
                    new State(
                            "conflict",
                            screen -> {
                                edited(screen);
                                var text = screen.shop.read("reviews.yaml");
                                screen.shop.write(
                                        "reviews.yaml",
                                        text.replace("timeout: 2s", "timeout: 3s")
                                                .replace("exact: jason", "exact: alice"));
                                screen.model.refresh();
                            }),
                    new State(
                            "discarded",
                            screen -> {
                                edited(screen);
                                screen.press("#config-discard");
                            }),
                    new State(
                            "new",
                            screen -> {
                                open(screen);
                                screen.press("#config-new");
                                screen.model
                                        .newObjectProperty()
                                        .get()
                                        .orElseThrow()
                                        .nameProperty()
                                        .set("ratings");
                            }),
                    new State(
                            "begun",
                            screen -> {
                                open(screen);
                                screen.press("#config-new");
                                screen.model
                                        .newObjectProperty()
                                        .get()
                                        .orElseThrow()
                                        .nameProperty()
                                        .set("ratings");
                                screen.press("#new-create");
                            }),
                    new State(
                            "removed",
                            screen -> {
                                open(screen);
                                screen.press("#config-delete");
                            }),
                    new State(
                            "delete-question",
                            screen -> {
                                open(screen);
                                screen.press("#config-delete");
                                screen.press("#config-apply");
                            }),
                    new State(
                            "deleted",
                            screen -> {
                                open(screen);
                                screen.press("#config-delete");
                                screen.press("#config-apply");
                                screen.press("#config-apply-confirm");
                            }),
                    new State(
                            "gone",
                            screen -> {
                                edited(screen);
                                screen.shop.spoil("reviews.yaml");
                                screen.model.refresh();
                            }),
                    new State(
                            "complete",
                            screen -> {
                                open(screen);
                                screen.replace("    timeout: 2s\n", "    timeout: 2s\n    \n");
                                screen.text().moveTo(screen.text().getText().indexOf("    \n") + 4);
                                key(screen, KeyCode.SPACE, true, false);
                            }),
                    new State(
                            "fix",
                            screen -> {
                                open(screen);
                                screen.replace("subset: v3\n", "subset: v4\n");
                                screen.text().moveTo(screen.text().getText().indexOf("v4") + 2);
                                key(screen, KeyCode.ENTER, false, true);
                            }),
                    new State(
                            "read-only",
                            screen -> {
                                screen.model
                                        .missingRightProperty()
                                        .set("the folder is not writable");
                                edited(screen);
                            }),
                    new State(
                            "all-problems",
                            screen -> {
                                faulty(screen);
                                screen.model.problems().showAll();
                            }),
                    new State(
                            "repaired",
                            screen -> {
                                faulty(screen);
                                screen.model.problems().showAll();
                                settle(screen.scene);
                                screen.press("#config-fix-all");
                            }),
                    new State("repaired-files", ConfigGallery::repaired),
                    new State(
                            "all-question",
                            screen -> {
                                repaired(screen);
                                screen.press("#config-apply-all");
                            }),
                    new State(
                            "all-applied",
                            screen -> {
                                repaired(screen);
                                screen.press("#config-apply-all");
                                screen.press("#config-apply-confirm");
                            }),
                    new State(
                            "left-behind",
                            screen -> {
                                screen.model.openAt(
                                        screen.shop.file("rules.yaml").toString(), 1, 1);
                                screen.model.type("");
                                screen.press("#config-apply");
                            }),
                    new State(
                            "removed-rule",
                            screen -> {
                                screen.model.openAt(
                                        screen.shop.file("rules.yaml").toString(), 32, 1);
                                screen.press("#config-delete");
                            }),
                    new State(
                            "broken",
                            screen -> {
                                screen.shop.write("broken.yaml", "kind: [oops\nspec: {\n");
                                screen.model.refresh();
                                screen.model.openAt(
                                        screen.shop.file("broken.yaml").toString(), 1, 1);
                            }));

    public static void main(String[] args) {
        var target = Path.of(args[0]);
        var theme = Path.of(args[1]);
        var only = args.length > 2 ? List.of(args[2].split(",")) : List.<String>of();
        Thread.setDefaultUncaughtExceptionHandler((_, fault) -> {
            fault.printStackTrace();
            Platform.exit();
        });
        Platform.startup(() -> {
            loadFonts();
            for (var look : List.of("dark", "light")) {
                for (var state : STATES) {
                    if (only.isEmpty() || only.contains(state.name)) {
                        take(target, theme, look, state, 1218, 826);
                    }
                }
                for (var state : STATES) {
                    if (only.isEmpty() ? state.equals(STATES.get(2)) : only.contains(state.name)) {
                        take(target, theme, look, state, 878, 626);
                    }
                }
            }
            Platform.exit();
        });
    }

    private static void open(Screen screen) {
        screen.model.openAt(screen.shop.file("reviews.yaml").toString(), 20, 12);
    }

    private static void faulty(Screen screen) {
        screen.shop.write("balancers.yaml", Bookshop.BALANCERS);
        screen.model.refresh();
        open(screen);
        screen.replace("subset: v3\n", "subset: v4\n");
    }

    private static void repaired(Screen screen) {
        var more = Bookshop.BALANCERS.replace("carts", "a").replace("orders", "b");
        screen.shop.write("balancers.yaml", Bookshop.BALANCERS);
        screen.shop.write("more.yaml", more);
        screen.model.refresh();
        open(screen);
        screen.model.problems().showAll();
        settle(screen.scene);
        screen.press("#config-fix-all");
        settle(screen.scene);
    }

    private static void edited(Screen screen) {
        open(screen);
        screen.replace("weight: 50", "weight: 45");
        screen.replace("timeout: 2s", "timeout: 4s");
        screen.replace("weight: 10\n", "weight: 15\n");
    }

    private static void key(Screen screen, KeyCode code, boolean control, boolean alt) {
        screen.text().requestFocus();
        settle(screen.scene);
        Event.fireEvent(
                screen.text(),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, alt, false));
    }

    private static void take(
            Path target, Path theme, String look, State state, int width, int height) {
        try {
            var folder = Files.createTempDirectory("gallery");
            var shop = Bookshop.in(folder);
            Timer now =
                    (_, task) -> {
                        task.run();
                        return Timer.Cancellation.NOTHING;
                    };
            var model = shop.model(Owner.direct(), Runnable::run, now);
            var view = new ConfigView(model);
            view.getStyleClass().add("wr-" + look);
            var scene = new Scene(view, width, height);
            for (var sheet : List.of("tokens.css", "theme.css")) {
                scene.getStylesheets().add(theme.resolve(sheet).toUri().toString());
            }
            Application.setUserAgentStylesheet("/atlantafx/base/theme/primer-" + look + ".css");
            var stage = new Stage();
            stage.setScene(scene);
            stage.show();
            var screen = new Screen(shop, model, scene);
            settle(scene);
            state.prepare.accept(screen);
            settle(scene);
            var size = width < 1000 ? "-small" : "";
            write(picture(scene), target.resolve(state.name + "-" + look + size + ".png"));
            List.copyOf(Window.getWindows()).forEach(Window::hide);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    /// Lets everything happen that was put off, a few times over.
    private static void settle(Scene scene) {
        for (int i = 0; i < 4; i++) {
            scene.snapshot(null);
            var key = new Object();
            Platform.runLater(() -> Platform.exitNestedEventLoop(key, null));
            Platform.enterNestedEventLoop(key);
        }
    }

    /// The scene with its popups where they stand.
    private static BufferedImage picture(Scene scene) {
        var image = image(scene.snapshot(null));
        var window = scene.getWindow();
        for (var popup : Window.getWindows()) {
            if (!popup.equals(window) && popup.getScene() != null && popup.isShowing()) {
                var params = new SnapshotParameters();
                params.setFill(Color.TRANSPARENT);
                var part = image(popup.getScene().getRoot().snapshot(params, null));
                int x = (int) (popup.getX() - window.getX() - scene.getX());
                int y = (int) (popup.getY() - window.getY() - scene.getY());
                image.getGraphics().drawImage(part, x, y, null);
            }
        }
        return image;
    }

    private static BufferedImage image(WritableImage from) {
        int width = (int) from.getWidth();
        int height = (int) from.getHeight();
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, from.getPixelReader().getArgb(x, y));
            }
        }
        return image;
    }

    private static void write(BufferedImage image, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        ImageIO.write(image, "png", file.toFile());
    }

    private static void loadFonts() {
        for (var file : FONTS) {
            try (var in = ConfigGallery.class.getResourceAsStream(file)) {
                if (in != null) {
                    Font.loadFont(in, 12);
                }
            } catch (IOException error) {
                throw new UncheckedIOException(error);
            }
        }
    }
}
