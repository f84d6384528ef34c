package io.windrose.view.split;

import javafx.geometry.Orientation;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// What stands between two neighbours and is moved by mouse, keys or a screen reader.
final class SplitHandle extends Region {
    private static final int STEP = 1;
    private static final int BIG_STEP = 5;
    private static final double GRIP_WIDTH = 4;
    private static final double GRIP_INSET = 14;

    private final SplitViewModel model;
    private final int index;
    private final Region grip = new Region();

    SplitHandle(SplitViewModel model, int index) {
        this.model = model;
        this.index = index;
        setId("split-handle-" + index);
        getStyleClass().add("split-handle");
        grip.getStyleClass().add("split-grip");
        getChildren().add(grip);
        setFocusTraversable(true);
        setCursor(Cursor.H_RESIZE);
        setAccessibleRole(AccessibleRole.SLIDER);
        setAccessibleRoleDescription("handle");
        setOnKeyPressed(this::onKey);
    }

    /// Says the new percents.
    void refresh() {
        setAccessibleText(side(index) + ", " + side(index + 1));
        notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
    }

    private String side(int position) {
        var subset = model.subsets().get(position);
        return SplitSegment.shown(subset) + " " + model.draft().percent(subset) + " %";
    }

    private void onKey(KeyEvent event) {
        SplitKey.of(event.getCode(), event.isShiftDown())
                .ifPresent(key -> {
                    obey(key);
                    event.consume();
                });
    }

    private void obey(SplitKey key) {
        switch (key) {
            case LEFT -> model.nudge(index, -STEP);
            case RIGHT -> model.nudge(index, STEP);
            case FAR_LEFT -> model.nudge(index, -BIG_STEP);
            case FAR_RIGHT -> model.nudge(index, BIG_STEP);
            case LEAST -> model.move(index, model.least(index));
            case MOST -> model.move(index, model.most(index));
            case SEND_BACK -> model.sendBack(index);
        }
    }

    @Override
    protected void layoutChildren() {
        grip.resizeRelocate(
                snapPositionX((getWidth() - GRIP_WIDTH) / 2),
                GRIP_INSET,
                GRIP_WIDTH,
                getHeight() - 2 * GRIP_INSET);
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(
            AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case VALUE -> (double) model.position(index);
            case MIN_VALUE -> (double) model.least(index);
            case MAX_VALUE -> (double) model.most(index);
            case ORIENTATION -> Orientation.HORIZONTAL;
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        switch (action) {
            case INCREMENT -> model.nudge(index, STEP);
            case DECREMENT -> model.nudge(index, -STEP);
            case SET_VALUE -> {
                if (parameters.length > 0 && parameters[0] instanceof Number value) {
                    model.move(index, Math.round(value.floatValue()));
                }
            }
            default -> super.executeAccessibleAction(action, parameters);
        }
    }
}
