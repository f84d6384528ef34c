package io.windrose.shell.window;

import io.windrose.icons.Icon;
import io.windrose.shell.frame.LiveMesh;
import io.windrose.shell.theme.IconView;
import io.windrose.shell.theme.Sign;
import io.windrose.shell.theme.Tone;
import io.windrose.topology.display.Figures;
import io.windrose.topology.traffic.Protocol;
import io.windrose.workspace.session.Access;
import io.windrose.workspace.story.MeshSummary;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/// The mesh in one line at the foot of the window.
final class StatusBar extends HBox {
    static final double HEIGHT = 26;

    private static final double SIGN = 12;

    private final Subscription subscription;

    StatusBar(LiveMesh mesh) {
        getStyleClass().addAll("wr-window", "wr-status");
        setId("status");
        setAlignment(Pos.CENTER_LEFT);
        setMinHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        subscription =
                Subscription.combine(
                        mesh.pictureProperty().subscribe(_ -> show(mesh)),
                        mesh.meshProperty().subscribe(_ -> show(mesh)));
    }

    void end() {
        subscription.unsubscribe();
    }

    private void show(LiveMesh mesh) {
        var summary = MeshSummary.of(mesh.pictureProperty().get(), mesh.meshProperty().get());
        var parts = new ArrayList<Node>();
        boolean known = mesh.pictureProperty().get().graph().value().isPresent();
        if (known) {
            parts.addAll(counts(summary));
            parts.add(divider());
        }
        parts.addAll(state(summary));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        parts.add(gap);
        if (known) {
            summary.ratePerSecond()
                    .ifPresent(rate -> {
                        parts.add(words("status-rate", Figures.rate(rate, Protocol.HTTP) + " in"));
                        parts.add(divider());
                    });
        }
        parts.add(access(mesh.session().access()));
        getChildren().setAll(parts);
    }

    private static List<Node> counts(MeshSummary summary) {
        return List.of(
                words("status-namespaces", MeshSummary.count(summary.namespaces(), "namespace")),
                words("status-services", MeshSummary.count(summary.services(), "service")),
                words("status-workloads", MeshSummary.count(summary.workloads(), "workload")),
                words("status-edges", MeshSummary.count(summary.edges(), "edge")));
    }

    private static List<Node> state(MeshSummary summary) {
        var parts = new ArrayList<Node>();
        summary.proxies()
                .ifPresent(proxies -> {
                    var tone = proxies.inSync() == proxies.known() ? Tone.HEALTHY : Tone.DEGRADED;
                    var text = "Control plane: " + proxies.inSync() + "/" + proxies.known();
                    parts.add(
                            marked("status-sync", new Sign(tone, SIGN), text + " proxies in sync"));
                });
        summary.mtlsPercent()
                .ifPresent(percent ->
                        parts.add(
                                marked(
                                        "status-mtls",
                                        lock(percent),
                                        "mTLS " + Figures.percent(percent) + " of requests")));
        if (summary.degraded() > 0) {
            parts.add(
                    marked(
                            "status-degraded",
                            new Sign(Tone.DEGRADED, SIGN),
                            summary.degraded() + " degraded"));
        }
        if (summary.failing() > 0) {
            parts.add(
                    marked(
                            "status-failing",
                            new Sign(Tone.FAILING, SIGN),
                            summary.failing() + " failing"));
        }
        return parts;
    }

    private static Node lock(double percent) {
        if (percent >= 100) {
            return new IconView(Icon.LOCK, SIGN, "wr-mtls");
        }
        return percent > 0
                ? new IconView(Icon.LOCK_HALF, SIGN, "wr-mtls-mixed")
                : new IconView(Icon.LOCK_OPEN, SIGN, "wr-mtls-none");
    }

    private static Node access(Access access) {
        return switch (access) {
            case Access.MayEdit() ->
                    marked("status-access", new IconView(Icon.PENCIL, SIGN), "May edit");
            case Access.MayRead(var missing) -> {
                var label = marked("status-access", new IconView(Icon.EYE, SIGN), "May read");
                label.setTooltip(new Tooltip("You may not edit: " + missing));
                yield label;
            }
        };
    }

    private static Label words(String id, String text) {
        var label = new Label(text);
        label.setId(id);
        label.getStyleClass().addAll("wr-tiny", "wr-text-2");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static Label marked(String id, Node sign, String text) {
        var label = words(id, text);
        label.setGraphic(sign);
        label.setGraphicTextGap(6);
        return label;
    }

    private static Node divider() {
        var line = new Region();
        line.getStyleClass().add("wr-status-divider");
        return line;
    }
}
