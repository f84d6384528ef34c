package io.windrose.shell.frame;

import io.windrose.icons.Icon;
import io.windrose.shell.theme.IconView;
import io.windrose.shell.theme.Tone;
import io.windrose.workspace.story.TimeSpan;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

/// Says how old the picture is while nobody answers; takes no room otherwise.
public final class StaleBanner extends StackPane {
    private final Banner banner;
    private final Subscription subscription;

    public StaleBanner(LiveMesh mesh) {
        banner = new Banner(Tone.DEGRADED, tryNow(mesh));
        getChildren().add(banner);
        setId("stale");
        managedProperty().bind(visibleProperty());
        subscription = mesh.freshnessProperty().subscribe(freshness -> show(freshness, mesh));
    }

    /// To be called when the connection ends.
    public void end() {
        subscription.unsubscribe();
    }

    private void show(Freshness freshness, LiveMesh mesh) {
        setVisible(freshness.state() == Freshness.State.STALE);
        var what =
                freshness
                        .age()
                        .map(age -> "This picture is " + TimeSpan.words(age) + " old")
                        .orElse("There is no picture yet");
        var again = "tries again every " + TimeSpan.words(mesh.paceProperty().get().every());
        banner.say(
                what,
                sentence(freshness.cause().isEmpty() ? again : freshness.cause() + "; " + again));
    }

    /// A cause may begin with a name that is written as it is.
    private static String sentence(String words) {
        boolean word =
                words.chars().takeWhile(each -> each != ' ').allMatch(Character::isLowerCase);
        return word ? words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) : words;
    }

    private static Button tryNow(LiveMesh mesh) {
        var button = new Button("Try now", new IconView(Icon.REFRESH, IconView.SMALL));
        button.setId("try-now");
        button.setTooltip(new Tooltip("Ask again at once (Ctrl+R)"));
        button.setOnAction(_ -> mesh.refreshNow());
        return button;
    }
}
