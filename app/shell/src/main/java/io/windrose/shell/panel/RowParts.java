package io.windrose.shell.panel;

import io.windrose.icons.Icon;
import io.windrose.shell.theme.IconView;
import io.windrose.shell.theme.Sign;
import io.windrose.shell.theme.Tone;
import io.windrose.topology.Health;
import io.windrose.workspace.story.Lock;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The small pieces that rows are made of.
final class RowParts {

    private RowParts() {}

    /// Shrinks to an ellipsis when the row is narrow.
    static Label shrinking(String... styleClasses) {
        var label = new Label();
        label.getStyleClass().addAll(styleClasses);
        label.setMinWidth(24);
        return label;
    }

    /// Always wholly visible.
    static Label whole(String... styleClasses) {
        var label = shrinking(styleClasses);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /// Takes what is left over.
    static Region gap() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    static Slot<Health.Status> sign() {
        return new Slot<>(status -> new Sign(Tone.of(status)));
    }

    static Slot<Lock> lock() {
        return new Slot<>(RowParts::icon);
    }

    /// The chip of a version; takes no room without one.
    static void version(Label chip, String version, VersionColours colours) {
        chip.setText(version);
        chip.setManaged(!version.isEmpty());
        chip.setVisible(!version.isEmpty());
        chip.getStyleClass().setAll("label", "wr-chip", colours.styleClass(version));
    }

    private static IconView icon(Lock lock) {
        return switch (lock) {
            case CLOSED -> new IconView(Icon.LOCK, IconView.SMALL, "wr-mtls");
            case HALF -> new IconView(Icon.LOCK_HALF, IconView.SMALL, "wr-mtls-mixed");
            case OPEN -> new IconView(Icon.LOCK_OPEN, IconView.SMALL, "wr-mtls-none");
            case UNKNOWN -> new IconView(Icon.DASH, IconView.SMALL, "wr-text-3");
        };
    }
}
