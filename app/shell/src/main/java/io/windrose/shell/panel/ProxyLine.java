package io.windrose.shell.panel;

import io.windrose.shell.theme.Tone;
import io.windrose.topology.Health;
import io.windrose.workspace.story.ProxyRow;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A proxy and how far it has followed the configuration.
final class ProxyLine extends VBox {
    private final Slot<Health.Status> sign = RowParts.sign();
    private final Label pod = RowParts.shrinking("row-pod");
    private final Label version = RowParts.whole();
    private final Label sync = RowParts.whole("row-figure");
    private final Label detail = RowParts.shrinking("row-why");

    ProxyLine() {
        getStyleClass().add("two-line");
        var top = new HBox(sign, pod, version, RowParts.gap(), sync);
        top.getStyleClass().add("row-top");
        getChildren().addAll(top, detail);
    }

    void show(ProxyRow row, VersionColours colours) {
        sign.show(row.status());
        pod.setText(row.pod());
        RowParts.version(version, row.version(), colours);
        sync.setText(row.sync());
        sync.getStyleClass()
                .setAll("label", "row-figure", "row-errors", Tone.of(row.status()).styleClass());
        detail.setText(row.detail());
        detail.setManaged(!row.detail().isEmpty());
        setAccessibleText(String.join(", ", row.pod(), row.sync(), row.detail()));
    }
}
