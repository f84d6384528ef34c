package io.windrose.view.robot;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Window;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// TestFX's robot without the pauses of a person. That one waits for twenty painted frames around
/// each key, half a second where the processor paints; here a key, a word or a click is one task of
/// the JavaFX thread, and what follows from it is done when the method returns.
public final class QuickRobot extends FxRobot {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /// Of ten milliseconds and all that waits in the queue: long enough that a frame lies between
    /// two acts, as between those of the quickest person.
    private static final int ROUNDS = 3;

    @Override
    public QuickRobot interact(Runnable act) {
        return act(act);
    }

    /// A chord: all down, then all up.
    @Override
    public QuickRobot push(KeyCode... chord) {
        return push(1, () -> {}, chord);
    }

    /// The chord as often as that, with a look after each.
    ///
    /// @param look on the JavaFX thread
    public QuickRobot push(int times, Runnable look, KeyCode... chord) {
        return act(() -> {
            for (int time = 0; time < times; time++) {
                strike(chord);
                look.run();
            }
        });
    }

    /// One key after the other.
    @Override
    public QuickRobot type(KeyCode... keys) {
        for (var key : keys) {
            push(key);
        }
        return this;
    }

    /// Into what has the focus.
    @Override
    public QuickRobot write(String text) {
        return act(() ->
                text.codePoints()
                        .mapToObj(Character::toString)
                        .forEach(sign -> Event.fireEvent(focus(), typed(sign))));
    }

    @Override
    public QuickRobot write(char sign) {
        return write(String.valueOf(sign));
    }

    /// In the middle of what the query finds.
    @Override
    public QuickRobot clickOn(String query, MouseButton... buttons) {
        return clickOn(lookup(query).<Node>query(), buttons);
    }

    @Override
    public QuickRobot clickOn(Node node, MouseButton... buttons) {
        return clickOn(middle(node), buttons);
    }

    @Override
    public QuickRobot clickOn(Point2D place, MouseButton... buttons) {
        return act(() -> {
            var mouse = new Robot();
            mouse.mouseMove(place);
            mouse.mouseClick(
                    buttons.length == 0 ? new MouseButton[] {MouseButton.PRIMARY} : buttons);
        });
    }

    /// Drags what is in the middle of the node, with the button held, so many pixels to the right.
    ///
    /// In one move: the headless platform forgets after the first what is being dragged.
    public QuickRobot drag(Node node, double pixels) {
        var from = middle(node);
        var mouse = new Robot[1]; // the same one must release what it pressed
        return act(
                        () -> {
                            mouse[0] = new Robot();
                            mouse[0].mouseMove(from);
                            mouse[0].mousePress(MouseButton.PRIMARY);
                        })
                .act(() -> mouse[0].mouseMove(from.add(pixels, 0)))
                .act(() -> mouse[0].mouseRelease(MouseButton.PRIMARY));
    }

    /// Looks on the JavaFX thread, where no node is half way to another place.
    public <T> T see(Callable<T> look) {
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE.toMillis(), look);
    }

    /// Looks until it is so, and then until what follows from it is done.
    public void until(BooleanSupplier state) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                PATIENCE.toMillis(), TimeUnit.MILLISECONDS, () -> see(state::getAsBoolean));
        WaitForAsyncUtils.waitForFxEvents(ROUNDS);
    }

    /// On the screen, where the next frame will show it.
    private Point2D middle(Node node) {
        return see(() -> {
            var root = node.getScene().getRoot();
            root.applyCss();
            root.layout();
            var box = node.localToScreen(node.getBoundsInLocal());
            return new Point2D(box.getCenterX(), box.getCenterY());
        });
    }

    private QuickRobot act(Runnable act) {
        var _ =
                see(() -> {
                    act.run();
                    return true;
                });
        WaitForAsyncUtils.waitForFxEvents(ROUNDS);
        return this;
    }

    private static void strike(KeyCode... chord) {
        var keys = new Robot();
        for (var key : chord) {
            keys.keyPress(key);
        }
        for (int last = chord.length - 1; last >= 0; last--) {
            keys.keyRelease(chord[last]);
        }
    }

    private static Node focus() {
        return Window.getWindows().stream()
                .filter(Window::isFocused)
                .map(Window::getScene)
                .map(Scene::getFocusOwner)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing has the focus"));
    }

    private static KeyEvent typed(String sign) {
        return new KeyEvent(
                KeyEvent.KEY_TYPED, sign, "", KeyCode.UNDEFINED, false, false, false, false);
    }
}
