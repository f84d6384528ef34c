package io.windrose.shell.topology;

import io.windrose.icons.Icon;
import io.windrose.shell.frame.EmptyState;
import io.windrose.shell.theme.IconView;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

/// Stands in place of the graph while there is none, and says why.
final class StatePane extends StackPane {
    private final TopologyScreenViewModel model;
    private final Subscription subscription;

    StatePane(TopologyScreenViewModel model) {
        this.model = model;
        setId("topology-state");
        getStyleClass().add("wr-canvas");
        subscription = model.stateProperty().subscribe(this::show);
    }

    void end() {
        subscription.unsubscribe();
    }

    private void show(ScreenState state) {
        var content = content(state);
        getChildren().setAll(content);
        setVisible(!content.isEmpty());
    }

    private List<Node> content(ScreenState state) {
        return switch (state) {
            case ScreenState.Showing() -> List.of();
            case ScreenState.Loading() -> List.of(new GraphSkeleton());
            case ScreenState.Failed(var cause) ->
                    List.of(
                            new EmptyState(
                                    Icon.WARNING,
                                    "The mesh does not answer",
                                    cause,
                                    button(
                                            "try-again",
                                            Icon.REFRESH,
                                            "Try now",
                                            model.mesh()::refreshNow)));
            case ScreenState.AllHidden(var expression) ->
                    List.of(
                            new EmptyState(
                                    Icon.EYE_OFF,
                                    "Everything is hidden",
                                    "All nodes and edges match “" + expression + "”.",
                                    primary(
                                            button(
                                                    "show-hidden",
                                                    Icon.EYE,
                                                    "Show everything",
                                                    () -> model.find().clear(Query.Mode.HIDE)))));
            case ScreenState.Empty empty ->
                    List.of(new EmptyState(Icon.MOON, empty.title(), empty.why(), actions(empty)));
        };
    }

    private Button[] actions(ScreenState.Empty empty) {
        var actions = new ArrayList<Button>();
        if (empty.idleOffered()) {
            actions.add(
                    primary(
                            button(
                                    "show-idle",
                                    Icon.EYE,
                                    "Show idle services",
                                    () -> model.showIdle(true))));
        }
        if (empty.hourOffered()) {
            actions.add(button("last-hour", Icon.CLOCK, "Last hour", model::lastHour));
        }
        return actions.toArray(Button[]::new);
    }

    private static Button primary(Button button) {
        button.getStyleClass().add("accent");
        return button;
    }

    private static Button button(String id, Icon icon, String words, Runnable action) {
        var button = new Button(words, new IconView(icon, IconView.NORMAL));
        button.setId(id);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
