package io.windrose.shell.topology;

import io.windrose.icons.Icon;
import io.windrose.shell.frame.Banner;
import io.windrose.shell.theme.IconView;
import io.windrose.shell.theme.Tone;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

/// Says which part of the metrics is missing; takes no room otherwise.
final class IncompleteBanner extends StackPane {
    private final Banner banner;
    private final Subscription subscription;

    IncompleteBanner(TopologyScreenViewModel model) {
        banner = new Banner(Tone.DEGRADED, tryNow(model));
        getChildren().add(banner);
        setId("incomplete");
        managedProperty().bind(visibleProperty());
        subscription = model.incompleteProperty().subscribe(this::show);
    }

    void end() {
        subscription.unsubscribe();
    }

    private void show(Optional<Incomplete> words) {
        setVisible(words.isPresent());
        words.ifPresent(what -> banner.say(what.state(), what.cause()));
    }

    private static Button tryNow(TopologyScreenViewModel model) {
        var button = new Button("Try now", new IconView(Icon.REFRESH, IconView.SMALL));
        button.setId("try-incomplete");
        button.setTooltip(new Tooltip("Ask again at once (Ctrl+R)"));
        button.setOnAction(_ -> model.mesh().refreshNow());
        return button;
    }
}
