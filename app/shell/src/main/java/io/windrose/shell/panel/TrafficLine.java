package io.windrose.shell.panel;

import io.windrose.shell.theme.Tone;
import io.windrose.topology.Health;
import io.windrose.workspace.story.Lock;
import io.windrose.workspace.story.Subject;
import io.windrose.workspace.story.TrafficRow;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

/// A neighbour with what flows between: health, name, version, rate, errors, lock.
final class TrafficLine extends PressRow {
    private final Slot<Health.Status> sign = RowParts.sign();
    private final Label name = RowParts.shrinking("row-name");
    private final Label version = RowParts.whole();
    private final Label rate = RowParts.whole("row-figure");
    private final Label errors = RowParts.whole("row-figure", "row-errors");
    private final Slot<Lock> lock = RowParts.lock();
    private final Tooltip tip = new Tooltip();

    TrafficLine() {
        getChildren().addAll(sign, name, version, RowParts.gap(), rate, errors, lock);
        Tooltip.install(this, tip);
    }

    void show(TrafficRow row, VersionColours colours, Consumer<Subject> select) {
        sign.show(row.health());
        name.setText(row.name());
        RowParts.version(version, row.version(), colours);
        rate.setText(row.rate());
        errors.setText(row.errors());
        errors.getStyleClass()
                .setAll("label", "row-figure", "row-errors", Tone.of(row.tone()).styleClass());
        lock.show(row.lock());
        tip.setText(row.p95().isEmpty() ? row.lockWords() : row.lockWords() + "\np95 " + row.p95());
        setAccessibleText(
                String.join(
                        ", ",
                        row.name() + " " + row.version(),
                        row.health().label(),
                        row.rate(),
                        row.errors() + " errors",
                        row.lockWords()));
        setOnPress(() -> select.accept(row.subject()));
    }
}
