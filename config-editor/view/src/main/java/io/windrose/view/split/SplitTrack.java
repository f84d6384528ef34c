package io.windrose.view.split;

import io.windrose.kernel.TrafficSplit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/// The segments side by side with a handle between any two.
///
/// Every segment has a least width beside its share of the rest, so that one at 0 % can still be
/// grabbed and handles never cover one another; pixels and percents stay in proportion.
final class SplitTrack extends Region {
    private static final double HEIGHT = 56;
    private static final double LEAST = 30;
    private static final double GAP = 12;

    /// What a finger or a shaking hand still hits.
    private static final double TARGET = 24;

    private static final int NOBODY = -1;

    private final SplitViewModel model;
    private final ToIntFunction<String> colours;
    private final List<SplitSegment> segments = new ArrayList<>();
    private final List<SplitHandle> handles = new ArrayList<>();
    private final ReadOnlyStringWrapper unsaid = new ReadOnlyStringWrapper("");
    private int pressed = NOBODY;
    private double pressedAt;
    private int pressedPosition;

    SplitTrack(SplitViewModel model, ToIntFunction<String> colours) {
        this.model = model;
        this.colours = colours;
        getStyleClass().add("split-track");
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        setOnMouseDragged(this::onDrag);
        setOnMouseReleased(event -> {
            onDrag(event); // the last step of a quick movement may come with the release alone
            pressed = NOBODY;
        });
    }

    /// What could not stand on its segment, such as `v3 was 10 %`; empty when all could.
    ReadOnlyStringProperty unsaidProperty() {
        return unsaid.getReadOnlyProperty();
    }

    void show(TrafficSplit draft, TrafficSplit asked) {
        if (segments.size() != draft.percentBySubset().size() || !names().equals(model.subsets())) {
            rebuild();
        }
        segments.forEach(segment -> segment.show(draft, asked));
        handles.forEach(SplitHandle::refresh);
        requestLayout();
    }

    private List<String> names() {
        return segments.stream().map(SplitSegment::subset).toList();
    }

    private void rebuild() {
        segments.clear();
        handles.clear();
        for (var subset : model.subsets()) {
            var segment = new SplitSegment(subset, colours.applyAsInt(subset));
            segment.wasShownProperty().subscribe(this::sayTheRest);
            segments.add(segment);
        }
        for (int i = 0; i < model.handles(); i++) {
            var handle = new SplitHandle(model, i);
            int index = i;
            handle.setOnMousePressed(event -> onPress(handle, index, event));
            handles.add(handle);
        }
        getChildren().setAll(segments);
        getChildren().addAll(handles);
    }

    private void onPress(SplitHandle handle, int index, MouseEvent event) {
        handle.requestFocus();
        pressed = index;
        pressedAt = sceneToLocal(event.getSceneX(), event.getSceneY()).getX();
        pressedPosition = model.position(index);
        event.consume();
    }

    private void onDrag(MouseEvent event) {
        if (pressed != NOBODY && event.getButton() == MouseButton.PRIMARY) {
            double moved = sceneToLocal(event.getSceneX(), event.getSceneY()).getX() - pressedAt;
            model.move(pressed, pressedPosition + (int) Math.round(moved / pixelsPerPercent()));
            event.consume();
        }
    }

    private double pixelsPerPercent() {
        int count = segments.size();
        return Math.max(1, getWidth() - count * LEAST - (count - 1) * GAP) / 100;
    }

    private void sayTheRest() {
        var said = new ArrayList<String>();
        for (var segment : segments) {
            if (!segment.wasShownProperty().get()) {
                said.add(
                        SplitSegment.shown(segment.subset())
                                + " was "
                                + model.asked().percent(segment.subset())
                                + " %");
            }
        }
        unsaid.set(String.join(", ", said));
    }

    @Override
    protected void layoutChildren() {
        double x = 0;
        for (int i = 0; i < segments.size(); i++) {
            int percent = model.draft().percent(segments.get(i).subset());
            double end = x + LEAST + percent * pixelsPerPercent();
            double left = snapPositionX(x);
            segments.get(i).resizeRelocate(left, 0, snapPositionX(end) - left, getHeight());
            if (i < handles.size()) {
                handles.get(i)
                        .resizeRelocate(
                                snapPositionX(end + (GAP - TARGET) / 2), 0, TARGET, getHeight());
            }
            x = end + GAP;
        }
        segments.forEach(SplitSegment::layout);
        sayTheRest();
    }
}
