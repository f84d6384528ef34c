package io.windrose.view.split;

import io.windrose.kernel.TrafficSplit;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// One subset's part of the bar: its name, its percent and what it was, as far as there is room.
final class SplitSegment extends Region {
    private static final double INSET = 14;
    private static final double GAP = 8;

    private final String subset;
    private final Label name = label("split-name");
    private final Label percent = label("split-percent");
    private final Label was = label("split-was");
    private final Label number = label("split-number");
    private final ReadOnlyBooleanWrapper wasShown = new ReadOnlyBooleanWrapper();

    /// @param colour 1 to 4
    SplitSegment(String subset, int colour) {
        this.subset = subset;
        name.setText(shown(subset));
        getStyleClass().addAll("split-segment", "version-" + colour);
        getChildren().addAll(name, percent, was, number);
        setMouseTransparent(true);
        setAccessibleRole(AccessibleRole.TEXT);
    }

    /// The service as a whole has no name as a subset.
    static String shown(String subset) {
        return subset.isEmpty() ? "any" : subset;
    }

    private static Label label(String styleClass) {
        var label = new Label();
        label.getStyleClass().add(styleClass);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    String subset() {
        return subset;
    }

    /// Whether what it was stands on it, or is of no interest.
    ReadOnlyBooleanProperty wasShownProperty() {
        return wasShown.getReadOnlyProperty();
    }

    void show(TrafficSplit draft, TrafficSplit asked) {
        int now = draft.percent(subset);
        int before = asked.percent(subset);
        percent.setText(now + " %");
        number.setText(Integer.toString(now));
        was.setText(now == before ? "" : "was " + before + " %");
        setAccessibleText(
                shown(subset) + " " + now + " %" + (now == before ? "" : ", was " + before + " %"));
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double room = getWidth() - 2 * INSET;
        double nameWidth = name.prefWidth(-1);
        double percentWidth = percent.prefWidth(-1);
        double wasWidth = was.getText().isEmpty() ? 0 : GAP + was.prefWidth(-1);
        boolean named = nameWidth + GAP + percentWidth <= room;
        boolean whole = named || percentWidth <= getWidth() - INSET;
        boolean all = named && nameWidth + GAP + percentWidth + wasWidth <= room;
        name.setVisible(named);
        percent.setVisible(whole);
        number.setVisible(!whole);
        was.setVisible(all);
        wasShown.set(all || was.getText().isEmpty());
        if (named) {
            place(name, INSET, nameWidth);
            place(percent, INSET + nameWidth + GAP, percentWidth);
            place(was, INSET + nameWidth + 2 * GAP + percentWidth, was.prefWidth(-1));
        } else {
            place(percent, (getWidth() - percentWidth) / 2, percentWidth);
            double width = number.prefWidth(-1);
            place(number, (getWidth() - width) / 2, width);
        }
    }

    private void place(Label label, double x, double width) {
        double height = label.prefHeight(-1);
        label.resizeRelocate(
                snapPositionX(x), snapPositionY((getHeight() - height) / 2), width, height);
    }
}
